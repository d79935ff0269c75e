import type { Promised } from '../../domain/effects';
import type { OwnerActionName } from '../../domain/owner/owner-actions';
import type { RulingName } from '../../domain/access/support-rulings';
import { received, type Delivery } from '../common/inbox';
import { promise } from '../common/outbox';
import type { Database } from '../connection/pool';
import { permitted, type Actor, type ChannelRole } from '../common/channel-roles';
import type { OfSubscription } from '../access/subscriptions';

/** Stored if no reason was given, because the column takes neither null nor an empty text. */
export const NO_REASON = ' ';

/** What a manager is about to do about one user, or has done. */
export interface SupportRuling extends OfSubscription {
  readonly rulingId: string;
  readonly ruling: RulingName;
  readonly days: number | null;
  readonly reason: string | null;
  readonly isConfirmed: boolean;
}

/** Reads a ruling of this channel. `undefined` if the user isn't its author. */
export async function readRuling(
  database: Database,
  { openChannelId, userId }: Actor,
  rulingId: string,
): Promise<SupportRuling | undefined> {
  const [row] = await database.query(
    (sql) => sql<SupportRuling[]>`
      select open_channel_id as "openChannelId", user_id as "userId", ruling_id as "rulingId", ruling, days,
        nullif(reason, ${NO_REASON}) as reason, confirmed_at is not null as "isConfirmed"
      from rulings
      where ruling_id = ${rulingId} and open_channel_id = ${openChannelId} and ruled_by = ${userId}`,
  );
  return row;
}

/** A ruling, with its author and what is promised with it. */
export interface Announcement {
  readonly by: ChannelRole;
  readonly action: OwnerActionName;
  readonly ruling: Omit<SupportRuling, 'isConfirmed'>;
  readonly promised: readonly Promised[];
}

/**
 * Stores a ruling until it is confirmed, and the subscription to which a grant will add days. Once for each delivery.
 * Writes nothing if the author's role does not allow it.
 */
export const announceRuling = (
  database: Database,
  delivery: Delivery,
  { by, action, ruling, promised }: Announcement,
): Promise<unknown> =>
  database.query(
    (sql) => sql`
      with permitted as materialized (${permitted(sql, { ...by, action })}),
      delivery as (${received(sql, { delivery, outcome: 'ruling_announced' }, 'permitted')}),
      closed as (delete from dialogs where user_id = ${by.userId} and exists (select from delivery)),
      subscription as (
        insert into subscriptions (open_channel_id, user_id) select open_channel_id, ${ruling.userId}::bigint
        from permitted where ${ruling.ruling === 'grant'} and exists (select from delivery)
        on conflict do nothing),
      announced as (
        insert into rulings (ruling_id, open_channel_id, user_id, ruling, days, reason, ruled_by)
        select ${ruling.rulingId}, open_channel_id, ${ruling.userId}::bigint, ${ruling.ruling}, ${ruling.days}::int,
          ${ruling.reason ?? NO_REASON}, ${by.userId}::bigint
        from permitted where exists (select from delivery)),
      promised as (${promise(sql, promised, 'delivery')})
      select from permitted`,
  );
