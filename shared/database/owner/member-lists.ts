import type { ListPlace, MemberFilter } from '../../domain/owner/lists';
import type { KnownMember } from '../../domain/messages/owner-lists';
import { LISTED_PER_PAGE, askedPage } from '../common/paging';
import { grantedDays } from '../access/access-history';
import { linkEnd } from '../access/invite-links';
import { epochMs } from '../common/epoch';
import { isPayerShown, personJson } from '../common/shown-payer';
import type { Database } from '../connection/pool';
import type { Sql } from '../connection/options';
import type { OfSubscription } from '../access/subscriptions';

/** Selects the known users `k` that a list shows. */
const isListed = (sql: Sql, filter: MemberFilter) =>
  ({
    in: sql`k."isIn"`,
    unpaid: sql`k."isUnpaid"`,
    out: sql`not k."isIn"`,
  })[filter];

/**
 * Users who are in the channel or have access to it. A member in the grace period doesn't count as unpaid, and an
 * administrator need not pay.
 */
const known = (sql: Sql, openChannelId: number) => sql`
  with channel as materialized (
    select app_now() as now, app_now() - grace_hours * interval '1 hour' as forgiven
    from channels where open_channel_id = ${openChannelId}),
  known as materialized (
    select user_id, s.paid_until, m.status is not null as "isIn",
      m.status is not null and m.status not in ('administrator', 'creator')
        and (s.paid_until is null or s.paid_until <= channel.forgiven) as "isUnpaid"
    from (select user_id, status from members
        where open_channel_id = ${openChannelId} and status not in ('left', 'kicked')) m
      full join (select user_id, paid_until from subscriptions
        where open_channel_id = ${openChannelId} and paid_until is not null) s using (user_id)
      cross join channel
    where m.status is not null or s.paid_until > channel.now)`;

/** What a list says about the subscription `s` and the member `m` of `user_id`, in the channel `c`. */
const member = (sql: Sql) => sql`
  jsonb_build_object('payer', ${personJson(sql, sql`user_id`)},
    'whereabouts', case when m.status in ('administrator', 'creator') then 'administrator' when m.status = 'kicked' then 'banned'
      when m.status = 'left' then 'out' when m.status is null then 'unseen' else 'in' end,
    'paidUntil', ${epochMs(sql, sql`s.paid_until`)},
    'phase', case when s.paid_until is null then 'none' when app_now() < s.paid_until then 'active'
      when app_now() < s.paid_until + c.grace_hours * interval '1 hour' then 'grace' else 'expired' end,
    'origin', case when m.status not in ('left', 'kicked') then m.origin end,
    'wayIn', case
      when exists (select from invite_links l where (l.open_channel_id, l.user_id) = (c.open_channel_id, u.user_id)
        and l.revoked_at is null and ${linkEnd(sql)} > app_now()) then 'live'
      when exists (select from invite_links l where (l.open_channel_id, l.user_id) = (c.open_channel_id, u.user_id))
        then 'ended' else 'none' end)`;

/** Joins what is known about the users `u` in the channel `c`. */
const joinedRows = (sql: Sql, openChannelId: number) => sql`
  join channels c on c.open_channel_id = ${openChannelId}
  left join members m using (open_channel_id, user_id)
  left join subscriptions s using (open_channel_id, user_id)
  left join chats h on h.chat_id = user_id`;

/** A page of the known users of a channel. Those who have to leave first are first. */
export interface MemberListing {
  readonly members: readonly KnownMember[];
  readonly counts: Readonly<Record<MemberFilter, number>>;
  readonly counted: { readonly members: number; readonly at: number } | null;
  /** The last page if the request was past the end. */
  readonly page: number;
  readonly pages: number;
}

export async function listMembers(
  database: Database,
  { openChannelId, filter, page }: ListPlace<MemberFilter> & Pick<OfSubscription, 'openChannelId'>,
): Promise<MemberListing> {
  const [row] = await database.query(
    (sql) => sql<MemberListing[]>`
      ${known(sql, openChannelId)},
      counts as (
        select count(*) filter (where "isIn")::int as "in", count(*) filter (where "isUnpaid")::int as unpaid,
          count(*) filter (where not "isIn")::int as out
        from known),
      requested as (
        select pages, ${askedPage(sql, page)}
        from (select ceil(${sql(filter)} / ${LISTED_PER_PAGE}::float8)::int as pages from counts) as all_of_them),
      u as materialized (
        select k.user_id, row_number() over () as place from (
          select user_id from known k where ${isListed(sql, filter)} order by paid_until, user_id
          limit ${LISTED_PER_PAGE} offset (select (page - 1) * ${LISTED_PER_PAGE} from requested)) as k)
      select page, pages, to_jsonb(counts) as counts,
        (select jsonb_build_object('members', b.members, 'at', ${epochMs(sql, sql`b.members_at`)})
          from removal_brakes b where b.open_channel_id = ${openChannelId} and b.members is not null) as counted,
        coalesce((select jsonb_agg(${member(sql)} order by u.place) from u ${joinedRows(sql, openChannelId)}), '[]')
          as members
      from requested, counts`,
  );
  if (row === undefined) throw new Error('a count returned nothing');
  return row;
}

/** Everything that is known about one user in a channel. */
export interface MemberDetails {
  readonly member: KnownMember;
  readonly graceHours: number;
  readonly seenAt: number | null;
  readonly isProtected: boolean;
  readonly days: number;
}

/** Finds a user who was seen in a channel or ordered something from it, not anonymously. `undefined` for anyone else. */
export async function findMember(
  database: Database,
  { openChannelId, userId }: OfSubscription,
): Promise<MemberDetails | undefined> {
  const [row] = await database.query(
    (sql) => sql<MemberDetails[]>`
      select ${member(sql)} as member, c.grace_hours as "graceHours", ${epochMs(sql, sql`m.seen_at`)} as "seenAt",
        coalesce(m.is_protected, false) as "isProtected",
        (select coalesce(sum(e.days), 0)::int from (${grantedDays(sql, openChannelId)}) e
          where e.user_id = u.user_id and e.revoked_at is null) as days
      from (select ${userId}::bigint as user_id) as u ${joinedRows(sql, openChannelId)}
      where m.user_id is not null or s.user_id is not null or exists (
        select from orders o where o.user_id = u.user_id and o.open_channel_id = c.open_channel_id and ${isPayerShown(sql)})`,
  );
  return row;
}
