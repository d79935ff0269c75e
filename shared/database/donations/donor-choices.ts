import { NOTE_QUESTION } from '../../domain/donations/choices';
import type { Promised } from '../../domain/effects';
import { received, wasHandled, type Delivery } from '../common/inbox';
import { promise } from '../common/outbox';
import type { Database } from '../connection/pool';
import type { StoredKeypad } from './keypads';

/** What a donor chose on a keypad, as it has to be stored. */
export interface ChoiceUpdate {
  readonly keypad: Pick<StoredKeypad, 'keypadId' | 'userId' | 'openChannelId' | 'version'>;
  readonly choices: Pick<StoredKeypad, 'isAnonymous' | 'anonymityTap' | 'note' | 'inStars'>;
  /** The message that shows the keypad; `null` if it isn't known. */
  readonly messageId: number | null;
  /** Whether the donor is asked for a note from now on. */
  readonly isNoteAsked: boolean;
  readonly promised?: readonly Promised[];
}

/**
 * Writes what a donor chose to the keypad and to its order, and opens or closes the question about the note, once for each
 * delivery. Writes nothing (`changed`) if the keypad has changed since it was read: a confirm may have opened the order.
 */
export async function saveChoices(
  database: Database,
  delivery: Delivery,
  { keypad, choices, messageId, isNoteAsked, promised = [] }: ChoiceUpdate,
): Promise<'saved' | 'changed'> {
  const { keypadId, userId, openChannelId, version } = keypad;
  const { isAnonymous, anonymityTap, note, inStars } = choices;
  const [row] = await database.query(
    (sql) => sql<{ isSaved: boolean }[]>`
      with saved as (
        update keypads set is_anonymous = ${isAnonymous}, anonymity_tap = ${anonymityTap}, donor_note = ${note}::text,
          in_stars = ${inStars}::boolean, message_id = coalesce(${messageId}::bigint, message_id),
          last_tap_at = case when closed_at is null then app_now() else last_tap_at end, version = version + 1
        where keypad_id = ${keypadId}::uuid and version = ${version} and not ${wasHandled(sql, delivery)}
        returning order_reference),
      delivery as (${received(sql, { delivery, outcome: 'donor_choice' }, 'saved')}),
      amended as (
        update orders set is_anonymous = ${isAnonymous}, donor_note = ${note}::text, version = version + 1
        where reference = (select order_reference from saved)),
      closed as (
        delete from dialogs where user_id = ${userId} and question = ${NOTE_QUESTION} and ${!isNoteAsked}
          and exists (select from saved)),
      opened as (
        insert into dialogs (user_id, question, open_channel_id, message_id, draft)
        select ${userId}::bigint, ${NOTE_QUESTION}, ${openChannelId}::bigint, ${messageId}::bigint,
          ${sql.json({ keypadId })}
        from saved where ${isNoteAsked}
        on conflict (user_id) do update set question = excluded.question, open_channel_id = excluded.open_channel_id,
          message_id = excluded.message_id, draft = excluded.draft, asked_at = app_now()),
      promised as (${promise(sql, promised, 'saved')})
      select exists (select from saved) or ${wasHandled(sql, delivery)} as "isSaved"`,
  );
  return row?.isSaved === true ? 'saved' : 'changed';
}
