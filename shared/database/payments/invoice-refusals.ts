import { MONEY_EXPIRES_SECONDS } from '../../domain/effects';
import type { Cents, OrderReference } from '../../domain/common/ids';
import type { RailName } from '../../domain/common/rails';
import { MANY_REFUSALS } from '../../domain/payments/invoices/invoice-refusal';
import { promisedRow, promisedRows } from '../common/outbox';
import type { Fragment, Sql } from '../connection/options';
import type { Database } from '../connection/pool';
import { isAnsweredSince } from './minimums/minimums';

/** The refusals that count now. */
const ofLastHour = (sql: Sql) => sql`r.refused_at > app_now() - interval '1 hour'`;

/** Selects how many definite refusals of invoices there were in the last hour. */
export const refusalsOfLastHour = (sql: Sql) => sql`
  select count(*)::int from invoice_refusals r where ${ofLastHour(sql)}`;

/** The payment provider's code for an amount below the minimum. */
export const TOO_SMALL = 'AMOUNT_MINIMAL_ERROR';
/** How long a buyer waits for the amount that works. Each coin takes a second or two to answer. */
const ANSWERS_WITHIN_SECONDS = 60;
/** For this long the amount is too small without another question, so that a late worker repeats no request. */
const TOO_SMALL_FOR_SECONDS = 180;

/** Selects the orders whose amount the payment provider has just called too small. */
export const tooSmallLately = (sql: Sql): Fragment => sql`
  select order_reference, amount_cents, refused_at from invoice_refusals
  where code = ${TOO_SMALL} and refused_at > app_now() - ${TOO_SMALL_FOR_SECONDS} * interval '1 second'`;

/**
 * Whether the provider has just called this amount too small for an order `o`: `awaiting` while the coins are asked
 * about again, then `answered`. `null`: it has not.
 */
export const tooSmall = (sql: Sql, amountCents: Cents): Fragment => sql`
  (select case when r.refused_at <= app_now() - ${ANSWERS_WITHIN_SECONDS} * interval '1 second'
      or ${isAnsweredSince(sql, sql`r.refused_at`)} then 'answered' else 'awaiting' end
    from (${tooSmallLately(sql)}) as r where r.order_reference = o.reference and r.amount_cents = ${amountCents}
    order by r.refused_at desc limit 1)`;

/** A definite answer of the payment provider to the request for an invoice. */
export interface InvoiceRefusal {
  /** Of an invoice that isn't in crypto. */
  readonly rail?: RailName | null;
  readonly reference: OrderReference;
  readonly status: number;
  readonly code: string | undefined;
  readonly amountCents: Cents;
}

/** Records that the payment provider refused an invoice for good. */
export const recordRefusal = (
  database: Database,
  { reference, status, code, amountCents, rail = null }: InvoiceRefusal,
): Promise<unknown> =>
  database.query(
    (sql) => sql`
      insert into invoice_refusals (order_reference, status, code, amount_cents, rail)
      values (${reference}, ${status}, ${code ?? null}, ${amountCents}, ${rail})`,
  );

/** What the news to an owner says about invoices that are not in crypto. */
const ofRail = (sql: Sql, rail: RailName | null): Fragment =>
  rail === null ? sql`'{}'::jsonb` : sql`jsonb_build_object('rail', ${rail}::text)`;

/**
 * After many refusals in an hour, promises to tell each owner of a channel concerned, once a day. A separate statement
 * from the one that records: after refusals at the same moment, the last to be recorded sees them all.
 */
export const tellOwnersOfRefusals = (database: Database, rail: RailName | null = null): Promise<unknown> =>
  database.query(
    (sql) => sql`
      with refused as (
        select c.owner_user_id, c.open_channel_id, c.title, count(*)::int as refusals
        from invoice_refusals r join orders o on o.reference = r.order_reference join channels c using (open_channel_id)
        where ${ofLastHour(sql)} and r.rail is not distinct from ${rail}::text group by c.open_channel_id),
      owners as (
        select owner_user_id, sum(refusals)::int as refusals, (array_agg(title order by refusals desc, title))[1] as title,
          (array_agg(open_channel_id order by refusals desc, title))[1] as open_channel_id, count(*)::int as channels
        from refused where (select sum(refusals) from refused) >= ${MANY_REFUSALS} group by owner_user_id),
      promised as (${promisedRows(
        sql,
        sql`select ${promisedRow(sql, 'send_message', {
          payload: {
            chatId: sql`owner_user_id`,
            message: sql`jsonb_build_object('type', 'invoices_refused', 'openChannelId', open_channel_id, 'title', title,
              'channels', channels, 'refusals', refusals) || ${ofRail(sql, rail)}`,
          },
          key: sql`'owner:' || owner_user_id || ${rail === null ? ':invoices_refused:' : `:invoices_refused:${rail}:`} || to_char(app_now() at time zone 'UTC', 'YYYY-MM-DD')`,
          expiresInSeconds: MONEY_EXPIRES_SECONDS,
        })} from owners`,
      )})
      select from owners`,
  );
