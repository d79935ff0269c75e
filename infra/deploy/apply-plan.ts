import { patiently } from './patience';
import { commandsOf } from './resource';
import type { PlannedStage } from './plan';
import type { Run } from './run-command';
import { nameOf, type Command } from './command';

/** A step failed. The steps before it stay done, and the next deploy finds them. */
export class DeployStopped extends Error {
  override readonly name = 'DeployStopped';
}

const AT_ONCE = 4;
const PROGRESS_MS = 60_000;

interface Job {
  readonly title: string;
  readonly commands: readonly Command[];
}

const jobsOf = ({ changes, always }: PlannedStage): Job[] => [
  ...changes
    .map((change) => ({ title: change.resource.title, commands: commandsOf(change) }))
    .filter(({ commands }) => commands.length > 0),
  ...always.map((command) => ({ title: nameOf(command), commands: [command] })),
];

const AGAIN = 'Run the same command again to continue.';

interface Applying {
  readonly run: Run;
  readonly log: (line: string) => void;
  /** What the operator does if a stage fails. */
  readonly onStopped?: string | undefined;
}

const NEEDS_A_MOMENT =
  '  Google needs a moment until it knows everywhere what is new: two minutes as a rule, seven at most. The deploy tries again by itself.';

const firstLine = (text: string): string => text.split('\n', 1)[0] ?? '';

/** Says every minute that a job still runs, because some take a quarter of an hour. */
async function withProgress(
  title: string,
  log: Applying['log'],
  perform: () => Promise<void>,
): Promise<void> {
  let minutes = 0;
  const progress = setInterval(() => log(`  … ${title} (${(minutes += 1)} min)`), PROGRESS_MS);
  try {
    await perform();
  } finally {
    clearInterval(progress);
  }
}

/** Performs jobs. What Google needs is said once for all of them. */
function performer({ run, log }: Applying): (job: Job) => Promise<void> {
  let isSaid = false;
  return async ({ title, commands }) => {
    const startedAt = performance.now();
    const onWait = (reason: string) => {
      if (!isSaid) log(NEEDS_A_MOMENT);
      isSaid = true;
      log(`  … ${title}: ${firstLine(reason)}`);
    };
    await withProgress(title, log, async () => {
      for (const command of commands) {
        const output = (await patiently(() => run(command), { goOn: run, onWait })).trim();
        if (command.program === 'npm' && output !== '') log(`  ${output.replaceAll('\n', '\n  ')}`);
      }
    });
    log(`  ✓ ${title} (${((performance.now() - startedAt) / 1000).toFixed(1)} s)`);
  };
}

/** The jobs in groups, one after the other. The first resource of its kind in a project goes alone if its stage says so. */
function groupsOf({ stage, changes }: PlannedStage, jobs: readonly Job[]): (readonly Job[])[] {
  const isFresh = changes.every(({ type }) => type === 'create');
  return stage.firstAlone && isFresh ? [jobs.slice(0, 1), jobs.slice(1)] : [jobs];
}

/** Applies the plan, stage by stage. Throws `DeployStopped` at the first stage that fails. */
export async function applyPlan(plan: readonly PlannedStage[], applying: Applying): Promise<void> {
  const { log, onStopped = AGAIN } = applying;
  const perform = performer(applying);
  for (const planned of plan) {
    const jobs = jobsOf(planned);
    if (jobs.length === 0) continue;
    log(`${planned.stage.title}:`);
    try {
      for (const group of groupsOf(planned, jobs))
        await inTurns(group, planned.stage.oneByOne ? 1 : AT_ONCE, perform);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new DeployStopped(
        `Stopped at ${planned.stage.title}: ${reason}\nEverything before that is done and stays. ${onStopped}`,
        { cause: error },
      );
    }
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
