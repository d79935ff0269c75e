import { DELETION_EXPIRES_SECONDS, type Promised } from '../../domain/effects';
import { NO_OWNER, type AllowedOwners } from '../../domain/owner/allowed-owners';
import type { OpenChannelId } from '../../domain/common/ids';
import { MAX_DONATION_CENTS } from '../../domain/common/money';
import { ASSUMED_LEAST_CENTS } from '../../domain/payments/invoices/minimums';
import { isBanned } from '../access/holders';
import { isGiftOfStars } from '../payments/order-conditions';
import { isNoCoinOn, provenLeastCents } from '../payments/minimums/minimums';
import { isOwnerOfStars } from '../common/channel-roles';
import { metPerson, type TelegramPerson } from '../common/chats';
import { received, type Delivery } from '../common/inbox';
import { promise, promisedRow, promisedRows } from '../common/outbox';
import type { Fragment, Sql } from '../connection/options';
import type { Database } from '../connection/pool';

/** True if an amount can be given as far as is known when the keypad is opened. */
const isGivable = (sql: Sql, cents: Fragment) => sql`
  ${cents} between coalesce(known.least_cents, ${ASSUMED_LEAST_CENTS}) and ${MAX_DONATION_CENTS}`;

/** The owner's amounts that can be given. Smaller ones are left out, because a tap could only be refused. */
const offeredPresets = (sql: Sql) => sql`
  (select coalesce(jsonb_agg(preset.cents order by preset.place), '[]')
    from jsonb_array_elements(known.donation_presets) with ordinality as preset (cents, place)
    where ${isGivable(sql, sql`preset.cents::int`)})`;

/** What the user gave to the channel last in crypto, unless it is among the owner's amounts. */
const offeredLast = (sql: Sql, userId: number) => sql`
  (select last.amount_cents from (
      select o.amount_cents from orders o
      where o.user_id = ${userId}::bigint and o.open_channel_id = known.open_channel_id and o.kind = 'donation'
        and o.state = 'settled' and not ${isGiftOfStars(sql)}
      order by o.created_at desc limit 1) as last
    where ${isGivable(sql, sql`last.amount_cents`)}
      and not coalesce(known.donation_presets, '[]') @> to_jsonb(last.amount_cents))`;

export interface NewKeypad {
  readonly keypadId: string;
  readonly person: TelegramPerson;
  readonly openChannelId: OpenChannelId;
  /** The owners that the operator takes Stars for. Absent: nobody. */
  readonly starsFor?: AllowedOwners;
  readonly promised: readonly Promised[];
}

/**
 * Opens a keypad for a donation to a channel and stores the user. Replaces a keypad that the user still has open, and
 * promises to delete its message. Writes nothing if the channel is unknown or paused, the user is banned from it, or no
 * coin is switched on.
 */
export async function openKeypad(
  database: Database,
  delivery: Delivery,
  keypad: NewKeypad,
): Promise<'opened' | 'paused' | 'banned' | 'unpayable' | 'unknown'> {
  const { keypadId, person, openChannelId, starsFor = NO_OWNER, promised } = keypad;
  const [row] = await database.query(
    (sql) => sql<{ isPaused: boolean; isBanned: boolean; isUnpayable: boolean }[]>`
      with known as (
        select c.open_channel_id, c.paused_at is not null as is_paused, c.donation_presets,
          ${provenLeastCents(sql)} as least_cents,
          ${isBanned(sql, sql`c.open_channel_id`, sql`${person.userId}::bigint`)} as is_banned,
          ${isNoCoinOn(sql)} as is_unpayable,
          case when ${isOwnerOfStars(sql, starsFor)} and cardinality(c.donation_stars) > 0 then to_jsonb(c.donation_stars) end
            as star_presets
        from channels c where c.open_channel_id = ${openChannelId}),
        channel as (select * from known
          where not is_paused and not is_banned and (not is_unpayable or star_presets is not null)),
        delivery as (${received(sql, { delivery, outcome: 'keypad_opened' }, 'channel')}),
        person as (${metPerson(sql, person)}),
        replaced as (
          update keypads set closed_at = app_now(), version = version + 1
          where chat_id = ${person.userId} and user_id = ${person.userId} and closed_at is null
            and exists (select from delivery) and exists (select from channel)
          returning message_id),
        cleaned_up as (
          ${promisedRows(
            sql,
            sql`select ${promisedRow(sql, 'delete_message', {
              payload: { chatId: sql`${person.userId}::bigint`, messageId: sql`message_id` },
              key: sql`'delete:' || ${person.userId}::bigint || ':' || message_id`,
              expiresInSeconds: DELETION_EXPIRES_SECONDS,
            })} from replaced where message_id is not null`,
            delivery.correlationId,
          )}),
        keypad as (
          insert into keypads (keypad_id, user_id, chat_id, open_channel_id, least_cents, presets, last_cents,
            star_presets, in_stars)
          select ${keypadId}::uuid, ${person.userId}, ${person.userId}, open_channel_id, least_cents,
            ${offeredPresets(sql)}, ${offeredLast(sql, person.userId)}, star_presets, case when star_presets is not null and is_unpayable then true end
          from channel as known, (select count(*) from replaced) as after_the_replaced_was_closed
          where exists (select from delivery)
          returning keypad_id),
        promised as (${promise(sql, promised, 'keypad')})
      select is_paused as "isPaused", is_banned as "isBanned", is_unpayable and star_presets is null as "isUnpayable" from known`,
  );
  if (row === undefined) return 'unknown';
  if (row.isBanned) return 'banned';
  if (row.isPaused) return 'paused';
  return row.isUnpayable ? 'unpayable' : 'opened';
}
