import { redactText } from '../../shared/redact';
import type { Check, Look } from './check';
import { fault, type Finding } from './finding';
import type { CheckedSystem } from './checked-system';

/** Longer than the worker may take, because no check waits longer than that for one answer. */
const LIMIT_MS = 45_000;

export interface Result {
  readonly name: string;
  readonly status: 'ok' | 'warning' | 'error' | 'not_checked' | 'absent';
  readonly findings: readonly Finding[];
  /** What the check saw, or why it saw nothing. */
  readonly note?: string;
}

/**
 * Makes all checks, in parallel unless one needs another. If a needed check failed, the check is reported as not checked, so
 * that each cause is named only once. Calls `onResult` in the order of the list, as early as that allows.
 */
export async function runChecks(
  checks: readonly Check[],
  system: CheckedSystem,
  onResult: (result: Result) => void = () => undefined,
): Promise<readonly Result[]> {
  const running = new Map<string, Promise<Result>>();
  const wait = async (name: string) => {
    const result = running.get(name);
    if (result === undefined) throw new Error(`${name} must come before the checks that need it.`);
    return result;
  };
  for (const check of checks) running.set(check.name, make(check, system, wait));
  const results: Result[] = [];
  for (const result of running.values()) {
    results.push(await result);
    onResult(await result);
  }
  return results;
}

async function make(
  { name, needs = [], after = [], variables = [], limitsItself = false, look }: Check,
  system: CheckedSystem,
  wait: (name: string) => Promise<Result>,
): Promise<Result> {
  const before = await Promise.all([...needs, ...after].map(wait));
  const blocking = before.find(({ name: one, status }) => needs.includes(one) && !isPassable(status));
  if (blocking !== undefined) return notChecked(name, blocking.name);
  if (variables.some((variable) => system.config[variable] === undefined))
    return notChecked(name, 'Configuration');
  const failed = new Set(before.filter(({ status }) => status === 'error').map((result) => result.name));
  const within = limitsItself ? lookAsLongAsItTakes : lookWithin;
  return resultOf(name, await within(() => look(system, failed)));
}

const isPassable = (status: Result['status']): boolean => status === 'ok' || status === 'warning';

const notChecked = (name: string, because: string): Result => ({
  name,
  status: 'not_checked',
  findings: [],
  note: `not checked: see ${because}`,
});

function resultOf(name: string, look: Look): Result {
  if ('blockedBy' in look) return notChecked(name, look.blockedBy);
  if ('absent' in look) return { name, status: 'absent', findings: [], note: look.absent };
  const { findings, note } = look;
  const isError = findings.some(({ severity }) => severity === 'error');
  const status = isError ? 'error' : findings.length > 0 ? 'warning' : 'ok';
  return { name, status, findings, ...(note !== undefined && { note }) };
}

function failed(error: unknown): Look {
  const problem = `The check itself failed: ${redactText(error instanceof Error ? error.message : String(error))}`;
  const remedy = 'Run the doctor again. If it happens again, report it with this line.';
  return { findings: [fault('check.failed', { problem, remedy })] };
}

const lookAsLongAsItTakes = (look: () => Promise<Look>): Promise<Look> => look().catch(failed);

/** Turns a check that fails or hangs into a finding, because the doctor must end and must not say that all is well. */
async function lookWithin(look: () => Promise<Look>): Promise<Look> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Look>((resolve) => {
    const problem = `The check did not end within ${LIMIT_MS / 1000} s.`;
    const remedy =
      'Run the doctor again. If it happens again, look at the network between this machine and the service.';
    timer = setTimeout(
      () => resolve({ findings: [fault('check.timed_out', { problem, remedy })] }),
      LIMIT_MS,
    );
  });
  try {
    return await Promise.race([look().catch(failed), late]);
  } finally {
    clearTimeout(timer);
  }
}
