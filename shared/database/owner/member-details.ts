import type { KnownMember, MemberPlace } from '../../domain/places/known-member';
import type { ShownRenewal } from '../../domain/stars/renewal-message';
import { grantedDays } from '../access/access-history';
import { shownRenewal, type OfSubscription } from '../access/subscriptions';
import { epochMs } from '../common/epoch';
import { isPayerShown } from '../common/shown-payer';
import type { Database } from '../connection/pool';
import { isSeenInPlaces, knownPlaces } from '../places/known-places';
import { joinedMember, memberJson } from '../places/member-rows';

/** Everything that is known about one user in a channel. */
export interface MemberDetails {
  readonly member: KnownMember;
  readonly graceHours: number;
  readonly seenAt: number | null;
  readonly isProtected: boolean;
  /** Each place, if the offer has several. */
  readonly places: readonly MemberPlace[] | null;
  readonly days: number;
  readonly renewal: ShownRenewal | null;
}

/** Finds a user who was seen in a channel or ordered something from it, not anonymously. `undefined` for anyone else. */
export async function findMember(
  database: Database,
  { openChannelId, userId }: OfSubscription,
): Promise<MemberDetails | undefined> {
  const [row] = await database.query(
    (sql) => sql<MemberDetails[]>`
      select ${memberJson(sql)} as member, c.grace_hours as "graceHours", ${epochMs(sql, sql`a.seen_at`)} as "seenAt",
        coalesce(a.is_protected, false) as "isProtected", ${knownPlaces(sql)} as places,
        case when s.user_id is not null then ${shownRenewal(sql)} end as renewal,
        (select coalesce(sum(e.days), 0)::int from (${grantedDays(sql, openChannelId)}) e
          where e.user_id = u.user_id and e.revoked_at is null) as days
      from (select ${userId}::bigint as user_id) as u ${joinedMember(sql, openChannelId)}
      where a.user_id is not null or s.user_id is not null or ${isSeenInPlaces(sql, sql`u.user_id`)} or exists (
        select from orders o where o.user_id = u.user_id and o.open_channel_id = c.open_channel_id and ${isPayerShown(sql)})`,
  );
  return row;
}
