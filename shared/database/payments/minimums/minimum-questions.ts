import type { Database } from '../../connection/pool';
import type { Fragment, Sql } from '../../connection/options';
import { tooSmallLately } from '../invoice-refusals';
import { PACE_SECONDS, SOON_SECONDS } from './minimum-answers';

/** Coins with low minimums. They are asked about first, because the least of all minimums is what counts. */
const CHEAP_COINS = [
  'usdttrc20',
  'usdtbsc',
  'usdcbsc',
  'trx',
  'ltc',
  'bnbbsc',
  'maticmainnet',
  'sol',
  'doge',
  'xlm',
];

/** Longer than a call may take. If the instance that asked dies, others wait this long. */
const CALL_SECONDS = 12;
/** After this long, a question no longer gives way to invoices, so that a busy shop gets its answers too. */
const PATIENCE_SECONDS = 10 * 60;

/** What to ask the payment provider: for the list of coins that are switched on, or for one coin's minimum. */
export type MinimumQuestion =
  | { readonly type: 'list' }
  | { readonly type: 'coin'; readonly coin: string }
  /** Something is due, but not yet: another question was just asked, or an invoice is being made. */
  | { readonly type: 'wait'; readonly seconds: number }
  | { readonly type: 'none' };

const isDue = (sql: Sql) => sql`
  (exists (select from coin_list where ask_at <= app_now())
    or exists (select from minimums where is_on and ask_at <= app_now()))`;

/**
 * True while an invoice is to be made, and for a second after one. A question at the same moment could cost it a 429, and
 * somebody waits for it. An invoice that failed and waits long for its next attempt holds up nothing, nor does one that
 * waits for the answers.
 */
const isInvoiceNear = (sql: Sql) => sql`(
  exists (select from outbox where kind = 'create_invoice' and delivered_at is null and failed_at is null
    and due_at < app_now() + interval '1 minute'
    and not exists (select from (${tooSmallLately(sql)}) as r where r.order_reference = outbox.order_reference))
  or exists (select from invoices where created_at > app_now() - ${PACE_SECONDS} * interval '1 second'))`;

/**
 * How long an invoice waits because of questions, in seconds: until one is answered, and a second more. If the provider
 * wants a longer pause between questions, no invoice waits for that.
 */
export const quietSeconds = (sql: Sql): Fragment => sql`
  (select extract(epoch from greatest(interval '0', least(next_question_at,
    asked_at + ${CALL_SECONDS + PACE_SECONDS} * interval '1 second') - app_now()))::float8 from coin_list)`;

/** Reads how long an invoice still waits because of questions, in seconds. */
export async function readQuietSeconds(database: Database): Promise<number> {
  const [row] = await database.query(
    (sql) => sql<{ seconds: number }[]>`select ${quietSeconds(sql)} as seconds`,
  );
  return row?.seconds ?? 0;
}

/** Returns whether a question is due that no instance is about to ask. */
export async function isQuestionDue(database: Database): Promise<boolean> {
  const [row] = await database.query(
    (sql) => sql<{ isDue: boolean }[]>`
      select ${isDue(sql)} and exists (
        select from coin_list where next_question_at <= app_now()) as "isDue"`,
  );
  return row?.isDue ?? false;
}

/**
 * Claims the next question that is due, for this instance alone, and holds up all others until it is answered. The list
 * comes first, then the coins with low minimums.
 */
export async function claimQuestion(database: Database): Promise<MinimumQuestion> {
  const [row] = await database.query(
    (sql) => sql<{ isList: boolean | null; coin: string | null; isDue: boolean; seconds: number | null }[]>`
      with pace as (
        select ask_at <= app_now() as is_list_due from coin_list
        where next_question_at <= app_now() and (not ${isInvoiceNear(sql)}
          or least(ask_at, (select min(ask_at) from minimums where is_on))
            < app_now() - ${PATIENCE_SECONDS} * interval '1 second')
        for update skip locked),
      question as (
        select true as is_list, null as coin from pace where is_list_due
        union all (
          select false, m.coin from pace, minimums m
          where not is_list_due and m.is_on and m.ask_at <= app_now()
          order by coalesce(array_position(string_to_array(${CHEAP_COINS.join()}, ','), m.coin), 100), m.cents nulls last, m.coin limit 1)),
      paced as (
        update coin_list set asked_at = app_now(),
          next_question_at = app_now() + ${CALL_SECONDS} * interval '1 second',
          ask_at = case when (select is_list from question)
            then app_now() + ${SOON_SECONDS} * interval '1 second' else ask_at end
        where exists (select from question)),
      claimed as (
        update minimums set ask_at = app_now() + ${SOON_SECONDS} * interval '1 second'
        where coin = (select coin from question))
      select q.is_list as "isList", q.coin, ${isDue(sql)} as "isDue",
        (select extract(epoch from next_question_at - app_now())::float8 from coin_list) as seconds
      from (select) as one left join question q on true`,
  );
  if (row?.isList === true) return { type: 'list' };
  if (row?.coin != null) return { type: 'coin', coin: row.coin };
  return row?.isDue ? { type: 'wait', seconds: Math.max(row.seconds ?? 0, PACE_SECONDS) } : { type: 'none' };
}
