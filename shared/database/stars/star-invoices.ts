import type { OpenChannelId, OrderReference } from '../../domain/common/ids';
import type { AllowedOwners } from '../../domain/owner/allowed-owners';
import type { AboutOrder } from '../../domain/messages/parts';
import type { PayableNow } from '../../domain/payments/invoices/ways-to-pay';
import { isOwnerOfStars } from '../common/channel-roles';
import { epochMs } from '../common/epoch';
import type { Sql } from '../connection/options';
import type { Database } from '../connection/pool';
import { isNoCoinOn, provenLeastCents } from '../payments/minimums/minimums';
import { isRenewing } from '../access/subscriptions';
import { item } from '../payments/orders';

/** An order with what is needed to make it payable in Stars. */
export interface OrderInStars extends AboutOrder {
  readonly userId: number;
  readonly openChannelId: OpenChannelId;
  readonly priceStars: number;
  readonly payload: string;
  /** Of an invoice that renews by itself. `null`: it isn't made yet. */
  readonly invoiceLink: string | null;
  /** When the buyer's current access ends, in epoch milliseconds. */
  readonly paidUntil: number | null;
  readonly now: PayableNow;
}

interface WantedInStars {
  readonly reference: OrderReference;
  /** `null`: it is paid once. */
  readonly periodSeconds: number | null;
  /** Used unless there is an invoice for this order, price and period already. */
  readonly newPayload: string;
  readonly starsFor: AllowedOwners;
}

/** Selects the invoice of an order `o` at its price in Stars. */
const invoiceOfOrder = (sql: Sql, periodSeconds: number | null) => sql`
  select i.payload, i.invoice_link from star_invoices i
  where i.order_reference = o.reference and (i.price_stars, i.price_cents) = (o.price_stars, o.amount_cents)
    and i.period_seconds is not distinct from ${periodSeconds}::int
  order by i.created_at limit 1`;

/**
 * Stores an invoice in Stars for an order, unless there is one, and returns the order with it. It comes before the call of
 * Telegram, so a retry sends the same payload. `undefined` if the order can't be paid so now: one access never
 * renews twice.
 */
export async function claimStarInvoice(
  database: Database,
  { reference, periodSeconds, newPayload, starsFor }: WantedInStars,
): Promise<OrderInStars | undefined> {
  const [row] = await database.query(
    (sql) => sql<OrderInStars[]>`
      with wanted as materialized (
        select o.reference from orders o join channels c using (open_channel_id)
        where o.reference = ${reference} and o.state = 'open' and o.received_cents = 0 and o.price_stars is not null
          and ${isOwnerOfStars(sql, starsFor)}
          and (${periodSeconds}::int is null or not ${isRenewing(sql, sql`o.user_id`)}) for no key update of o),
      made as (
        insert into star_invoices (payload, order_reference, price_stars, price_cents, period_seconds)
        select ${newPayload}, o.reference, o.price_stars, o.amount_cents, ${periodSeconds}::int
        from wanted join orders o using (reference) where not exists (${invoiceOfOrder(sql, periodSeconds)})
        returning payload, invoice_link)
      select o.reference, c.title, ${item(sql)} as item, o.amount_cents as "amountCents", o.price_stars as "priceStars",
        o.user_id as "userId", o.open_channel_id as "openChannelId", ${epochMs(sql, sql`s.paid_until`)} as "paidUntil",
        invoice.payload, invoice.invoice_link as "invoiceLink",
        jsonb_build_object('isUnpayable', ${isNoCoinOn(sql)}, 'leastCents', ${provenLeastCents(sql)},
          'isRenewing', ${isRenewing(sql, sql`o.user_id`)}) as now
      from wanted join orders o using (reference) join channels c using (open_channel_id)
        left join subscriptions s using (open_channel_id, user_id),
        lateral (select * from made union all (${invoiceOfOrder(sql, periodSeconds)}) limit 1) as invoice`,
  );
  return row;
}

/** Stores the link of an invoice that renews by itself, unless another attempt has. Returns the one that counts. */
export async function saveInvoiceLink(
  database: Database,
  payload: string,
  invoiceLink: string,
): Promise<string> {
  const [row] = await database.query(
    (sql) => sql<{ invoiceLink: string }[]>`
      update star_invoices set invoice_link = coalesce(invoice_link, ${invoiceLink}) where payload = ${payload}
      returning invoice_link as "invoiceLink"`,
  );
  return row?.invoiceLink ?? invoiceLink;
}
