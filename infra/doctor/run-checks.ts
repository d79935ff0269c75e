import { redactText } from '../../shared/redact';
import type { Check, Look } from './check';
import { fault, type Finding } from './finding';
import type { CheckedSystem } from './checked-system';

/** Longer than the worker may take, because no check waits longer than that for one answer. */
const LIMIT_MS = 45_000;

interface Run {
  /** Called in the order of the list, as early as that allows. */
  readonly onResult?: ((result: Result) => void) | undefined;
  /** How long all checks together may take. */
  readonly limitMs?: number;
}

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
  { onResult = () => undefined, limitMs = Infinity }: Run = {},
): Promise<readonly Result[]> {
  const limits = new Limits(limitMs);
  const running = new Map<string, Promise<Result>>();
  const wait = async (name: string) => {
    const result = running.get(name);
    if (result === undefined) throw new Error(`${name} must come before the checks that need it.`);
    return result;
  };
  for (const check of checks) running.set(check.name, make(check, { system, wait, limits }));
  const results: Result[] = [];
  for (const result of running.values()) {
    results.push(await result);
    onResult(await result);
  }
  limits.close();
  return results;
}

interface Making {
  readonly system: CheckedSystem;
  /** Resolves with the result of another check. */
  readonly wait: (name: string) => Promise<Result>;
  readonly limits: Limits;
}

async function make(
  { name, needs = [], after = [], variables = [], limitsItself = false, look }: Check,
  { system, wait, limits }: Making,
): Promise<Result> {
  const before = await Promise.all([...needs, ...after].map(wait));
  const blocking = before.find(({ name: one, status }) => needs.includes(one) && !isPassable(status));
  if (blocking !== undefined) return notChecked(name, blocking.name);
  if (variables.some((variable) => system.config[variable] === undefined))
    return notChecked(name, 'Configuration');
  const failed = new Set(before.filter(({ status }) => status === 'error').map((result) => result.name));
  return resultOf(name, await limits.hold(() => look(system, failed), limitsItself ? Infinity : LIMIT_MS));
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

function timedOut(problem: string): Look {
  const remedy =
    'Run the doctor again. If it happens again, look at the network between this machine and the service.';
  return { findings: [fault('check.timed_out', { problem, remedy })] };
}

/** Turns a check that fails or hangs into a finding, because the doctor must end and must not say that all is well. */
class Limits {
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #over: Promise<Look>;
  #isOver = false;

  constructor(limitMs: number) {
    this.#over = this.#after(limitMs, "The check did not end within the doctor's minute.");
    void this.#over.then(() => (this.#isOver = true));
  }

  /** Looks for at most `ms`, and no longer than all checks may take. */
  async hold(look: () => Promise<Look>, ms: number): Promise<Look> {
    if (this.#isOver) return this.#over;
    const late = this.#after(ms, `The check did not end within ${ms / 1000} s.`);
    return Promise.race([look().catch(failed), late, this.#over]);
  }

  /** Ends all timers. */
  close(): void {
    for (const timer of this.#timers) clearTimeout(timer);
  }

  #after(ms: number, problem: string): Promise<Look> {
    return new Promise((resolve) => {
      if (ms !== Infinity) this.#timers.add(setTimeout(() => resolve(timedOut(problem)), ms));
    });
  }
}
