import type { Promised } from '../../domain/effects';
import type { OpenChannelId } from '../../domain/common/ids';
import { RULING_ROLE } from '../../domain/common/roles';
import { audited } from '../common/audit-log';
import { received, type Delivery } from '../common/inbox';
import { madeDueNow, promise } from '../common/outbox';
import type { Database } from '../connection/pool';
import type { Sql } from '../connection/options';
import { permittedAs } from '../common/channel-roles';
import { released } from './removal-brakes';
import { unchanged } from './subscriptions';
import type { MemberAccess } from './member-access';

interface RemovalRuling {
  /** The manager who decides. */
  readonly actorUserId: number;
  readonly openChannelId: OpenChannelId;
}

const permittedToRule = (sql: Sql, { actorUserId, openChannelId }: RemovalRuling) =>
  permittedAs(sql, { openChannelId, userId: actorUserId }, RULING_ROLE);

/**
 * Ends a member's protection and promises their removal. Returns `false` if the actor's role does not allow it or the
 * access has changed since it was read. A repeat of the delivery changes nothing.
 */
export async function allowRemoval(
  database: Database,
  delivery: Delivery,
  {
    access,
    actorUserId,
    promised,
  }: { access: MemberAccess; actorUserId: number; promised: readonly Promised[] },
): Promise<boolean> {
  const { openChannelId, userId, closedChannelId, isMain } = access;
  const details = isMain ? {} : { chatId: closedChannelId };
  const act = { act: 'protection_ended', actorUserId, openChannelId, userId, details };
  const ruled = await database.query(
    (sql) => sql`
      with locked as materialized (
        select from subscriptions s
        where ${unchanged(sql, access)} and exists (${permittedToRule(sql, { actorUserId, openChannelId })}) for update of s),
      delivery as (${received(sql, { delivery, outcome: 'owner_answered' }, 'locked')}),
      ruled as (
        update place_access set is_protected = false, origin = 'admitted'
        where chat_id = ${closedChannelId}::bigint and user_id = ${userId} and exists (select from delivery)),
      audited as (${audited(sql, act, 'delivery')}),
      promised as (${promise(sql, promised, 'delivery')})
      select from locked`,
  );
  return ruled.length > 0;
}

/**
 * Releases a channel's brake for an hour and makes the removals it held due now. Returns `false` if the actor's role
 * does not allow it.
 */
export async function releaseRemovals(
  database: Database,
  delivery: Delivery,
  ruling: RemovalRuling,
): Promise<boolean> {
  const { actorUserId, openChannelId } = ruling;
  const act = { act: 'brake_released', actorUserId, openChannelId };
  const ruled = await database.query(
    (sql) => sql`
      with permitted as materialized (${permittedToRule(sql, ruling)}),
      delivery as (${received(sql, { delivery, outcome: 'owner_answered' }, 'permitted')}),
      released as (${released(sql, openChannelId, 'delivery')}),
      made_due_now as (${madeDueNow(sql, openChannelId, 'delivery')}),
      audited as (${audited(sql, act, 'delivery')})
      select from permitted`,
  );
  return ruled.length > 0;
}

/** Switches a channel's removals off. Returns `false` if the actor's role does not allow it. */
export async function switchRemovalsOff(
  database: Database,
  delivery: Delivery,
  ruling: RemovalRuling,
): Promise<boolean> {
  const { actorUserId, openChannelId } = ruling;
  const act = { act: 'removals_stopped', actorUserId, openChannelId };
  const ruled = await database.query(
    (sql) => sql`
      with permitted as materialized (${permittedToRule(sql, ruling)}),
      delivery as (${received(sql, { delivery, outcome: 'owner_answered' }, 'permitted')}),
      stopped as (
        update channels c set removals = 'off', updated_at = app_now() from delivery
        where c.open_channel_id = ${openChannelId}),
      audited as (${audited(sql, act, 'delivery')})
      select from permitted`,
  );
  return ruled.length > 0;
}
