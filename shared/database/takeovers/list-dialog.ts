import type { Promised } from '../../domain/effects';
import { permitted, type Actor } from '../common/channel-roles';
import { received, type Delivery } from '../common/inbox';
import { promise } from '../common/outbox';
import type { Sql } from '../connection/options';
import type { Database } from '../connection/pool';

/** Where a list is that a manager sent: in a file at Telegram, or in what they typed. */
export type ListSource = { readonly fileId: string } | { readonly text: string };

/** What an open question about a list keeps: what was typed and isn't read yet, and the files whose lines need an end. */
export type ListDraft = Partial<{ readonly text: string; readonly fileIds: readonly string[] }>;

const isListAsked = (sql: Sql, { openChannelId, userId }: Actor) => sql`
  user_id = ${userId} and open_channel_id = ${openChannelId} and question in ('takeover_list', 'takeover_until')`;

interface ListPart extends Actor {
  /** `null`: it is a file. */
  readonly text: string | null;
  readonly promised: readonly Promised[];
}

/**
 * Takes a part of a list that a manager was asked for, once for each delivery. Telegram cuts what is long, so a text is added to
 * what was typed before and isn't read yet.
 */
export const takeListPart = (
  database: Database,
  delivery: Delivery,
  { text, promised, ...by }: ListPart,
): Promise<unknown> =>
  database.query(
    (sql) => sql`
      with permitted as materialized (${permitted(sql, { ...by, action: 'take-over' })}),
      delivery as (${received(sql, { delivery, outcome: 'asked' }, 'permitted')}),
      kept as (
        update dialogs set asked_at = app_now(), draft = case when ${text === null} then draft
          else draft || jsonb_build_object('text', concat_ws(chr(10), draft ->> 'text', ${text}::text)) end
        where ${isListAsked(sql, by)} and exists (select from delivery)),
      promised as (${promise(sql, promised, 'delivery')})
      select from permitted`,
  );

/** Reads what a manager typed and nobody has read yet. `undefined` if there is nothing. */
export async function readTypedList(database: Database, by: Actor): Promise<ListSource | undefined> {
  const [row] = await database.query(
    (sql) =>
      sql<
        { text: string | null }[]
      >`select draft ->> 'text' as text from dialogs where ${isListAsked(sql, by)}`,
  );
  return row?.text == null ? undefined : { text: row.text };
}

/**
 * Promises what is said about a list that was read, and forgets what was typed, unless more was added meanwhile. The manager may
 * send the next list.
 */
export const endReading = (
  database: Database,
  by: Actor,
  { source, promised }: { readonly source: ListSource; readonly promised: readonly Promised[] },
): Promise<unknown> =>
  database.query(
    (sql) => sql`
      with gate as (select 1),
      forgotten as (
        update dialogs set draft = draft - 'text',
          question = case when draft ? 'fileIds' then question else 'takeover_list' end
        where ${isListAsked(sql, by)} and draft ->> 'text' = ${'text' in source ? source.text : null}::text),
      promised as (${promise(sql, promised, 'gate')})
      select from gate`,
  );

/** Asks for the end of the lines of a list that have none. Asks nothing if the manager has turned to something else. */
export const askEndOfList = (
  database: Database,
  by: Actor,
  { source, promised }: { readonly source: ListSource; readonly promised: readonly Promised[] },
): Promise<unknown> =>
  database.query(
    (sql) => sql`
      with changed as (
        update dialogs set question = 'takeover_until', asked_at = app_now(),
          draft = ${
            'fileId' in source
              ? sql`draft || jsonb_build_object('fileIds', coalesce(draft -> 'fileIds', '[]') || to_jsonb(${source.fileId}::text))`
              : sql`draft`
          }
        where ${isListAsked(sql, by)} returning 1),
      promised as (${promise(sql, promised, 'changed')})
      select from changed`,
  );

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
