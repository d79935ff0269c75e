import { redactText } from '../../shared/redact';
import type { Check, Look } from './check';
import { fault, type Finding } from './finding';
import type { CheckedSystem } from './checked-system';

/** Longer than the worker may take, which is the longest that any check waits for one answer. */
const LIMIT_MS = 45_000;

export interface Result {
  readonly name: string;
  readonly status: 'ok' | 'warning' | 'error' | 'not_checked' | 'absent';
  readonly findings: readonly Finding[];
  /** What was seen, or why nothing was. */
  readonly note?: string;
}

/**
 * Makes all checks, side by side where none needs another. One that cannot be made, because one that it needs has failed, is
 * said to be not checked: a cause is named once. `onResult` is told in the order of the list, as early as that allows.
 */
export async function runChecks(
  checks: readonly Check[],
  patient: CheckedSystem,
  onResult: (result: Result) => void = () => undefined,
): Promise<readonly Result[]> {
  const running = new Map<string, Promise<Result>>();
  const wait = async (name: string) => {
    const result = running.get(name);
    if (result === undefined) throw new Error(`${name} must stand before the checks that need it`);
    return result;
  };
  for (const check of checks) running.set(check.name, make(check, patient, wait));
  const results: Result[] = [];
  for (const result of running.values()) {
    results.push(await result);
    onResult(await result);
  }
  return results;
}

async function make(
  { name, needs = [], after = [], variables = [], look }: Check,
  patient: CheckedSystem,
  wait: (name: string) => Promise<Result>,
): Promise<Result> {
  const before = await Promise.all([...needs, ...after].map(wait));
  const blocking = before.find(({ name: one, status }) => needs.includes(one) && !isPassable(status));
  if (blocking !== undefined) return notChecked(name, blocking.name);
  if (variables.some((variable) => patient.config[variable] === undefined))
    return notChecked(name, 'Configuration');
  const failed = new Set(before.filter(({ status }) => status === 'error').map((result) => result.name));
  return resultOf(name, await lookWithin(() => look(patient, failed)));
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

/** A check that fails or hangs is a finding too: the doctor must end, and must not say that all is well. */
async function lookWithin(look: () => Promise<Look>): Promise<Look> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Look>((resolve) => {
    const problem = `It did not end within ${LIMIT_MS / 1000} s.`;
    const remedy =
      'Run the doctor again; if it stays, look at the network between this machine and what it asks.';
    timer = setTimeout(
      () => resolve({ findings: [fault('check.timed_out', { problem, remedy })] }),
      LIMIT_MS,
    );
  });
  const failed = (error: unknown): Look => {
    const problem = `The check itself failed: ${redactText(error instanceof Error ? error.message : String(error))}`;
    const remedy = 'Run the doctor again; if it stays, report it with this line.';
    return { findings: [fault('check.failed', { problem, remedy })] };
  };
  try {
    return await Promise.race([look().catch(failed), late]);
  } finally {
    clearTimeout(timer);
  }
}
