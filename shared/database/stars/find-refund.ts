import type { Cents, OpenChannelId, OrderReference } from '../../domain/common/ids';
import type { Item, Payer } from '../../domain/messages/parts';
import { RAILS_WE_REFUND, type RefundProgress } from '../../domain/stars/refunds';
import { personJson, shownPayer } from '../common/shown-payer';
import type { Sql } from '../connection/options';
import type { Database } from '../connection/pool';
import { item } from '../payments/orders';

/** True for a payment `p` whose refund is ours to make. */
export const isOurs = (sql: Sql) => sql`p.rail in ${sql(RAILS_WE_REFUND)}`;

/** True for a payment `p` whose money went back. */
export const isReturned = (sql: Sql) => sql`(p.payment_status = 'refunded' or p.standing = 'refunded')`;

/**
 * True if a charge `c` belongs to the subscription `s`: its first payment, or one of its renewals. Another user's payment of the same
 * invoice, and a second first payment, began a subscription of their own.
 */
export const isOfRenewal = (sql: Sql) => sql`
  (s.payload = c.payload and s.user_id = c.user_id and (c.charge_id = s.first_charge_id or not c.is_first_recurring))`;

/** The person to send a payment `p` back to: the payer of its order `o`, or another user. Their chats are `h` and `w`. */
const receiver = (sql: Sql) => sql`
  case when p.payer_user_id is null or p.payer_user_id = o.user_id then ${shownPayer(sql)}
    else ${personJson(sql, sql`p.payer_user_id`, sql`w`)} end`;

/** A payment whose refund is ours to make. */
export interface FoundRefund extends RefundProgress {
  readonly paymentId: number;
  readonly reference: OrderReference;
  readonly chargeId: string;
  /** The user that paid, as Telegram says. */
  readonly userId: number;
  readonly stars: number;
  readonly payload: string;
  /** The manager that asked for it. `null`: nobody did, or it is done. */
  readonly askedBy: number | null;
  readonly openChannelId: OpenChannelId;
  readonly ownerUserId: number;
  readonly title: string;
  readonly item: Item;
  readonly amountCents: Cents;
  /** The person that gets it, as the owner may know them. */
  readonly payer: Payer;
  readonly amountCrypto: string;
  readonly cryptoCurrency: string;
  /** True if it gives access, which a refund ends. */
  readonly givesAccess: boolean;
  /** True if it belongs to a subscription that renews, which a refund ends. */
  readonly renews: boolean;
}

/** Finds a payment, in one channel or in any. `undefined` if there is none, or its refund is not ours to make. */
export async function findRefund(
  database: Database,
  { openChannelId, paymentId }: { readonly openChannelId?: OpenChannelId; readonly paymentId: number },
): Promise<FoundRefund | undefined> {
  const [row] = await database.query(
    (sql) => sql<FoundRefund[]>`
      select p.payment_id as "paymentId", o.reference, b.charge_id as "chargeId", b.user_id as "userId", b.stars, b.payload,
        p.refund_asked_at is not null as "isAsked", p.refund_asked_by as "askedBy", ${isReturned(sql)} as "isRefunded",
        p.refund_refused as "refusedBecause", k.open_channel_id as "openChannelId", k.owner_user_id as "ownerUserId", k.title,
        ${item(sql)} as item, o.amount_cents as "amountCents", ${receiver(sql)} as payer,
        trim_scale(p.actually_paid)::text as "amountCrypto", p.pay_currency as "cryptoCurrency",
        exists (select from extensions e where e.order_reference = o.reference and e.revoked_at is null
          and (e.payment_id = p.payment_id or e.payment_id is null and p.settles)) as "givesAccess",
        exists (select from star_charges c join star_subscriptions s on ${isOfRenewal(sql)}
          where c.payment_id = p.payment_id and s.ended_at is null and s.state = 'active') as renews
      from payments p join star_charges b using (payment_id) join orders o on o.reference = p.order_reference
        join channels k using (open_channel_id)
        left join chats h on h.chat_id = o.user_id left join chats w on w.chat_id = p.payer_user_id
      where p.payment_id = ${paymentId} and (${openChannelId ?? null}::bigint is null or o.open_channel_id = ${openChannelId ?? null})
        and ${isOurs(sql)}`,
  );
  return row;
}
