import { setTimeout as sleep } from 'node:timers/promises';
import { commandsOf } from './resource';
import type { PlannedStage } from './plan';
import type { Run } from './run-command';
import type { Command } from './command';

/** A step failed. The steps before it stay done, and the next deploy finds them. */
export class DeployStopped extends Error {
  override readonly name = 'DeployStopped';
}

const AT_ONCE = 4;

/** Google's errors while a new resource is not known everywhere yet, and while another change is in progress. */
const NOT_YET =
  /does not exist|has not been used in project|SERVICE_DISABLED|operation .*in progress|concurrent policy changes/i;
const TRIES = 6;
const WAIT_MS = 10_000;

async function retryUntilReady<T>(action: () => Promise<T>, waitMs: number): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await action();
    } catch (error) {
      if (tries === TRIES || !(error instanceof Error) || !NOT_YET.test(error.message)) throw error;
      await sleep(waitMs);
    }
  }
}

interface Job {
  readonly title: string;
  readonly commands: readonly Command[];
}

const jobsOf = ({ changes, always }: PlannedStage): Job[] => [
  ...changes
    .map((change) => ({ title: change.resource.title, commands: commandsOf(change) }))
    .filter(({ commands }) => commands.length > 0),
  ...always.map((command) => ({ title: `npm ${command.args.slice(0, 3).join(' ')}`, commands: [command] })),
];

const AGAIN = 'Run the same command again to continue.';

interface Applying {
  readonly run: Run;
  readonly log: (line: string) => void;
  readonly waitMs?: number;
  /** What the operator does if a stage fails. */
  readonly onStopped?: string | undefined;
}

/** Applies the plan, stage by stage. Throws `DeployStopped` at the first stage that fails. */
export async function applyPlan(
  plan: readonly PlannedStage[],
  { run, log, waitMs = WAIT_MS, onStopped = AGAIN }: Applying,
): Promise<void> {
  for (const planned of plan) {
    const jobs = jobsOf(planned);
    if (jobs.length === 0) continue;
    log(`${planned.stage.title}:`);
    const perform = async ({ title, commands }: Job) => {
      const startedAt = performance.now();
      for (const command of commands) {
        const output = (await retryUntilReady(() => run(command), waitMs)).trim();
        if (command.program === 'npm' && output !== '') log(`  ${output.replaceAll('\n', '\n  ')}`);
      }
      log(`  ✓ ${title} (${((performance.now() - startedAt) / 1000).toFixed(1)} s)`);
    };
    await inTurns(jobs, planned.stage.oneByOne ? 1 : AT_ONCE, perform).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      throw new DeployStopped(
        `Stopped at ${planned.stage.title}: ${reason}\nEverything before that is done and stays. ${onStopped}`,
        { cause: error },
      );
    });
  }
}

/** Performs a few items at a time. After a failure it starts no more, and waits for those that are running. */
async function inTurns<T>(
  items: readonly T[],
  atOnce: number,
  perform: (item: T) => Promise<void>,
): Promise<void> {
  const queue = [...items];
  const lane = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift())
      await perform(item).catch((error: unknown) => {
        queue.splice(0);
        throw error;
      });
  };
  const ends = await Promise.allSettled(Array.from({ length: atOnce }, lane));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}
