import type { Promised } from '../../domain/effects';
import type { OwnerActionName } from '../../domain/owner/owner-actions';
import type { NOTE_QUESTION } from '../../domain/donations/choices';
import type { PLACE_QUESTION } from '../../domain/places/place';
import type { OwnerQuestion } from '../../domain/messages/owner';
import type { Database } from '../connection/pool';
import { received, wasHandled, type Delivery } from './inbox';
import { promise } from './outbox';
import { permitted, type Actor } from './channel-roles';

/** The question that a user is being asked. */
export interface Dialog extends Actor {
  readonly question: OwnerQuestion | typeof NOTE_QUESTION | typeof PLACE_QUESTION;
  readonly messageId: number | null;
  readonly draft: Readonly<Record<string, unknown>>;
}

/**
 * Stores the question that a user is being asked, in place of any earlier one. Returns `false` if their role does not
 * allow it.
 */
export async function openDialog(
  database: Database,
  delivery: Delivery,
  {
    openChannelId,
    userId,
    question,
    messageId,
    draft,
    action,
    promised = [],
  }: Dialog & { readonly action: OwnerActionName; readonly promised?: readonly Promised[] },
): Promise<boolean> {
  const opened = await database.query(
    (sql) => sql`
      with permitted as materialized (${permitted(sql, { openChannelId, userId, action })}),
      delivery as (${received(sql, { delivery, outcome: 'asked' }, 'permitted')}),
      opened as (
        insert into dialogs (user_id, question, open_channel_id, message_id, draft)
        select ${userId}::bigint, ${question}, ${openChannelId}::bigint, ${messageId}::bigint, ${sql.json(draft as never)}
        from delivery
        on conflict (user_id) do update set question = excluded.question, open_channel_id = excluded.open_channel_id,
          message_id = excluded.message_id, draft = excluded.draft, asked_at = app_now()),
      promised as (${promise(sql, promised, 'delivery')})
      select from permitted`,
  );
  return opened.length > 0;
}

/** A question, and how many seconds ago it was asked. */
export interface AskedDialog extends Dialog {
  readonly ageSeconds: number;
}

/** Reads the question that a user is being asked now. */
export async function readDialog(database: Database, userId: number): Promise<AskedDialog | undefined> {
  const [row] = await database.query(
    (sql) => sql<AskedDialog[]>`
      select user_id as "userId", open_channel_id as "openChannelId", question, message_id as "messageId", draft,
        extract(epoch from app_now() - asked_at)::float8 as "ageSeconds"
      from dialogs where user_id = ${userId}`,
  );
  return row;
}

/**
 * Closes the question that a user is being asked, because they pressed a button instead. A repeat closes nothing, not
 * even a question that the first delivery opened.
 */
export const closeDialog = (database: Database, delivery: Delivery, userId: number): Promise<unknown> =>
  database.query(
    (sql) => sql`delete from dialogs where user_id = ${userId} and not ${wasHandled(sql, delivery)}`,
  );

/** Asks again, with the reason why the answer can't be used. */
export const askAgain = (
  database: Database,
  delivery: Delivery,
  promised: readonly Promised[],
): Promise<unknown> =>
  database.query(
    (sql) => sql`
      with delivery as (${received(sql, { delivery, outcome: 'asked_again' })}),
        promised as (${promise(sql, promised, 'delivery')})
      select from delivery`,
  );
