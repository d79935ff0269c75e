import type { OpenChannelId, OrderReference } from '../../domain/common/ids';
import type { AboutOrder, Payer } from '../../domain/messages/parts';
import { MOST_COUNTED, QUESTION_SECONDS, type TalkFacts } from '../../domain/talks/talk';
import type { Relay } from '../../domain/talks/recipient';
import { personJson } from '../common/shown-payer';
import type { Fragment, Sql } from '../connection/options';
import type { Database } from '../connection/pool';
import { orderProgress, type WithProgress } from '../payments/order-progress';
import { item } from '../payments/orders';

/** The name of the question, among those of `dialogs`, whose answer is passed on. */
export const TALK_QUESTION = 'talk';

/**
 * The order that a user's message is about: that of the relayed message which they reply to in their own chat, otherwise that
 * of the message they were just asked for. `undefined` if it isn't meant to be passed on.
 */
export async function findTalkOf(
  database: Database,
  { userId, repliedTo }: { readonly userId: number; readonly repliedTo: number | undefined },
): Promise<OrderReference | undefined> {
  const [row] = await database.query(
    (sql) => sql<{ reference: OrderReference | null }[]>`
      select coalesce(
        (select order_reference from support_messages
          where chat_id = ${userId} and message_id = ${repliedTo ?? null}::bigint),
        (select draft ->> 'reference' from dialogs where user_id = ${userId} and question = ${TALK_QUESTION}
          and asked_at > app_now() - ${QUESTION_SECONDS} * interval '1 second')) as reference`,
  );
  return row?.reference ?? undefined;
}

/** The two sides of the talk `t` about the order `o` of the channel `c`. The buyer is the chat `h`. */
const sides = (sql: Sql): Fragment => sql`
  o.reference, c.title, ${item(sql)} as item, o.amount_cents as "amountCents", ${orderProgress(sql)} as progress,
  o.open_channel_id as "openChannelId", ${personJson(sql, sql`o.user_id`)} as buyer,
  c.owner_user_id as "ownerId", coalesce(t.owner_blocked_by = c.owner_user_id, false) as "isBuyerBlocked",
  t.buyer_blocked_at is not null as "isOwnerBlocked"`;

interface Sides extends AboutOrder, WithProgress {
  readonly openChannelId: OpenChannelId;
  readonly buyer: Payer;
}

const withOrder = <Row extends Sides>({
  reference,
  title,
  item: of,
  amountCents,
  progress,
  ...row
}: Row) => ({
  ...row,
  order: { reference, title, item: of, amountCents, ...progress },
});

/** How many seconds ago messages of the talk's channel were written, latest first. */
const ages = (sql: Sql, condition: Fragment): Fragment => sql`
  (select coalesce(jsonb_agg(age order by age), '[]') from (
    select extract(epoch from app_now() - m.created_at)::float8 as age from support_messages m
    where m.open_channel_id = o.open_channel_id and ${condition}
    order by m.created_at desc limit ${MOST_COUNTED}) as latest)`;

/** Reads what decides if `userId` may write about an order. `undefined` if there is no such order. */
export async function readTalk(
  database: Database,
  { reference, userId }: { readonly reference: OrderReference; readonly userId: number },
): Promise<TalkFacts | undefined> {
  const [row] = await database.query(
    (sql) => sql<(Sides & Omit<TalkFacts, 'order'>)[]>`
      select ${sides(sql)}, coalesce(t.version, 0) as version,
        coalesce(o.is_anonymous, false) as "isAnonymous",
        exists (select from support_messages m where m.open_channel_id = o.open_channel_id and m.user_id = o.user_id
          and m.order_reference = o.reference and m.is_from_buyer
          and (m.chat_id = c.owner_user_id or o.is_anonymous is not true)) as "hasBuyerWritten",
        ${ages(sql, sql`m.user_id = o.user_id and m.writer_user_id = ${userId}`)} as "agesOfWriter",
        ${ages(sql, sql`m.is_from_buyer`)} as "agesInChannel"
      from orders o join channels c using (open_channel_id) left join chats h on h.chat_id = o.user_id
        left join support_talks t using (open_channel_id, user_id)
      where o.reference = ${reference}`,
  );
  return row && withOrder(row);
}

/** Finds a message that is still to be delivered, with its two sides as they are now. */
export async function findRelay(database: Database, relayId: string): Promise<Relay | undefined> {
  const [row] = await database.query(
    (sql) => sql<(Sides & Omit<Relay, 'order'>)[]>`
      select ${sides(sql)}, m.relay_id as "relayId", m.writer_user_id as "writerId", m.is_from_buyer as "isFromBuyer", m.text
      from support_messages m join orders o on o.reference = m.order_reference
        join channels c on c.open_channel_id = o.open_channel_id left join chats h on h.chat_id = o.user_id
        left join support_talks t on (t.open_channel_id, t.user_id) = (m.open_channel_id, m.user_id)
      where m.relay_id = ${relayId} and m.text is not null`,
  );
  return row && withOrder(row);
}
