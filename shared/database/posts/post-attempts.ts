import type { Promised } from '../../domain/effects';
import { epochMs } from '../common/epoch';
import { promise } from '../common/outbox';
import type { Database } from '../connection/pool';
import { type PostKey, isPost } from './posts';

/** An attempt to send a post that is about to be made. */
export interface Begun {
  readonly chatId: number;
  /** When the first attempt without a known result began, in epoch milliseconds. */
  readonly since: number;
}

/**
 * Records that a post is about to be sent. `undefined` if there is nothing to send, because it was sent or refused
 * before, or the channel sells nothing.
 */
export async function beginPost(
  database: Database,
  { openChannelId, post, occasion }: PostKey,
): Promise<Begun | undefined> {
  const [row] = await database.query(
    (sql) => sql<Begun[]>`
      insert into posts (open_channel_id, post, occasion, begun, chat_id)
      select open_channel_id, ${post}::text, ${occasion}::text, 1, public_channel_id from channels
      where open_channel_id = ${openChannelId} and public_channel_id is not null and paused_at is null
      on conflict (open_channel_id, post, occasion) do update set begun = posts.begun + 1, chat_id = excluded.chat_id,
        begun_at = case when posts.begun = 0 then app_now() else posts.begun_at end
        where posts.message_id is null and posts.failed_at is null
      returning chat_id as "chatId", ${epochMs(sql, sql`begun_at`)} as since`,
  );
  return row;
}

/**
 * Records that Telegram refused a post, so nothing was sent. With `promised` the post has failed for good, otherwise
 * it is attempted again.
 */
export const refusePost = (
  database: Database,
  key: PostKey,
  { reason, promised }: { reason: string; promised?: readonly Promised[] },
): Promise<unknown> =>
  database.query(
    (sql) => sql`
      with refused as (
        update posts set begun = greatest(0, begun - 1), reason = ${reason},
          failed_at = case when ${promised !== undefined} then app_now() end
        where ${isPost(sql, key)} and message_id is null returning 1),
      promised as (${promise(sql, promised ?? [], 'refused')})
      select from refused`,
  );

/** A message that was sent for a post. */
export interface SentPost {
  readonly chatId: number;
  readonly messageId: number;
  readonly fingerprint: string;
  /** Promised if an earlier attempt may have sent a message as well. */
  readonly sweep: Promised;
  /** Promised if another attempt recorded its message first, so this message is a duplicate. */
  readonly takeBack: Promised;
}

/** Records the message that was sent, and promises what follows if it is a duplicate or may have one. */
export const recordPost = (
  database: Database,
  key: PostKey,
  { chatId, messageId, fingerprint, sweep, takeBack }: SentPost,
): Promise<unknown> =>
  database.query(
    (sql) => sql`
      with recorded as (
        update posts set message_id = ${messageId}, chat_id = ${chatId}, fingerprint = ${fingerprint},
          posted_at = app_now(), failed_at = null, reason = null
        where ${isPost(sql, key)} and message_id is null returning begun),
      uncertain as (select from recorded where begun > 1),
      duplicate as (select where not exists (select from recorded)),
      swept as (${promise(sql, [sweep], 'uncertain')}),
      taken_back as (${promise(sql, [takeBack], 'duplicate')})
      select from recorded`,
  );

/** What is known about the messages above a post that may have a duplicate. */
export interface MessagesAbove {
  /** Any duplicate has a higher id than this message, which was there before the first attempt. */
  readonly floor: number;
  /** The bot's own messages that belong where they are. */
  readonly known: readonly number[];
  /** True if a post is being sent to the chat and not recorded yet, so that it must not be mistaken for a duplicate. */
  readonly isBusy: boolean;
}

/** After this long, an attempt whose result was never recorded has died with its worker. */
const ABANDONED = '3 minutes';

export async function readAbove(
  database: Database,
  { chatId, messageId, since }: { chatId: number; messageId: number; since: number },
): Promise<MessagesAbove> {
  const [row] = await database.query(
    (sql) => sql<MessagesAbove[]>`
      select coalesce(max(message_id) filter (where ${epochMs(sql, sql`posted_at`)} < ${since}
          and message_id < ${messageId}), 0) as floor,
        coalesce(jsonb_agg(message_id) filter (where message_id is not null and removed_at is null), '[]') as known,
        coalesce(bool_or(message_id is null and failed_at is null and begun > 0
          and begun_at > app_now() - ${ABANDONED}::interval), false) as "isBusy"
      from posts where chat_id = ${chatId}
        and (message_id between ${messageId - 1000} and ${messageId} or message_id is null)`,
  );
  return row ?? { floor: 0, known: [], isBusy: false };
}
