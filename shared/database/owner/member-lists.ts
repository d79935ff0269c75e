import type { ListPlace, MemberFilter } from '../../domain/owner/lists';
import type { KnownMember, NamedPlace } from '../../domain/places/known-member';
import { LISTED_PER_PAGE, askedPage, countUpTo, firstRows, pagesOf } from '../common/paging';
import { epochMs } from '../common/epoch';
import type { Database } from '../connection/pool';
import type { Fragment, Sql } from '../connection/options';
import type { OfSubscription } from '../access/subscriptions';
import { keptByOthers, mainOfSeveral } from '../places/known-places';
import { joinedMember, memberJson } from '../places/member-rows';

/** True if no other offer keeps the listed member in the main place. Looked at only if another offer opens it. */
const isLetInByNoOther = (sql: Sql): Fragment => sql`(
  not (select is_shared from channel) or not exists (${keptByOthers(sql, {
    openChannelId: sql`listed_members.open_channel_id`,
    chatId: sql`(select chat_id from channel)`,
    userId: sql`listed_members.user_id`,
  })}))`;

/**
 * The users of each list. A member in the grace period doesn't count as unpaid, and an administrator need not pay. Each part
 * is a range of the index `listed_members_by_end`.
 */
const rangesOf = (sql: Sql, filter: MemberFilter): readonly Fragment[] =>
  ({
    in: [sql`place = 'member'`, sql`place = 'administrator'`],
    unpaid: [
      sql`place = 'member' and paid_until <= (select forgiven from channel) and ${isLetInByNoOther(sql)}`,
      sql`place = 'member' and paid_until is null and ${isLetInByNoOther(sql)}`,
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

/** A page of the known users of a channel. Those who have to leave first are first. */
export interface MemberListing {
  readonly members: readonly KnownMember[];
  /** `LISTED_AT_MOST + 1` if there are more. */
  readonly counts: Readonly<Record<MemberFilter, number>>;
  readonly counted: { readonly members: number; readonly at: number } | null;
  /** The place that the lists are about, if the offer has several. */
  readonly main: NamedPlace | null;
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
        select app_now() as now, app_now() - grace_hours * interval '1 hour' as forgiven, closed_channel_id as chat_id,
          exists (select from places p where p.chat_id = c.closed_channel_id and p.open_channel_id <> c.open_channel_id
            and p.closed_at is null) as is_shared
        from channels c where open_channel_id = ${openChannelId}),
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
        (select ${mainOfSeveral(sql)} from channels c where c.open_channel_id = ${openChannelId}) as main,
        (select jsonb_build_object('members', b.members, 'at', ${epochMs(sql, sql`b.members_at`)})
          from removal_brakes b where b.open_channel_id = ${openChannelId} and b.members is not null) as counted,
        coalesce((select jsonb_agg(${memberJson(sql)} order by u.place) from u ${joinedMember(sql, openChannelId)}), '[]')
          as members
      from requested, counts`,
  );
  if (row === undefined) throw new Error('a count returned nothing');
  return row;
}
