import type { World } from '../../worlds/journey';
import { eventually } from './eventually';

/** What becomes of the statement that a process was in when it was killed. */
export type Fate = 'committed' | 'rolled back';

/** A statement of the product: one that writes such a row. `when` is about the row, as in a trigger: `new.refunded_at is not null`. */
export interface Statement {
  readonly table: string;
  readonly on: 'insert' | 'update';
  readonly when?: string;
}

/** A call of Telegram. */
export interface TelegramMethod {
  readonly method: string;
}

/** Where a process is killed. */
export type Point = Statement | TelegramMethod;

const LOCK = 16;

/** Prepares a database for `killAt`: a chosen statement waits for a lock. */
export const prepareKills = ({ database }: World): Promise<unknown> =>
  database.unsafe(`
    create function wait_to_be_killed() returns trigger language plpgsql as
      'begin perform pg_advisory_xact_lock_shared(${LOCK}); return new; end'`);

const waiting = async ({ database }: World): Promise<number[]> => {
  const rows = await database<{ pid: number }[]>`
    select pid from pg_locks where locktype = 'advisory' and objid = ${LOCK} and not granted
      and database = (select oid from pg_database where datname = current_database())`;
  return rows.map(({ pid }) => pid);
};

/** Kills the host in the middle of a statement. Postgres carries it out, or undoes it if its connection is lost before that. */
async function killInStatement(
  world: World,
  { table, on, when = 'true', fate }: Statement & { readonly fate: Fate },
  act: () => Promise<unknown>,
): Promise<void> {
  const { database } = world;
  const holder = await database.reserve();
  try {
    await holder`select pg_advisory_lock(${LOCK})`;
    await database.unsafe(`
      create trigger wait_to_be_killed before ${on} on ${table} for each row when (${when})
      execute function wait_to_be_killed()`);
    void act().catch(() => undefined);
    const pids = await eventually(async () => {
      const found = await waiting(world);
      return found.length > 0 && found;
    });
    await world.functions.worker.kill();
    if (fate === 'rolled back')
      await database`select pg_terminate_backend(pid) from unnest(${pids}::int[]) as pid`;
    await holder`select pg_advisory_unlock(${LOCK})`;
    await eventually(async () => {
      const left = await database`select from pg_stat_activity where pid = any(${pids}::int[])`;
      return left.length === 0;
    });
    await database.unsafe(`drop trigger wait_to_be_killed on ${table}`);
  } finally {
    holder.release();
  }
}

/** Kills the host while it waits for Telegram's answer, after Telegram did what it was asked for or before. */
async function killInCall(
  world: World,
  { method, fate }: TelegramMethod & { readonly fate: Fate },
  act: () => Promise<unknown>,
): Promise<void> {
  const { telegram } = world;
  const calls = () => telegram.calls.filter((call) => call.method === method).length;
  const before = calls();
  telegram.fault({ method, kind: 'timeout', afterPerforming: fate === 'committed' });
  void act().catch(() => undefined);
  await eventually(() => calls() > before);
  await world.functions.worker.kill();
  telegram.clearFaults();
}

/** Does something, kills the one process at a point of what follows, and starts it again. */
export async function killAt(
  world: World,
  { point, fate }: { readonly point: Point; readonly fate: Fate },
  act: () => Promise<unknown>,
): Promise<void> {
  await ('method' in point
    ? killInCall(world, { ...point, fate }, act)
    : killInStatement(world, { ...point, fate }, act));
  await world.functions.worker.start();
}
