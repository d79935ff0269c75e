import { ConfigError } from '../shared/config';
import { redact } from '../shared/redact';

/** Errors whose message says everything to the operator, so that a stack would only hide it. */
const isExpected = (error: unknown): boolean =>
  error instanceof ConfigError ||
  (error instanceof Error && (error.name === 'SchemaTooOld' || 'syscall' in error));

/** Ends the process with one line that says why, so that a deploy that cannot work fails, and not the first payment. */
export function giveUp(service: string, error: unknown): never {
  const { message: reason, stack } = redact(
    error instanceof Error ? error : new Error(String(error)),
  ) as Error;
  const line = { severity: 'CRITICAL', message: `${service} cannot start. ${reason}` };
  if (process.stderr.isTTY && isExpected(error)) console.error(line.message);
  else console.error(JSON.stringify(isExpected(error) ? line : { ...line, stack }));
  process.exit(1);
}
