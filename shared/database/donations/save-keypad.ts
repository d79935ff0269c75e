import type { Taps } from '../../domain/donations/keypad';
import { messageDeletion, type Promised } from '../../domain/effects';
import type { OrderReference } from '../../domain/common/ids';
import { orderTopic } from '../../domain/common/living-message';
import { shownBy } from '../common/living-messages';
import { concluding, type Delivery } from '../common/inbox';
import { cancelledOldest, toldCancelled } from '../payments/orders';
import { orderWait } from '../payments/open-order';
import { promise } from '../common/outbox';
import type { Database } from '../connection/pool';
import { isExpired, type StoredKeypad } from './keypads';

export interface KeypadUpdate {
  readonly keypad: Pick<StoredKeypad, 'keypadId' | 'version' | 'userId'>;
  readonly taps: Taps;
  readonly messageId: number;
  readonly isClosed: boolean;
  /** The least amount that this decision used. */
  readonly leastCents: number;
  /** The order as it has to be stored. */
  readonly order?: {
    readonly reference: OrderReference;
    readonly state: 'open' | 'cancelled';
    readonly amountCents: number;
    /** Of a new donation in Stars. */
    readonly priceStars?: number;
    /** Its version when it was read; `undefined` if it is new. */
    readonly version: number | undefined;
  };
  readonly promised: readonly Promised[];
}

/** Written; something changed since it was read; or the user has to wait this long for another order. */
export type SavedKeypad = 'saved' | 'changed' | { readonly waitSeconds: number };

/**
 * Writes what was decided about a keypad, with its order and all promises, in one statement. Writes nothing if the user
 * has to wait for another order, and nothing (`changed`) if the keypad or its order has changed since it was read: the
 * caller reads and decides again.
 */
export async function saveKeypad(
  database: Database,
  delivery: Delivery,
  change: KeypadUpdate,
): Promise<SavedKeypad> {
  const { keypad, order } = change;
  const isNew = order !== undefined && order.version === undefined;
  const topic = order === undefined ? '' : orderTopic(order.reference);
  const [row] = await database.query(
    (sql) => sql<{ waitSeconds: number | null; isSaved: boolean }[]>`
      with locked as (
        select k.* from keypads k left join orders o on o.reference = k.order_reference
        where k.keypad_id = ${keypad.keypadId}::uuid and k.version = ${keypad.version}
          and (${order?.version ?? null}::int is null or o.version = ${order?.version ?? null}::int)
        for update of k),
      wait as (select ${isNew ? orderWait(sql, keypad.userId) : sql`0::float8`} as seconds from locked),
      ordered as (
        insert into orders (reference, kind, state, user_id, open_channel_id, amount_cents, price_stars, donor_note, is_anonymous,
          correlation_id)
        select ${order?.reference ?? null}::text, 'donation', ${order?.state ?? null}::text, user_id, open_channel_id,
          ${order?.amountCents ?? null}::int, ${order?.priceStars ?? null}::int, donor_note, is_anonymous, ${delivery.correlationId}
        from locked, wait where ${order !== undefined} and wait.seconds <= 0
        on conflict (reference) do update set state = excluded.state, amount_cents = excluded.amount_cents,
          donor_note = excluded.donor_note, is_anonymous = excluded.is_anonymous, version = orders.version + 1
          where orders.version = ${order?.version ?? null}::int
        returning reference),
      opened as (select from ordered where ${isNew}),
      shown as (${shownBy(sql, { topic, chatId: keypad.userId, messageId: change.messageId }, 'opened')}),
      cancelled as (${cancelledOldest(sql, keypad.userId, 'opened')}),
      told as (${toldCancelled(sql, keypad.userId, delivery.correlationId)}),
      saved as (
        update keypads k set taps = ${sql.json(change.taps)}, decided = true, message_id = ${change.messageId}, least_cents = ${change.leastCents},
          last_tap_at = app_now(), version = k.version + 1,
          closed_at = case when ${change.isClosed} then coalesce(k.closed_at, app_now()) end,
          order_reference = coalesce((select reference from ordered), k.order_reference)
        from locked where k.keypad_id = locked.keypad_id and (not ${order !== undefined} or exists (select from ordered))
        returning 1),
      delivery as (
        insert into inbox (source, delivery_id, outcome, order_reference, correlation_id)
        select ${delivery.source}, ${delivery.deliveryId}, 'keypad_decided', ${order?.reference ?? null},
          ${delivery.correlationId}
        from saved ${concluding(sql)}),
      promised as (${promise(sql, change.promised, 'saved')})
      select (select seconds from wait) as "waitSeconds", exists (select from saved) as "isSaved"`,
  );
  if (row?.isSaved) return 'saved';
  return row?.waitSeconds ? { waitSeconds: row.waitSeconds } : 'changed';
}

/**
 * Stores which message shows the keypad. If the keypad was replaced or expired while it was sent, nobody knew its message, so
 * this promises to delete it. A keypad that a tap has closed has its message already.
 */
export const setKeypadMessage = (
  database: Database,
  keypadId: string,
  message: { readonly chatId: number; readonly messageId: number },
): Promise<unknown> =>
  database.query(
    (sql) => sql`
      with shown as (
        update keypads set message_id = ${message.messageId} where keypad_id = ${keypadId}::uuid and message_id is null
        returning closed_at),
      closed as (select from shown where closed_at is not null),
      promised as (${promise(sql, [messageDeletion(message)], 'closed')})
      select from shown`,
  );

/** Closes an expired keypad and promises what follows. Returns `false` if a tap came first. */
export async function expireKeypad(
  database: Database,
  keypadId: string,
  promised: readonly Promised[],
): Promise<boolean> {
  const closed = await database.query(
    (sql) => sql`
      with closed as (
        update keypads set closed_at = app_now(), version = version + 1
        where keypad_id = ${keypadId}::uuid and closed_at is null and ${isExpired(sql)}
        returning 1),
      promised as (${promise(sql, promised, 'closed')})
      select from closed`,
  );
  return closed.length > 0;
}
