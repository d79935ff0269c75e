import { MONEY_EXPIRES_SECONDS } from '../../domain/effects';
import type { OrderReference } from '../../domain/common/ids';
import { MANY_REFUSALS } from '../../domain/payments/invoices/invoice-refusal';
import { promisedRow, promisedRows } from '../common/outbox';
import type { Sql } from '../connection/options';
import type { Database } from '../connection/pool';

/** The refusals that count now. */
const ofLastHour = (sql: Sql) => sql`r.refused_at > app_now() - interval '1 hour'`;

/** Selects how many definite refusals of invoices there were in the last hour. */
export const refusalsOfLastHour = (sql: Sql) => sql`
  select count(*)::int from invoice_refusals r where ${ofLastHour(sql)}`;

/** A definite answer of NOWPayments to the request for an invoice. */
export interface InvoiceRefusal {
  readonly reference: OrderReference;
  readonly status: number;
  readonly code: string | undefined;
}

/** Records that NOWPayments refused an invoice for good. */
export const recordRefusal = (
  database: Database,
  { reference, status, code }: InvoiceRefusal,
): Promise<unknown> =>
  database.query(
    (sql) => sql`
      insert into invoice_refusals (order_reference, status, code) values (${reference}, ${status}, ${code ?? null})`,
  );

/**
 * After many refusals in an hour, promises to tell each owner of a channel concerned, once a day. A separate statement
 * from the one that records: after refusals at the same moment, the last to be recorded sees them all.
 */
export const tellOwnersOfRefusals = (database: Database): Promise<unknown> =>
  database.query(
    (sql) => sql`
      with refused as (
        select c.owner_user_id, c.open_channel_id, c.title, count(*)::int as refusals
        from invoice_refusals r join orders o on o.reference = r.order_reference join channels c using (open_channel_id)
        where ${ofLastHour(sql)} group by c.open_channel_id),
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
              'channels', channels, 'refusals', refusals)`,
          },
          key: sql`'owner:' || owner_user_id || ':invoices_refused:' || to_char(app_now() at time zone 'UTC', 'YYYY-MM-DD')`,
          expiresInSeconds: MONEY_EXPIRES_SECONDS,
        })} from owners`,
      )})
      select from owners`,
  );
