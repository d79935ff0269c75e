import type { ListPlace, MemberFilter } from '../../domain/owner/lists';
import type { KnownMember } from '../../domain/messages/owner-lists';
import { LISTED_PER_PAGE, askedPage, countUpTo, firstRows, pagesOf } from '../common/paging';
import { grantedDays } from '../access/access-history';
import { linkEnd } from '../access/invite-links';
import { epochMs } from '../common/epoch';
import { isPayerShown, personJson } from '../common/shown-payer';
import type { Database } from '../connection/pool';
import type { Fragment, Sql } from '../connection/options';
import type { OfSubscription } from '../access/subscriptions';

/**
 * The users of each list. A member in the grace period doesn't count as unpaid, and an administrator need not pay. Each part
 * is a range of the index `listed_members_by_end`.
 */
const rangesOf = (sql: Sql, filter: MemberFilter): readonly Fragment[] =>
  ({
    in: [sql`place = 'member'`, sql`place = 'administrator'`],
    unpaid: [
      sql`place = 'member' and paid_until <= (select forgiven from channel)`,
      sql`place = 'member' and paid_until is null`,
    ],
    out: [sql`place = 'out' and paid_until > (select now from channel)`],
  })[filter];

/** Selects the first users of a list: those who have to leave first. */
const firstOf = (sql: Sql, openChannelId: number, filter: MemberFilter): Fragment =>
  firstRows(
    sql,
    sql`select user_id, paid_until from listed_members where open_channel_id = ${openChannelId}`,
    {
      ranges: rangesOf(sql, filter),
      sequence: sql`paid_until, user_id`,
    },
  );

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
  /** `LISTED_AT_MOST + 1` if there are more. */
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
      with channel as materialized (
        select app_now() as now, app_now() - grace_hours * interval '1 hour' as forgiven
        from channels where open_channel_id = ${openChannelId}),
      counts as materialized (
        select ${countUpTo(sql, firstOf(sql, openChannelId, 'in'))} as "in",
          ${countUpTo(sql, firstOf(sql, openChannelId, 'unpaid'))} as unpaid,
          ${countUpTo(sql, firstOf(sql, openChannelId, 'out'))} as out),
      requested as (
        select pages, ${askedPage(sql, page)} from (select ${pagesOf(sql, sql`${sql(filter)}`)} from counts) as all_of_them),
      u as materialized (
        select k.user_id, row_number() over () as place from (
          select user_id from (${firstOf(sql, openChannelId, filter)}) k order by paid_until, user_id
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
