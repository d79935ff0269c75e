import type { Promised } from '../../domain/effects';
import type { Cents, OrderReference } from '../../domain/common/ids';
import type { OrderToInvoice } from '../../domain/payments/invoices/order-to-invoice';
import { epochMs } from '../common/epoch';
import { promise } from '../common/outbox';
import type { Database } from '../connection/pool';
import type { Sql } from '../connection/options';
import { tooSmall } from './invoice-refusals';
import { quietSeconds } from './minimums/minimum-questions';
import { leastEverCents, provenLeastCents } from './minimums/minimums';
import { currentInvoice, mayBePaid } from './order-conditions';
import { isRenewing } from '../access/subscriptions';
import { item } from './orders';

/** Longer than any attempt waits for an answer. If a worker dies meanwhile, others wait this long. */
export const CLAIM_SECONDS = 30;

/** An invoice of an order for what remains to be paid. */
interface WantedInvoice {
  readonly reference: OrderReference;
  readonly amountCents: Cents;
}

/**
 * Reads an order, and claims the right to create its invoice for `amountCents`, if that is what remains and it has no
 * invoice. Two presses of one button must not create two invoices that could both be paid.
 */
export async function claimOrderToInvoice(
  database: Database,
  { reference, amountCents }: WantedInvoice,
): Promise<OrderToInvoice | undefined> {
  const [row] = await database.query(
    (sql) => sql<OrderToInvoice[]>`
      with claimed as (
        update orders o set invoicing_cents = ${amountCents},
          invoicing_tries = case o.invoicing_cents when ${amountCents} then coalesce(o.invoicing_tries, 0) else 0 end + 1,
          invoicing_until = app_now() + ${CLAIM_SECONDS} * interval '1 second'
        where o.reference = ${reference} and ${mayBePaid(sql)} and o.amount_cents - o.received_cents = ${amountCents}
          and (o.invoicing_until is null or o.invoicing_until <= app_now() or o.invoicing_cents <> ${amountCents})
          and not exists (${currentInvoice(sql)})
        returning o.invoicing_tries as tries)
      select (select tries from claimed) as claim, o.reference,
        ${mayBePaid(sql)} as "mayBePaid", o.user_id as "userId", o.open_channel_id as "openChannelId", c.title,
        ${item(sql)} as item, o.amount_cents as "amountCents", o.price_stars as "priceStars",
        c.owner_user_id as "ownerUserId", ${isRenewing(sql, sql`o.user_id`)} as "isRenewing",
        o.amount_cents - o.received_cents as "remainingCents", ${epochMs(sql, sql`s.paid_until`)} as "paidUntil",
        (${currentInvoice(sql)}) as "invoiceUrl", ${provenLeastCents(sql)} as "leastCents",
        ${leastEverCents(sql)} as "leastEverCents", ${quietSeconds(sql)} as "quietSeconds",
        ${tooSmall(sql, amountCents)} as "tooSmall"
      from orders o join channels c using (open_channel_id) left join subscriptions s using (open_channel_id, user_id)
      where o.reference = ${reference}`,
  );
  return row;
}

/** Lets another attempt create the invoice after this one failed. Has no effect on a claim of another attempt. */
export const releaseInvoice = (
  database: Database,
  { reference, amountCents, claim }: WantedInvoice & Pick<OrderToInvoice, 'claim'>,
): Promise<unknown> =>
  database.query(
    (sql) => sql`
      update orders set invoicing_until = null
      where reference = ${reference} and invoicing_cents = ${amountCents} and invoicing_tries = ${claim}`,
  );

/**
 * Selects and locks an order that wants an invoice of this amount. A decision about it comes before or after the statement,
 * so whatever this one promises has an id after those of earlier decisions.
 */
const wanting = (sql: Sql, { reference, amountCents }: WantedInvoice) => sql`
  select reference from orders o where o.reference = ${reference} and ${mayBePaid(sql)}
    and o.amount_cents - o.received_cents = ${amountCents} for no key update`;

/**
 * Writes promises about the invoice of an order if the order still wants one of this amount. It may have been cancelled,
 * amended or paid since it was read.
 */
export const promiseIfWanted = (
  database: Database,
  of: WantedInvoice,
  promised: readonly Promised[],
): Promise<unknown> =>
  database.query(
    (sql) => sql`
      with still_wanted as materialized (${wanting(sql, of)}), promised as (${promise(sql, promised, 'still_wanted')})
      select from still_wanted`,
  );

export interface NewInvoice {
  readonly invoiceId: string;
  readonly invoiceUrl: string;
  readonly reference: OrderReference;
  readonly priceCents: Cents;
}

/**
 * Stores an invoice, and promises what follows from it if the order still wants it, because it may have been
 * cancelled or amended while the provider was asked. Storing comes before sending, so a retry sends the same invoice.
 * Returns `false`, and writes nothing, if the invoice's id is known for another order or price: money for it would count
 * for that one.
 */
export async function saveInvoice(
  database: Database,
  { invoiceId, invoiceUrl, reference, priceCents }: NewInvoice,
  promised: readonly Promised[],
): Promise<boolean> {
  const saved = await database.query(
    (sql) => sql`
      with invoice as (
        insert into invoices (invoice_id, order_reference, price_cents, invoice_url, is_rest)
        select ${invoiceId}, reference, ${priceCents}, ${invoiceUrl}, amount_cents <> ${priceCents} and received_cents > 0
        from orders where reference = ${reference}
        on conflict (invoice_id) do update set invoice_url = excluded.invoice_url
          where (invoices.order_reference, invoices.price_cents) = (excluded.order_reference, excluded.price_cents)
        returning 1),
      locked as materialized (${wanting(sql, { reference, amountCents: priceCents })}),
      still_wanted as (select from locked where exists (select from invoice)),
      promised as (${promise(sql, promised, 'still_wanted')})
      select from invoice`,
  );
  return saved.length > 0;
}
