import { ACCESS_EXPIRES_SECONDS, MONEY_EXPIRES_SECONDS, type EffectOf } from '../../domain/effects';
import { placeTopic } from '../../domain/common/living-message';
import { DAY_SECONDS } from '../../domain/common/time';
import {
  FIRST_COUNT_SECONDS,
  LAST_GRANT_SECONDS,
  PLACE_PAGE,
  PLACE_PEOPLE_PER_SECOND,
} from '../../domain/places/place';
import { epochMs } from '../common/epoch';
import { ofChannel, promisedRow, promisedRows } from '../common/outbox';
import type { Database } from '../connection/pool';
import type { Fragment, Sql } from '../connection/options';
import { placeTitle } from './kinds';
import { leftInside, outsiders } from './touched-people';

type ApplyPlace = EffectOf<'apply_place'>;
type OfPlace = Pick<ApplyPlace, 'openChannelId' | 'chatId'>;

/** What is promised about a place and isn't done yet: letting people in, or removing them. In a range of `outbox_of_channel`. */
export const unfinishedIn = (
  sql: Sql,
  { openChannelId, chatId }: { readonly openChannelId: number; readonly chatId: number | Fragment },
  isClosed: Fragment,
): Fragment => sql`
  select from outbox where ${ofChannel(sql, sql`${chatId}::bigint`)}
    and kind = case when ${isClosed} then 'remove_member' else 'grant_access' end
    and (payload ->> 'offerId')::bigint = ${openChannelId}`;

/** The people that opening or closing the `place` touches. */
const touched = (sql: Sql, of: OfPlace): Fragment => sql`
  select is_closed, t.* from place join (${outsiders(sql, of)}) t on not is_closed
  union all
  select is_closed, t.* from place join (${leftInside(sql, of)}) t on is_closed`;

const people = (
  sql: Sql,
  { after, total, begun, countAgainSeconds, since, ...of }: ApplyPlace,
): Fragment => sql`
  place as materialized (
    select p.closed_at is not null as is_closed, p.kind, ${placeTitle(sql)} as chat_title, c.title, c.owner_user_id
    from places p join channels c using (open_channel_id) left join bot_chats b on b.chat_id = p.chat_id
    where p.open_channel_id = ${of.openChannelId} and p.chat_id = ${of.chatId}
      and ${epochMs(sql, sql`coalesce(p.closed_at, p.opened_at)`)} = ${since}::bigint),
  page as materialized (
    select *, (row_number() over (order by user_id) - 1) / ${PLACE_PEOPLE_PER_SECOND}::float8 as due_in from (
      select * from (${touched(sql, of)}) t where user_id > ${after} and ${countAgainSeconds} = 0
      order by user_id limit ${PLACE_PAGE}) as listed),
  counted as materialized (
    select is_closed, listed, last_id, total, least(total, ${begun} + listed) as begun,
      unfinished = 0 and ${countAgainSeconds} > 0 as is_done, greatest(0, ${begun} - unfinished) as done
    from (
      select is_closed, (select count(*) from page) as listed, (select max(user_id) from page) as last_id,
        (select count(*) from (${unfinishedIn(sql, of, sql`(select is_closed from place)`)}) u) as unfinished,
        coalesce(${total}::bigint, (select count(*) from (${touched(sql, of)}) t)) as total
      from place) as sums)`;

/** Promises the next page, the second round through a closed place, or the next count. Nothing after everything was counted as done. */
const nextPage = (
  sql: Sql,
  { openChannelId, chatId, since, isAgain, countAgainSeconds: waited }: ApplyPlace,
): Fragment => sql`
  select ${promisedRow(sql, 'apply_place', {
    payload: {
      openChannelId: sql`${openChannelId}::bigint`,
      chatId: sql`${chatId}::bigint`,
      since: sql`${since}::bigint`,
      after: sql`case when is_full then last_id else 0 end`,
      isAgain: sql`${isAgain}::boolean or not is_full`,
      total: sql`total`,
      begun: sql`begun`,
      countAgainSeconds: sql`case when is_full or is_next_round then 0 else again_in end`,
    },
    key: sql`${`place:${openChannelId}:${chatId}:${since}:`}::text || case
      when is_full then last_id || ${isAgain ? ':again' : ''}::text
      when is_next_round then 'again' else 'count:' || again_in end`,
    expiresInSeconds: 30 * DAY_SECONDS,
    dueInSeconds: sql`case
      when is_full then ${PLACE_PAGE / PLACE_PEOPLE_PER_SECOND}
      when is_next_round then ${LAST_GRANT_SECONDS}
      when ${waited} = 0 then listed / ${PLACE_PEOPLE_PER_SECOND}::float8 + 5 else ${waited} end`,
  })} from (
    select *, listed = ${PLACE_PAGE} as is_full, is_closed and not ${isAgain}::boolean and ${waited} = 0 as is_next_round,
      greatest(${FIRST_COUNT_SECONDS}, 2 * ${waited}::integer) as again_in from counted) as n
  where is_full or is_next_round or total > 0 and not is_done and again_in <= ${DAY_SECONDS}`;

/** Shows the owner how far it is, in one message that changes. */
const shownProgress = (
  sql: Sql,
  { openChannelId, chatId, since, after, isAgain, countAgainSeconds }: ApplyPlace,
): Fragment => sql`
  select ${promisedRow(sql, 'send_message', {
    payload: {
      chatId: sql`owner_user_id`,
      message: sql`jsonb_build_object('type', 'place_progress', 'openChannelId', ${openChannelId}::bigint, 'title', title,
        'chatTitle', chat_title, 'kind', kind, 'change', case when counted.is_closed then 'close' else 'open' end,
        'total', total, 'begun', begun, 'done', done, 'isDone', is_done)`,
      living: sql`jsonb_build_object('topic', ${placeTopic({ openChannelId, chatId, since })}::text, 'as', 'edit')`,
    },
    key: sql`${`place:${openChannelId}:${chatId}:${since}:shown:${after}:${isAgain}:${countAgainSeconds}`}::text`,
    expiresInSeconds: MONEY_EXPIRES_SECONDS,
  })} from counted, place where total > 0`;

/**
 * Promises what the next people of a page need, each on their own, the page after it, and a message that tells the owner how far it
 * is. Promising it twice changes nothing.
 */
export const promisePlacePage = (database: Database, effect: ApplyPlace): Promise<unknown> =>
  database.query((sql) => {
    const { openChannelId, chatId, since, isAgain } = effect;
    const member = {
      openChannelId: sql`${openChannelId}::bigint`,
      userId: sql`user_id`,
      chatId: sql`${chatId}::bigint`,
    };
    const promised = {
      key: sql`${`place:${openChannelId}:${chatId}:${since}${isAgain ? ':again' : ''}:member:`}::text || user_id`,
      expiresInSeconds: ACCESS_EXPIRES_SECONDS,
      dueInSeconds: sql`due_in`,
    };
    return sql`
      with ${people(sql, effect)},
      granted as (${promisedRows(
        sql,
        sql`select ${promisedRow(sql, 'grant_access', {
          payload: {
            ...member,
            reference: sql`null::text`,
            news: sql`jsonb_build_object('type', 'place_added')`,
          },
          ...promised,
        })} from page where not is_closed
        union all
        select ${promisedRow(sql, 'remove_member', {
          payload: { ...member, paidUntil: epochMs(sql, sql`paid_until`) },
          ...promised,
        })} from page where is_closed
        union all ${nextPage(sql, effect)}
        union all ${shownProgress(sql, effect)}`,
      )})
      select from place`;
  });
