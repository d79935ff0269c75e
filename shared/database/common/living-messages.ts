import type { Living } from '../../domain/common/living-message';
import type { Message } from '../../domain/messages/messages';
import type { Fragment, Sql } from '../connection/options';
import type { Database } from '../connection/pool';
import { epochMs } from './epoch';
import { isOpen, type Gate } from './inbox';

/** `orderTopic` of an order `o`. */
export const orderTopicOf = (sql: Sql): Fragment => sql`'order:' || o.reference`;

/** Says the same as `accessTopic`, of a place by its role. */
export const accessTopicOf = (
  sql: Sql,
  of: Readonly<Record<'openChannelId' | 'userId' | 'role' | 'chatId', Fragment>>,
): Fragment => sql`
  'access:' || ${of.openChannelId} || ':' || ${of.userId} || case when ${of.role} = 'main' then '' else ':' || ${of.chatId} end`;

/** Says the same as `placeTopic`, of the place `p`. */
export const placeTopicOf = (sql: Sql): Fragment => sql`
  'place:' || p.open_channel_id || ':' || p.chat_id || ':' || ${epochMs(sql, sql`coalesce(p.closed_at, p.opened_at)`)}`;

/** The message that shows a topic. */
export interface LivingMessage {
  /** `null`: the first one is being sent. */
  readonly messageId: number | null;
  /** The outbox entry that says what the message has to show; 0 if none did. */
  readonly newest: number;
  /** `null` if no entry said it. */
  readonly message: Message | null;
  /** The last entry for which a new message was sent. */
  readonly sounded: number;
  /** Earlier messages whose buttons are still to be removed. */
  readonly closing: readonly number[];
  /** Those of its messages that are invoices, and the payload of each. */
  readonly invoices: Readonly<Record<string, string>>;
}

const columns = (sql: Sql) => sql`
  message_id as "messageId", newest, message, sounded, to_jsonb(closing) as closing, invoices`;

interface Showing {
  readonly outboxId: number;
  readonly chatId: number;
  readonly message: Message;
  readonly living: Living;
}

/**
 * Stores what a topic has to show, unless a later entry has said so already, and returns what it has to show now. Storing
 * comes before the call of Telegram, so that the entry that is performed next shows the newest. It also comes if there is no
 * message yet, because the entry that sends the first one may be performed, or repeated, later.
 */
export async function keepNewest(
  database: Database,
  { outboxId, chatId, message, living: { topic } }: Showing,
): Promise<LivingMessage | undefined> {
  const [row] = await database.query(
    (sql) => sql<LivingMessage[]>`
      insert into living_messages as l (topic, chat_id, newest, message)
      values (${topic}, ${chatId}, ${outboxId}, ${sql.json(message as never)})
      on conflict (topic) do update set
        message = case when l.newest < excluded.newest then excluded.message else l.message end,
        newest = greatest(l.newest, excluded.newest), changed_at = app_now()
      returning ${columns(sql)}`,
  );
  return row;
}

/**
 * Stores that a message shows the topic, after it was sent, or that it was edited. A message that another one has replaced
 * meanwhile is noted to lose its buttons. Returns what the topic has to show now; `undefined` if it was forgotten.
 */
export async function noteShown(
  database: Database,
  {
    topic,
    messageId,
    isSent,
    sounded,
    payload = null,
  }: {
    readonly topic: string;
    readonly messageId: number;
    readonly isSent: boolean;
    /** The entry for which it was sent as a new message; 0 if it wasn't. */
    readonly sounded: number;
    /** Of the invoice that was sent. Absent or `null`: no invoice was sent. */
    readonly payload?: string | null;
  },
): Promise<LivingMessage | undefined> {
  const [row] = await database.query(
    (sql) => sql<LivingMessage[]>`
      update living_messages l set
        message_id = case when ${isSent} then ${messageId}::bigint else l.message_id end,
        sounded = greatest(l.sounded, ${sounded}::bigint),
        invoices = case when ${isSent} and ${payload}::text is not null
          then l.invoices || jsonb_build_object(${messageId}::bigint, ${payload}::text) else l.invoices end,
        closing = case
          when ${isSent} and l.message_id <> ${messageId}::bigint then array_append(l.closing, l.message_id)
          when not ${isSent} and l.message_id is distinct from ${messageId}::bigint
            and not ${messageId}::bigint = any(l.closing) then array_append(l.closing, ${messageId}::bigint)
          else l.closing end
      where topic = ${topic} returning ${columns(sql)}`,
  );
  return row;
}

/** Stores that an earlier message of the topic has no buttons any more, or is gone. */
export const noteClosed = (database: Database, topic: string, messageId: number): Promise<unknown> =>
  database.query(
    (sql) => sql`
      update living_messages set closing = array_remove(closing, ${messageId}::bigint),
        invoices = invoices - ${String(messageId)}::text where topic = ${topic}`,
  );

/** Reads what a message has to show; `undefined` if it shows no topic, or no entry said what. */
export async function readNewest(
  database: Database,
  { topic, messageId }: { readonly topic: string; readonly messageId: number },
): Promise<{ readonly newest: number; readonly message: Message } | undefined> {
  const [row] = await database.query(
    (sql) => sql<{ newest: number; message: Message }[]>`
      select newest, message from living_messages
      where topic = ${topic} and message_id = ${messageId} and message is not null`,
  );
  return row;
}

/** Has the worker perform an entry again, whatever became of it, because a message may show something older now. */
export const performAgain = (database: Database, outboxId: number): Promise<unknown> =>
  database.query(
    (sql) => sql`
      update outbox set delivered_at = null, due_at = app_now(), attempts = attempts + 1
      where outbox_id = ${outboxId} and failed_at is null`,
  );

/** The part of a statement that makes a message show a topic that has none yet. */
export const shownBy = (
  sql: Sql,
  { topic, chatId, messageId }: { topic: string; chatId: number; messageId: number },
  gate: Gate,
) => sql`
  insert into living_messages (topic, chat_id, message_id)
  select ${topic}::text, ${chatId}::bigint, ${messageId}::bigint where ${isOpen(sql, gate)}
  on conflict (topic) do nothing`;
