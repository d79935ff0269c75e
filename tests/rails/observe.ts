import type { OrderReference } from '../../shared/domain/common/ids';
import type { Payable } from './rail-under-test';
import type { RailWorld } from './rail-world';
import type { Customer, Shop } from './shop';

interface ObservedPayment {
  readonly paymentId: string;
  readonly standing: string;
  readonly exception: string;
}

export interface ObservedOrder {
  readonly state: string;
  /** The days that it gives now. */
  readonly days: number;
  readonly payments: readonly ObservedPayment[];
}

/** What our books say about an order. */
export async function readOrder({ database }: RailWorld, reference: OrderReference): Promise<ObservedOrder> {
  const [row] = await database.query(
    (sql) => sql<ObservedOrder[]>`
      select o.state,
        (select coalesce(sum(days), 0)::int from extensions e
          where e.order_reference = o.reference and e.revoked_at is null) as days,
        (select coalesce(jsonb_agg(jsonb_build_object('paymentId', p.payment_id::text, 'standing', p.standing,
            'exception', p.exception) order by p.first_seen_at, p.payment_id), '[]')
          from payments p where p.order_reference = o.reference) as payments
      from orders o where reference = ${reference}`,
  );
  if (row === undefined) throw new Error(`there is no order ${reference}`);
  return row;
}

/** When a customer's access ends, in epoch milliseconds; `null` if they have none. */
export async function readEnd(
  { database }: RailWorld,
  { openChannelId }: Shop,
  { userId }: Customer,
): Promise<number | null> {
  const [row] = await database.query(
    (sql) => sql<{ end: number | null }[]>`
      select (extract(epoch from paid_until) * 1000)::bigint as end from subscriptions
      where (open_channel_id, user_id) = (${openChannelId}, ${userId})`,
  );
  return row?.end ?? null;
}

/**
 * What was promised about an order, oldest first: `buyer order_paid`, `owner odd_payment:late`. `unsent ` precedes what was
 * not sent.
 */
export async function readTold(
  { database }: RailWorld,
  { reference, buyer, shop }: Payable,
): Promise<string[]> {
  const rows = await database.query(
    (sql) => sql<{ chatId: number; type: string; news: string | null; isSent: boolean }[]>`
      select (payload ->> 'chatId')::bigint as "chatId", payload #>> '{message,type}' as type,
        case jsonb_typeof(payload #> '{message,news}') when 'string' then payload #>> '{message,news}'
          else payload #>> '{message,news,type}' end as news, delivered_at is not null as "isSent"
      from outbox where kind = 'send_message' and (order_reference = ${reference}
        or (order_reference is null and (payload ->> 'chatId')::bigint in (${buyer.userId}, ${shop.owner.userId}))) order by outbox_id`,
  );
  return rows.map(({ chatId, type, news, isSent }) => {
    const side = chatId === buyer.userId ? 'buyer' : chatId === shop.owner.userId ? 'owner' : String(chatId);
    return `${isSent ? '' : 'unsent '}${side} ${type}${news === null ? '' : `:${news}`}`;
  });
}

/** Whether a customer is in the private channel, as Telegram knows it. */
export function isIn({ telegram }: RailWorld, { closedChannelId }: Shop, { userId }: Customer): boolean {
  const { chats } = telegram.snapshot() as {
    readonly chats: readonly {
      readonly id: number;
      readonly members?: readonly { readonly status: string; readonly user: { readonly id: number } }[];
    }[];
  };
  const member = chats
    .find(({ id }) => id === closedChannelId)
    ?.members?.find(({ user }) => user.id === userId);
  return member?.status === 'member';
}

/** The links into the private channel that were made for a customer and still work. */
export async function liveLinks(
  { database }: RailWorld,
  { openChannelId }: Shop,
  { userId }: Customer,
): Promise<string[]> {
  const rows = await database.query(
    (sql) => sql<{ link: string }[]>`
      select invite_link as link from invite_links
      where (open_channel_id, user_id) = (${openChannelId}, ${userId}) and revoked_at is null`,
  );
  return rows.map(({ link }) => link);
}
