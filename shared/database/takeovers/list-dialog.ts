import type { TakeoverQuestion } from '../../domain/messages/owner';
import type { Promised } from '../../domain/effects';
import { promise } from '../common/outbox';
import type { Actor } from '../common/channel-roles';
import type { Database } from '../connection/pool';

/** Where a list is that a manager sent: in a file at Telegram, or in the text that they typed. */
export type ListSource = { readonly fileId: string } | { readonly text: string };

/** Reads where the list is that a manager sent last. `undefined` if they do something else meanwhile. */
export async function readListSource(
  database: Database,
  { openChannelId, userId }: Actor,
): Promise<ListSource | undefined> {
  const [row] = await database.query(
    (sql) => sql<{ draft: Partial<{ fileId: string; text: string }> }[]>`
      select draft from dialogs
      where user_id = ${userId} and open_channel_id = ${openChannelId} and question = 'takeover_until'`,
  );
  const { fileId, text } = row?.draft ?? {};
  if (fileId !== undefined) return { fileId };
  return text === undefined ? undefined : { text };
}

/**
 * Ends the reading of a list: asks the manager for something else, or for nothing, so that the list itself is forgotten. Returns
 * `false`, and promises nothing, if they have turned to something else.
 */
export async function endReading(
  database: Database,
  { openChannelId, userId }: Actor,
  { next, promised }: { readonly next: TakeoverQuestion | null; readonly promised: readonly Promised[] },
): Promise<boolean> {
  const rows = await database.query((sql) => {
    const asked = sql`user_id = ${userId} and open_channel_id = ${openChannelId} and question = 'takeover_until'`;
    const changed = {
      takeover_list: sql`update dialogs set question = 'takeover_list', draft = '{}' where ${asked} returning 1`,
      takeover_until: sql`update dialogs set asked_at = app_now() where ${asked} returning 1`,
      none: sql`delete from dialogs where ${asked} returning 1`,
    }[next ?? 'none'];
    return sql`
      with changed as (${changed}), promised as (${promise(sql, promised, 'changed')})
      select from changed`;
  });
  return rows.length > 0;
}

/** Makes the message of one topic that of another, which its earlier message, if any, loses. */
export const moveTopic = (
  database: Database,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<unknown> =>
  database.query(
    (sql) => sql`
      insert into living_messages as l (topic, chat_id, message_id)
      select ${to}::text, chat_id, message_id from living_messages where topic = ${from} and message_id is not null
      on conflict (topic) do update set message_id = excluded.message_id,
        closing = case when l.message_id is null or l.message_id = excluded.message_id then l.closing
          else array_append(l.closing, l.message_id) end`,
  );
