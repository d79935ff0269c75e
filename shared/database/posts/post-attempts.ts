import type { Promised } from '../../domain/effects';
import { epochMs } from '../common/epoch';
import { promise } from '../common/outbox';
import type { Database } from '../connection/pool';
import { type PostKey, isPost } from './posts';

/** A try that is about to be made. */
export interface Begun {
  readonly chatId: number;
  /** Epoch milliseconds: when the first try was begun whose end is not known. */
  readonly since: number;
}

/** Notes that a post is about to be sent. `undefined` when there is nothing to send: it was, it was refused, or nothing is sold. */
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

/** Notes that Telegram refused a post that was begun: nothing was sent. For good with `promised`, else it is tried again. */
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
  /** Promised where an earlier try may have come to a message, too. */
  readonly sweep: Promised;
  /** Promised where another try has come to one first: then this is the one too many. */
  readonly takeBack: Promised;
}

/** Notes what was sent, and promises what has to follow if it is not, or may not be, the only one. */
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
      doubted as (select from recorded where begun > 1),
      beaten as (select where not exists (select from recorded)),
      swept as (${promise(sql, [sweep], 'doubted')}),
      taken_back as (${promise(sql, [takeBack], 'beaten')})
      select from recorded`,
  );

/** What is known of the messages above one that may have a twin. */
export interface Above {
  /** Nothing at or before this one can be the twin: it was there before the first try. */
  readonly floor: number;
  /** Messages of ours that belong where they are. */
  readonly known: readonly number[];
  /** Something is being sent to that chat right now that is not noted yet, and must not be taken for a twin. */
  readonly isBusy: boolean;
}

/** After this long a try that was begun and never noted has died with its worker. */
const ABANDONED = '3 minutes';

export async function readAbove(
  database: Database,
  { chatId, messageId, since }: { chatId: number; messageId: number; since: number },
): Promise<Above> {
  const [row] = await database.query(
    (sql) => sql<Above[]>`
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
