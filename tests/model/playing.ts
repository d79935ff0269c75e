import { silentLogger } from '../../shared/logger';
import { nudgeWorker } from '../../shared/wake-up/nudge-worker';
import { FACT_DEADLINE_MS } from '../support/deadlines';
import type { Coverage } from './coverage';
import type { BuyerRun } from './buyer-run';
import type { Model } from './start-model';

/** A batch while it is played. */
export interface Playing {
  readonly model: Model;
  readonly runs: readonly BuyerRun[];
  readonly coverage: Coverage;
  /** When it began, by the database's clock in epoch milliseconds. */
  readonly begunAt: number;
  /** Whether no process was killed in the middle of a call so far. */
  isClean: boolean;
}

const tick = ({ world }: Model): Promise<boolean> =>
  world.tick().then(
    (status) => status === 200,
    () => false,
  );

/** The database's clock in epoch milliseconds. */
export async function readNow({ world }: Model): Promise<number> {
  const [row] = await world.database<{ now: number }[]>`
    select (extract(epoch from app_now()) * 1000)::float8 as now`;
  return Number(row?.now);
}

/** Has the worker ask about coins, as the nudge does for which it has no time in another call. */
export async function askAboutCoins({ model: { world }, coverage }: Playing): Promise<void> {
  await nudgeWorker({
    url: world.functions.worker.url,
    secret: String(world.environment('worker')['WEBHOOK_SIGNING_SECRET']),
    fetch,
    log: silentLogger,
    waitMs: FACT_DEADLINE_MS,
  })('minimums');
  coverage.count('coins asked');
}

/** Looks at chats and at people who wait: performed at a limited rate, so that one call to the worker may leave some. */
const BULK = ['check_place', 'approve_waiting'];
/** Far more calls than all chats of a batch need. */
const MOST_CALLS = 20;

async function isBulkLeft({ world }: Model): Promise<boolean> {
  const left = await world.database`
    select from outbox
    where delivered_at is null and failed_at is null and due_at < app_now() and kind in ${world.database(BULK)} limit 1`;
  return left.length > 0;
}

/**
 * Runs the worker until nothing is due. Returns the time before its last run, by the database's clock in epoch
 * milliseconds: nothing is left from before it. `false` if the worker died.
 */
export async function drain(model: Model): Promise<number | false> {
  if (!(await tick(model))) return false;
  for (let calls = 0; calls < MOST_CALLS && (await isBulkLeft(model)); calls += 1)
    if (!(await tick(model))) return false;
  const now = await readNow(model);
  return (await tick(model)) && now;
}
