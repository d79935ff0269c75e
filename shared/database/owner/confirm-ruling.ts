import type { RuledAccess } from '../../domain/access/decide-ruling';
import type { Promised } from '../../domain/effects';
import { audited, type Act } from '../common/audit-log';
import { fromEpochMs } from '../common/epoch';
import { received, type Delivery } from '../common/inbox';
import { promise } from '../common/outbox';
import type { Database } from '../connection/pool';
import type { Fragment, Sql } from '../connection/options';
import { permitted, type ChannelRole } from '../common/channel-roles';
import { renewalsStopped } from '../stars/renewal-ends';
import { NO_REASON, type SupportRuling } from './support-rulings';
import type { SupportedPerson } from './supported-person';

/** The result of a confirmation. `changed`: it was confirmed, or the access changed, since both were read. */
export type Confirmed = 'done' | 'changed' | 'not_allowed';

export interface Confirmation {
  readonly by: ChannelRole;
  readonly ruling: SupportRuling;
  readonly act: Pick<Act, 'act' | 'details'>;
  readonly promised: readonly Promised[];
}

/**
 * What a confirmed ruling changes: parts of a statement, gated by `delivery`. `lock` selects no row if what was read
 * has changed.
 */
interface RulingChange {
  readonly lock: Fragment;
  readonly changes: Fragment;
}

/**
 * Carries out an announced ruling once, however often it is confirmed. The ruling's row is locked and marked in the
 * statement that writes all changes, the audit-log entry and the promises.
 */
async function confirm(
  database: Database,
  delivery: Delivery,
  { by, ruling, act, promised }: Confirmation,
  change: (sql: Sql) => RulingChange,
): Promise<Confirmed> {
  const { rulingId, openChannelId, userId } = ruling;
  const about = { ...act, openChannelId, userId, actorUserId: by.userId };
  const [row] = await database.query((sql) => {
    const { lock, changes } = change(sql);
    return sql<{ isAllowed: boolean; isDone: boolean }[]>`
      with permitted as materialized (${permitted(sql, { ...by, action: 'confirm' })}),
      ruling as materialized (
        select r.ruling_id from rulings r, permitted
        where r.ruling_id = ${rulingId} and r.open_channel_id = permitted.open_channel_id and r.ruled_by = ${by.userId}
          and r.confirmed_at is null
        for update of r),
      locked as materialized (${lock}),
      delivery as (${received(sql, { delivery, outcome: 'ruling_confirmed' }, 'locked')}),
      confirmed as (
        update rulings set confirmed_at = app_now() where ruling_id = ${rulingId} and exists (select from delivery)),
      ${changes}
      audited as (${audited(sql, about, 'delivery')}),
      promised as (${promise(sql, promised, 'delivery')})
      select exists (select from permitted) as "isAllowed", exists (select from delivery) as "isDone"`;
  });
  if (row?.isAllowed !== true) return 'not_allowed';
  return row.isDone ? 'done' : 'changed';
}

const unchangedAccess = (sql: Sql, { openChannelId, userId, access }: SupportedPerson): Fragment => sql`
  select s.user_id from ruling, subscriptions s
  where s.open_channel_id = ${openChannelId} and s.user_id = ${userId} and s.version = ${access?.version ?? null}
  for no key update of s`;

const subscribed = (
  sql: Sql,
  { openChannelId, userId }: SupportedPerson,
  paidUntil: number | null,
): Fragment => sql`
  subscribed as (
    update subscriptions set paid_until = ${fromEpochMs(sql, paidUntil)}, version = version + 1,
      removed_at = case when ${paidUntil !== null} then null else removed_at end
    where open_channel_id = ${openChannelId} and user_id = ${userId} and exists (select from delivery)),`;

/** Gives the days of a ruling, as decided from the access that was read. */
export const confirmGrant = (
  database: Database,
  delivery: Delivery,
  { person, ruled, ...confirmation }: Confirmation & { person: SupportedPerson; ruled: RuledAccess },
): Promise<Confirmed> =>
  confirm(database, delivery, confirmation, (sql) => ({
    lock: unchangedAccess(sql, person),
    changes: sql`
      ${subscribed(sql, person, ruled.paidUntil)}
      given as (
        insert into manual_extensions (grant_id, open_channel_id, user_id, days, reason, granted_by, granted_at)
        select ruling_id, open_channel_id, user_id, days, reason, ruled_by, ${fromEpochMs(sql, person.now)}
        from rulings where ruling_id = ${confirmation.ruling.rulingId} and exists (select from delivery)),`,
  }));

/** Revokes every day that a user has. */
export const confirmRevocation = (
  database: Database,
  delivery: Delivery,
  { person, ruled, ...confirmation }: Confirmation & { person: SupportedPerson; ruled: RuledAccess },
): Promise<Confirmed> =>
  confirm(database, delivery, confirmation, (sql) => {
    const { openChannelId, userId } = person;
    const revoked = (table: 'extensions' | 'manual_extensions') => sql`
      update ${sql(table)} set revoked_at = app_now()
      where open_channel_id = ${openChannelId} and user_id = ${userId} and revoked_at is null
        and exists (select from delivery)`;
    return {
      lock: unchangedAccess(sql, person),
      changes: sql`
        ${subscribed(sql, person, ruled.paidUntil)}
        ${renewalsStopped(sql, confirmation.ruling)}
        revoked as (${revoked('extensions')}),
        given_revoked as (${revoked('manual_extensions')}),`,
    };
  });

/** Bans a user or lifts their ban, in the database. The promises make Telegram do the same. */
export const confirmBan = (
  database: Database,
  delivery: Delivery,
  confirmation: Confirmation,
): Promise<Confirmed> =>
  confirm(database, delivery, confirmation, (sql) => {
    const { openChannelId, userId, ruling, reason } = confirmation.ruling;
    return {
      lock: sql`select ruling_id from ruling`,
      changes:
        ruling === 'ban'
          ? sql`
            ${renewalsStopped(sql, confirmation.ruling)}
            banned as (
              insert into bans (open_channel_id, user_id, reason, banned_by)
              select ${openChannelId}::bigint, ${userId}::bigint, ${reason ?? NO_REASON}, ${confirmation.by.userId}::bigint
              where exists (select from delivery)
              on conflict do nothing),`
          : sql`
            unbanned as (
              delete from bans where open_channel_id = ${openChannelId} and user_id = ${userId}
                and exists (select from delivery)),`,
    };
  });
