import type { OpenChannelId } from '../../domain/common/ids';
import type { Promised } from '../../domain/effects';
import { PLACE_QUESTION } from '../../domain/places/place';
import { received, wasHandled, type Delivery } from '../common/inbox';
import { promise } from '../common/outbox';
import type { Fragment, Sql } from '../connection/options';
import type { Database } from '../connection/pool';
import type { ChatsWanted } from '../places/bot-chats';

/** The reply keyboard with which a user picks a channel in Telegram's own list. */
export interface Picker extends ChatsWanted {
  readonly requestId: number;
  /** The channel on sale that gets another chat; `null` if the user is setting one up. */
  readonly openChannelId: OpenChannelId | null;
  /** The page that asked. */
  readonly messageId: number | null;
}

/** Stores the picker that a user is about to see, in place of any earlier one. */
export const openPicker = (
  database: Database,
  delivery: Delivery,
  {
    userId,
    requestId,
    kind,
    openChannelId,
    messageId,
    promised,
  }: Picker & { readonly promised: readonly Promised[] },
): Promise<unknown> =>
  database.query(
    (sql) => sql`
      with delivery as (${received(sql, { delivery, outcome: 'asked' })}),
      opened as (
        insert into pickers (user_id, request_id, kind, open_channel_id, message_id)
        select ${userId}::bigint, ${requestId}::integer, ${kind}::text, ${openChannelId}::bigint, ${messageId}::bigint
        from delivery
        on conflict (user_id) do update set request_id = excluded.request_id, kind = excluded.kind,
          open_channel_id = excluded.open_channel_id, message_id = excluded.message_id, opened_at = app_now()),
      promised as (${promise(sql, promised, 'delivery')})
      select from delivery`,
  );

/** Reads the picker that a user sees. */
export async function readPicker(database: Database, userId: number): Promise<Picker | undefined> {
  const [row] = await database.query(
    (sql) => sql<Picker[]>`
      select user_id as "userId", request_id as "requestId", kind, open_channel_id as "openChannelId",
        message_id as "messageId"
      from pickers where user_id = ${userId}`,
  );
  return row;
}

interface PickerClosing {
  readonly userId: number;
  /** Closes no other picker than this one. */
  readonly requestId?: number;
  /** A repeat of this delivery closes nothing, not even a picker that was opened after it. */
  readonly delivery?: Delivery;
  readonly isKept?: boolean;
  /** Closes the question that the user is asked to answer by typing as well. */
  readonly endsDialog?: boolean;
  readonly promised: readonly Promised[];
}

/** The question of another chat for an offer is asked with such a keyboard, too, and stored as a dialog. */
const endedDialogs = (
  sql: Sql,
  { userId, requestId, isKept = false, endsDialog = false }: Omit<PickerClosing, 'promised'>,
): Fragment => sql`
  delete from dialogs where user_id = ${userId} and ${
    requestId === undefined
      ? sql`(${endsDialog} or question = ${PLACE_QUESTION} and not ${isKept})`
      : sql`question = ${PLACE_QUESTION} and draft ->> 'requestId' = ${String(requestId)}`
  }`;

/** Forgets the picker that a user sees, and promises to remove it. Returns `false` if there is none or it is kept. */
export async function closePicker(
  database: Database,
  { promised, ...closing }: PickerClosing,
): Promise<boolean> {
  const { userId, requestId, delivery, isKept = false } = closing;
  const closed = await database.query(
    (sql) => sql`
      with forgotten as (
        delete from pickers where user_id = ${userId} and not ${isKept} and not ${wasHandled(sql, delivery)}
          ${requestId === undefined ? sql`` : sql`and request_id = ${requestId}`}
        returning 1),
      ended as (${endedDialogs(sql, closing)} and not ${wasHandled(sql, delivery)} returning question),
      closed as (
        select from forgotten union all select from ended where question = ${PLACE_QUESTION} and not ${isKept}),
      promised as (${promise(sql, promised, 'closed')})
      select from closed`,
  );
  return closed.length > 0;
}
