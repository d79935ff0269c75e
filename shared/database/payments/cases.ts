import type { OpenChannelId, OrderReference } from '../../domain/common/ids';
import type { WaitingCase } from '../../domain/messages/owner-lists';
import { RULING_ROLE } from '../../domain/common/roles';
import { epochMs } from '../common/epoch';
import { LISTED_PER_PAGE, askedPage } from '../common/paging';
import type { Database } from '../connection/pool';
import type { Sql } from '../connection/options';
import { mayIn } from '../common/channel-roles';
import { isHanging, isMoneySeen, starPrice } from './order-conditions';
import { item } from './orders';
import { shownPayer } from '../common/shown-payer';

/** Finds the order that a payment belongs to. `undefined` if the user may not decide in its channel. */
export async function findCase(
  database: Database,
  { paymentId, userId }: { paymentId: number; userId: number },
): Promise<OrderReference | undefined> {
  const [row] = await database.query(
    (sql) => sql<{ reference: OrderReference }[]>`
      select o.reference from payments p
        join orders o on o.reference = p.order_reference join channels c using (open_channel_id)
      where p.payment_id = ${paymentId} and ${mayIn(sql, userId, RULING_ROLE)}`,
  );
  return row?.reference;
}

interface InChannel {
  readonly openChannelId: OpenChannelId;
}

/**
 * Selects the payments of a channel that need a decision, each with the reference of its order if that is known.
 * Money for an unknown order belongs to the channel that its order id names, because its provider has signed that id.
 */
const waiting = (sql: Sql, openChannelId: OpenChannelId) => sql`
  select p.payment_id, p.first_seen_at, p.order_reference
  from payments p join orders o on o.reference = p.order_reference
  where p.standing = 'parked' and o.open_channel_id = ${openChannelId}
  union all
  select p.payment_id, p.first_seen_at, null from payments p
  where p.standing = 'orphan' and split_part(p.order_id, '|', 2) = ${String(openChannelId)}
    and p.payment_status <> 'refunded' and ${isMoneySeen(sql)}`;

/** Counts the payments of a channel that need a decision. */
export const casesWaiting = (sql: Sql, openChannelId: OpenChannelId) =>
  sql`(select count(*)::int from (${waiting(sql, openChannelId)}) as w)`;

/** A page of the payments that need a decision, longest waiting first. */
export interface CaseListing {
  readonly cases: readonly WaitingCase[];
  readonly count: number;
  /** The last page if the request was past the end. */
  readonly page: number;
  readonly pages: number;
}

export async function listCases(
  database: Database,
  { openChannelId, page }: InChannel & { readonly page: number },
): Promise<CaseListing> {
  const [row] = await database.query(
    (sql) => sql<CaseListing[]>`
      with waiting as materialized (${waiting(sql, openChannelId)}),
      counted as (select count(*)::int as count, ceil(count(*) / ${LISTED_PER_PAGE}::float8)::int as pages from waiting),
      requested as (select count, pages, ${askedPage(sql, page)} from counted)
      select requested.*, coalesce((
        select jsonb_agg(jsonb_build_object('paymentId', w.payment_id, 'seenAt', ${epochMs(sql, sql`w.first_seen_at`)},
          'exception', case when o.reference is not null then p.exception end, 'status', p.payment_status,
          'isHanging', ${isHanging(sql)}, 'isRemainder', p.settles, 'worthCents', coalesce(p.received_cents, p.typed_cents),
          'amountCrypto', trim_scale(p.actually_paid)::text, 'cryptoCurrency', p.pay_currency,
          'order', case when o.reference is not null then jsonb_build_object('item', ${item(sql)}, 'amountCents', o.amount_cents,
            'payer', ${shownPayer(sql)}) || ${starPrice(sql)} end)
          order by w.first_seen_at, w.payment_id)
        from (select * from waiting order by first_seen_at, payment_id
            limit ${LISTED_PER_PAGE} offset (requested.page - 1) * ${LISTED_PER_PAGE}) as w
          join payments p using (payment_id)
          left join orders o on o.reference = w.order_reference left join chats h on h.chat_id = o.user_id), '[]') as cases
      from requested`,
  );
  if (row === undefined) throw new Error('a count returned nothing');
  return row;
}

/** A payment of a channel, with the order that it belongs to. */
export interface FoundCase {
  /** `null` if its order is unknown. */
  readonly reference: OrderReference | null;
  readonly seenAt: number;
  /** Decimal string. */
  readonly amountCrypto: string | null;
  readonly cryptoCurrency: string | null;
}

/** Finds a payment of this channel, decided or not. `undefined` if it belongs to another one. */
export async function findCaseIn(
  database: Database,
  { openChannelId, paymentId }: InChannel & { readonly paymentId: number },
): Promise<FoundCase | undefined> {
  const [row] = await database.query(
    (sql) => sql<FoundCase[]>`
      select p.order_reference as reference, ${epochMs(sql, sql`p.first_seen_at`)} as "seenAt",
        trim_scale(p.actually_paid)::text as "amountCrypto", p.pay_currency as "cryptoCurrency"
      from payments p left join orders o on o.reference = p.order_reference
      where p.payment_id = ${paymentId} and (o.open_channel_id = ${openChannelId}
        or p.payment_id in (select w.payment_id from (${waiting(sql, openChannelId)}) as w))`,
  );
  return row;
}
