import type { Language } from '../../domain/common/language';
import type { KeypadChoices } from '../../domain/donations/choices';
import type { Taps } from '../../domain/donations/keypad';
import type { Sql } from '../connection/options';
import type { Delivery } from '../common/inbox';
import type { Database } from '../connection/pool';
import { isExpired, keypadChoices, type Tap } from './keypads';

/** A keypad after a tap: all its taps so far, and what it shows beside the amount. */
export interface TappedKeypad extends KeypadChoices {
  readonly taps: Taps;
  /** What its user chose to read; `null` if nothing. */
  readonly chosenLanguage: Language | null;
}

/**
 * True if the message is known to show another keypad. A keypad whose message id is not stored yet, because the
 * worker sent it a moment ago, takes the id of the message that is tapped, but never that of an older keypad, which
 * may belong to another channel.
 */
const showsAnotherKeypad = (sql: Sql, { chatId, messageId }: Pick<Tap, 'chatId' | 'messageId'>) => sql`
  exists (select from keypads other where other.chat_id = ${chatId} and other.message_id = ${messageId})`;

/**
 * Records a tap on an open keypad in one statement, and returns the keypad with all its taps so far. Returns `undefined`, and records
 * nothing, if the tap can't simply be added: the keypad is another user's, expired, unknown or already decided.
 */
export async function recordTap(
  database: Database,
  delivery: Delivery,
  tap: Tap,
): Promise<TappedKeypad | undefined> {
  const [row] = await database.query(
    (sql) => sql<TappedKeypad[]>`
      with tapped as (
        update keypads k set taps = taps || jsonb_build_object(${String(tap.updateId)}::text, ${tap.key}::text),
          last_tap_at = app_now(), message_id = ${tap.messageId}, version = version + 1
        where chat_id = ${tap.chatId} and user_id = ${tap.userId} and closed_at is null and not decided
          and (message_id = ${tap.messageId} or (message_id is null and not ${showsAnotherKeypad(sql, tap)}))
          and not ${isExpired(sql)} and (k.star_presets is null or k.in_stars is false)
        returning taps, ${keypadChoices(sql)},
          (select language from chats where chats.chat_id = ${tap.userId}) as "chosenLanguage"),
      delivery as (
        insert into inbox (source, delivery_id, outcome, correlation_id)
        select ${delivery.source}, ${delivery.deliveryId}, 'tapped', ${delivery.correlationId} from tapped
        on conflict do nothing /* delivery */)
      select * from tapped`,
  );
  return row;
}
