import type { Promised } from '../../domain/effects';
import { correlationId } from '../../logger';
import type { Database } from '../connection/pool';
import type { Fragment, Sql } from '../connection/options';
import { isOpen, type Gate } from './inbox';
import { promise } from './outbox';

/** An action in a channel that leaves no other row. */
export interface Act {
  readonly act: string;
  /** Given, or found by the statement. */
  readonly openChannelId: number | Fragment;
  readonly userId?: number;
  /** The user who did it; absent for the bot itself. */
  readonly actorUserId?: number | undefined;
  readonly reference?: string | null;
  readonly details?: Readonly<Record<string, string | number | null>>;
  /** Further details, which the statement itself finds: an expression of type jsonb. */
  readonly found?: Fragment;
}

/**
 * The part of a statement that records an act about each user that a query finds. `rows` selects the channel, the user, the
 * order and the details.
 */
export const auditedEach = (
  sql: Sql,
  { act, actorUserId }: Pick<Act, 'act' | 'actorUserId'>,
  rows: Fragment,
) => sql`
  insert into audit_log (act, actor_user_id, open_channel_id, user_id, order_reference, details, correlation_id)
  select ${act}, ${actorUserId ?? null}::bigint, r.*, ${correlationId() ?? null} from (${rows}) as r`;

/** The part of a statement that records an act: `… audited as (${audited(sql, act, 'gate')})`. */
export const audited = (sql: Sql, { details = {}, found = sql`'{}'::jsonb`, ...act }: Act, gate: Gate) =>
  auditedEach(
    sql,
    act,
    sql`select ${act.openChannelId}::bigint, ${act.userId ?? null}::bigint, ${act.reference ?? null}::text,
      ${sql.json(details)}::jsonb || ${found} where ${isOpen(sql, gate)}`,
  );

/** True if the act was recorded with the same `key` in its details: an act that is performed twice is recorded once. */
export const isAudited = (sql: Sql, { act, openChannelId, userId }: Act, key: string) => sql`
  exists (select from audit_log a
    where a.open_channel_id = ${openChannelId} and a.act = ${act} and a.user_id = ${userId ?? null}
      and a.details ->> 'key' = ${key})`;

/** True if the act was ever recorded about the user. */
export const wasActedOn = (sql: Sql, { act, openChannelId, userId }: Act) => sql`
  exists (select from audit_log a
    where a.open_channel_id = ${openChannelId} and a.act = ${act} and a.user_id = ${userId ?? null})`;

/** Records an act on its own, once for each `key`. */
export const recordOnce = (database: Database, act: Act, key: string): Promise<unknown> =>
  database.query((sql) => {
    const keyed = { ...act, details: { ...act.details, key } };
    return sql`
      with once as (select 1 where not ${isAudited(sql, act, key)}),
        audited as (${audited(sql, keyed, 'once')})
      select from once`;
  });

/** Returns `true` if the act was recorded under `key`. */
export async function wasRecorded(database: Database, act: Act, key: string): Promise<boolean> {
  const [row] = await database.query(
    (sql) => sql<{ was: boolean }[]>`select ${isAudited(sql, act, key)} as was`,
  );
  return row?.was === true;
}

/** Fewer failures usually pass by themselves, so nobody is notified about them. */
const REPORTED_FROM_FAILURE = 3;

/**
 * Records a repeated failure, a few times for each `key`. Writes `promised` from the third failure on; for a
 * transient failure, only after a day.
 */
export const recordFailure = (
  database: Database,
  act: Act,
  { key, promised, isPassing }: { key: string; promised: readonly Promised[]; isPassing: boolean },
): Promise<unknown> =>
  database.query(
    (sql) => sql`
      with before as (
        select count(*)::int as failures, min(at) as since from audit_log
        where open_channel_id = ${act.openChannelId} and act = ${act.act} and user_id = ${act.userId ?? null}
          and details ->> 'key' = ${key}),
      recordable as (select from before where failures < ${REPORTED_FROM_FAILURE}),
      reportable as (select from before where failures + 1 >= ${REPORTED_FROM_FAILURE}
        and (not ${isPassing}::boolean or since <= app_now() - interval '1 day')),
      audited as (${audited(sql, { ...act, details: { ...act.details, key } }, 'recordable')}),
      promised as (${promise(sql, promised, 'reportable')})
      select from before`,
  );
