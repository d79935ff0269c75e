import { ACCESS_EXPIRES_SECONDS, type EffectOf } from '../../domain/effects';
import { DAY_SECONDS } from '../../domain/common/time';
import { LAST_GRANT_SECONDS, PLACE_PAGE, PLACE_PEOPLE_PER_SECOND } from '../../domain/places/place';
import { epochMs } from '../common/epoch';
import { promisedRow, promisedRows } from '../common/outbox';
import type { Database } from '../connection/pool';
import type { Fragment, Sql } from '../connection/options';
import { leftInside, outsiders } from './offer-places';

type ApplyPlace = EffectOf<'apply_place'>;

const people = (sql: Sql, { after, ...place }: ApplyPlace): Fragment => sql`
  place as materialized (
    select closed_at is not null as is_closed from places
    where open_channel_id = ${place.openChannelId} and chat_id = ${place.chatId}
      and ${epochMs(sql, sql`coalesce(closed_at, opened_at)`)} = ${place.since}::bigint),
  page as materialized (
    select *, (row_number() over (order by user_id) - 1) / ${PLACE_PEOPLE_PER_SECOND}::float8 as due_in from (
      select is_closed, t.* from place join (${outsiders(sql, place)}) t on not is_closed where t.user_id > ${after}
      union all
      select is_closed, t.* from place join (${leftInside(sql, place)}) t on is_closed where t.user_id > ${after}
      order by user_id limit ${PLACE_PAGE}) as listed)`;

/** The next page, or the second round through a closed place. */
const nextPage = (sql: Sql, { openChannelId, chatId, since, isAgain }: ApplyPlace): Fragment => sql`
  select ${promisedRow(sql, 'apply_place', {
    payload: {
      openChannelId: sql`${openChannelId}::bigint`,
      chatId: sql`${chatId}::bigint`,
      since: sql`${since}::bigint`,
      after: sql`case when is_full then last_id else 0 end`,
      isAgain: sql`${isAgain}::boolean or not is_full`,
    },
    key: sql`${`place:${openChannelId}:${chatId}:${since}:`}::text
      || case when is_full then last_id || ${isAgain ? ':again' : ''}::text else 'again' end`,
    expiresInSeconds: 30 * DAY_SECONDS,
    dueInSeconds: sql`case when is_full then ${PLACE_PAGE / PLACE_PEOPLE_PER_SECOND} else ${LAST_GRANT_SECONDS} end`,
  })} from (select count(*) = ${PLACE_PAGE} as is_full, max(user_id) as last_id from page) as pages, place
  where is_full or (is_closed and not ${isAgain}::boolean)`;

/** Promises what the next people of a page need, each on their own, and the page after it. Promising it twice changes nothing. */
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
        union all ${nextPage(sql, effect)}`,
      )})
      select from place`;
  });
