import { ConfigError } from '../shared/config';
import { errorReport } from '../shared/error-report';
import { redact } from '../shared/redact';

/** Errors whose message says everything to the operator, so that a stack would only hide it. */
const isExpected = (error: unknown): boolean =>
  error instanceof ConfigError ||
  (error instanceof Error && (error.name === 'SchemaTooOld' || 'syscall' in error));

/** Ends the process with one line that says why, so that a deploy that cannot work fails, and not the first payment. */
export function giveUp(service: string, error: unknown): never {
  const cause = error instanceof Error ? error : new Error(String(error));
  const { message: reason } = redact(cause) as Error;
  const line = { severity: 'CRITICAL', message: `${service} cannot start. ${reason}` };
  console.error(JSON.stringify(isExpected(error) ? line : { ...line, ...errorReport([cause], { service }) }));
  process.exit(1);
}
