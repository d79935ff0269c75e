import { commandsOf } from './resource';
import type { PlannedStage } from './plan';
import type { Run } from './run-command';
import type { Command } from './command';

/** A step failed. What was done before stays, and is found there by the next deploy. */
export class DeployStopped extends Error {
  override readonly name = 'DeployStopped';
}

const AT_ONCE = 4;

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

/** Does what was planned, stage by stage. Throws `DeployStopped` at the first that fails. */
export async function applyPlan(
  plan: readonly PlannedStage[],
  { run, log }: { run: Run; log: (line: string) => void },
): Promise<void> {
  for (const planned of plan) {
    const jobs = jobsOf(planned);
    if (jobs.length === 0) continue;
    log(`${planned.stage.title}:`);
    const perform = async ({ title, commands }: Job) => {
      const begun = performance.now();
      for (const command of commands) await run(command);
      log(`  ✓ ${title} (${((performance.now() - begun) / 1000).toFixed(1)} s)`);
    };
    await inTurns(jobs, planned.stage.oneByOne ? 1 : AT_ONCE, perform).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      throw new DeployStopped(
        `Stopped at ${planned.stage.title}: ${reason}\nWhat was done before stays. Run the same command again to go on.`,
        { cause: error },
      );
    });
  }
}

/** Some at once; after a failure nothing more is begun, and what was begun is waited for. */
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
