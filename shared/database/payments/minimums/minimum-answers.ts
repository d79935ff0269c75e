import type { Cents } from '../../../domain/common/ids';
import { DAY_SECONDS } from '../../../domain/common/time';
import { promisedRow, promisedRows } from '../../common/outbox';
import type { Database } from '../../connection/pool';
import type { Sql } from '../../connection/options';

/** Answers are asked for again after an hour, less the minute that the scheduler may be late. */
const AGAIN_SECONDS = 59 * 60;
/** A question that failed, and the list while no coin is on: well within ten minutes. */
export const SOON_SECONDS = 5 * 60;
/** A question that was asked too soon, which somebody else's request can cause. */
const TOO_SOON_SECONDS = 60;
/** No limit is published, but a few questions in a second were answered 429. All instances together ask one. */
export const PACE_SECONDS = 1;

/** Lets the next question be asked a second after this answer, or as long after as the payment provider wants. */
const paced = (sql: Sql, afterSeconds: number = PACE_SECONDS) => sql`
  next_question_at = app_now() + ${Math.max(afterSeconds, PACE_SECONDS)} * interval '1 second'`;

/** Stores one coin's minimum. */
export const saveMinimum = (
  database: Database,
  { coin, cents }: { readonly coin: string; readonly cents: Cents },
): Promise<unknown> =>
  database.query(
    (sql) => sql`
      with answered as (
        update minimums set cents = ${cents}, answered_at = app_now(),
          least_cents = least(least_cents, ${cents}::bigint),
          ask_at = app_now() + ${AGAIN_SECONDS} * interval '1 second'
        where coin = ${coin})
      update coin_list set ${paced(sql)}`,
  );

interface NoAnswer {
  /** `null`: the list. */
  readonly coin: string | null;
  readonly isTooSoon: boolean;
  readonly retryAfterSeconds?: number | undefined;
}

/** Records that a question got no answer. It is due again soon. What was answered before stays. */
export const saveNoAnswer = (
  database: Database,
  { coin, isTooSoon, retryAfterSeconds }: NoAnswer,
): Promise<unknown> => {
  const seconds = isTooSoon ? TOO_SOON_SECONDS : SOON_SECONDS;
  return database.query(
    (sql) => sql`
      with unanswered as (
        update minimums set ask_at = app_now() + ${seconds} * interval '1 second' where coin = ${coin})
      update coin_list set ${paced(sql, retryAfterSeconds)},
        ask_at = case when ${coin}::text is null then app_now() + ${seconds} * interval '1 second' else ask_at end`,
  );
};

/**
 * Stores which coins are switched on. A coin that is new, or on again, is asked about at once. If none is on, promises
 * to tell each owner, once a day for as long as that lasts.
 */
export const saveCoinList = (database: Database, coins: readonly string[]): Promise<unknown> =>
  database.query(
    (sql) => sql`
      with listed as (select distinct jsonb_array_elements_text(${sql.json(coins as string[])}) as coin),
      switched_on as (
        insert into minimums as m (coin, is_on) select coin, true from listed
        on conflict (coin) do update set is_on = true, ask_at = app_now() where not m.is_on),
      switched_off as (
        update minimums set is_on = false where is_on and coin not in (select coin from listed)),
      list as (
        update coin_list set ${paced(sql)}, listed_at = app_now(),
          ask_at = app_now() + interval '1 second' *
            case when ${coins.length === 0} then ${SOON_SECONDS}::int else ${AGAIN_SECONDS}::int end,
          -- Coins that go on and off again within the day are the same trouble, about which the owners were told.
          off_since = case when ${coins.length === 0} or off_since > app_now() - interval '24 hours' then coalesce(off_since
            + floor(extract(epoch from app_now() - off_since) / ${DAY_SECONDS}) * interval '24 hours', app_now()) end
        returning off_since),
      told as (
        ${promisedRows(
          sql,
          sql`select ${promisedRow(sql, 'send_message', {
            payload: {
              chatId: sql`owners.owner_user_id`,
              message: sql`jsonb_build_object('type', 'no_coin_on')`,
            },
            key: sql`'no_coin_on:' || owners.owner_user_id || ':'
              || (extract(epoch from list.off_since) * 1000)::bigint`,
            expiresInSeconds: DAY_SECONDS,
          })} from list, (select distinct owner_user_id from channels) as owners where ${coins.length === 0}`,
        )})
      select from list`,
  );

/** Makes every question due now, because the payment provider has just contradicted an answer. */
export const askAgainNow = (database: Database): Promise<unknown> =>
  database.query(
    (sql) => sql`
      with coins as (update minimums set ask_at = app_now() where is_on)
      update coin_list set ask_at = app_now()`,
  );
