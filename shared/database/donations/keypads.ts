import type { Key, Taps } from '../../domain/donations/keypad';
import { KEYPAD_LIFETIME_MINUTES, MAX_TAPS } from '../../domain/donations/keypad';
import type { Promised } from '../../domain/effects';
import type { Cents, OpenChannelId, OrderReference } from '../../domain/common/ids';
import type { OrderState } from '../../domain/payments/payment';
import { isBanned } from '../access/bans';
import { metPerson, type TelegramPerson } from '../common/chats';
import { concluding, received, type Delivery } from '../common/inbox';
import { cancelOldest } from '../payments/orders';
import { promise } from '../common/outbox';
import type { Database, Sql } from '../connection/pool';

/** Five minutes without a tap, or more taps than anybody needs. */
const isExpired = (sql: Sql) => sql`(
  last_tap_at <= app_now() - ${KEYPAD_LIFETIME_MINUTES} * interval '1 minute'
  or (select count(*) from jsonb_object_keys(taps)) >= ${MAX_TAPS})`;

export interface NewKeypad {
  readonly keypadId: string;
  readonly person: TelegramPerson;
  readonly openChannelId: OpenChannelId;
  readonly promised: readonly Promised[];
}

/**
 * Opens a keypad for a donation to a channel, in place of any that the user still had open (whose message is promised
 * to be deleted), and remembers the user. Nothing is written when no such channel is known, it is paused, or they are banned
 * from it.
 */
export async function openKeypad(
  database: Database,
  delivery: Delivery,
  keypad: NewKeypad,
): Promise<'opened' | 'paused' | 'banned' | 'unknown'> {
  const { keypadId, person, openChannelId, promised } = keypad;
  const [row] = await database.query(
    (sql) => sql<{ isPaused: boolean; isBanned: boolean }[]>`
      with known as (
        select c.open_channel_id, c.paused_at is not null as is_paused,
          ${isBanned(sql, sql`c.open_channel_id`, sql`${person.userId}::bigint`)} as is_banned
        from channels c where c.open_channel_id = ${openChannelId}),
        channel as (select open_channel_id from known where not is_paused and not is_banned),
        delivery as (${received(sql, delivery, 'keypad_opened', sql`where exists (select from channel)`)}),
        person as (${metPerson(sql, person)}),
        replaced as (
          update keypads set closed_at = app_now(), version = version + 1
          where chat_id = ${person.userId} and user_id = ${person.userId} and closed_at is null
            and exists (select from delivery) and exists (select from channel)
          returning message_id),
        cleaned_up as (
          insert into outbox (kind, payload, idempotency_key, expires_at, correlation_id)
          select 'delete_message', jsonb_build_object('chatId', ${person.userId}::bigint, 'messageId', message_id),
            'delete:' || ${person.userId}::bigint || ':' || message_id, app_now() + interval '1 day',
            ${delivery.correlationId}
          from replaced where message_id is not null
          on conflict (idempotency_key) do nothing),
        keypad as (
          insert into keypads (keypad_id, user_id, chat_id, open_channel_id)
          select ${keypadId}::uuid, ${person.userId}, ${person.userId}, open_channel_id
          from channel, (select count(*) from replaced) as after_the_replaced_was_closed
          where exists (select from delivery)
          returning keypad_id),
        promised as (${promise(sql, promised, 'keypad')})
      select is_paused as "isPaused", is_banned as "isBanned" from known`,
  );
  if (row === undefined) return 'unknown';
  if (row.isBanned) return 'banned';
  return row.isPaused ? 'paused' : 'opened';
}

export interface Tap {
  readonly updateId: number;
  readonly key: Key;
  readonly userId: number;
  readonly chatId: number;
  readonly messageId: number;
}

/**
 * Whether the message is known to show another keypad. A keypad whose message id is not stored yet (the worker has sent it
 * this moment) takes the id of the message that is tapped, but never that of an older keypad, perhaps of another channel.
 */
const isAnothers = (sql: Sql, { chatId, messageId }: Pick<Tap, 'chatId' | 'messageId'>) => sql`
  exists (select from keypads other where other.chat_id = ${chatId} and other.message_id = ${messageId})`;

/**
 * Records a tap on an open keypad in one statement, and returns all its taps so far. `undefined` when this is no plain
 * tap (the keypad is another's, expired, unknown or already decided), and then nothing was recorded.
 */
export async function recordTap(database: Database, delivery: Delivery, tap: Tap): Promise<Taps | undefined> {
  const [row] = await database.query(
    (sql) => sql<{ taps: Taps }[]>`
      with tapped as (
        update keypads set taps = taps || jsonb_build_object(${String(tap.updateId)}::text, ${tap.key}::text),
          last_tap_at = app_now(), message_id = ${tap.messageId}, version = version + 1
        where chat_id = ${tap.chatId} and user_id = ${tap.userId} and closed_at is null and not decided
          and (message_id = ${tap.messageId} or (message_id is null and not ${isAnothers(sql, tap)}))
          and not ${isExpired(sql)}
        returning taps),
      delivery as (
        insert into inbox (source, delivery_id, outcome, correlation_id)
        select ${delivery.source}, ${delivery.deliveryId}, 'tapped', ${delivery.correlationId} from tapped
        on conflict do nothing)
      select taps from tapped`,
  );
  return row?.taps;
}

/** A keypad with all that deciding about it needs. */
export interface StoredKeypad {
  readonly keypadId: string;
  readonly userId: number;
  readonly messageId: number | null;
  readonly openChannelId: OpenChannelId;
  readonly title: string;
  readonly donationMessage: string;
  readonly taps: Taps;
  readonly version: number;
  readonly isClosed: boolean;
  /** Its channel takes nothing at the moment. */
  readonly isPaused: boolean;
  readonly hasExpired: boolean;
  /** By the channel's owner: nothing is taken from them. */
  readonly isBanned: boolean;
  readonly order: {
    readonly reference: OrderReference;
    readonly correlationId: string | null;
    readonly state: OrderState;
    readonly amountCents: Cents;
    readonly version: number;
    readonly hasPayment: boolean;
    readonly invoiceUrl: string | null;
  } | null;
}

const storedKeypad = (sql: Sql) => sql`
  k.keypad_id as "keypadId", k.user_id as "userId", k.message_id as "messageId",
  k.open_channel_id as "openChannelId", c.title, c.donation_message as "donationMessage", c.paused_at is not null as "isPaused", k.taps, k.version, k.closed_at is not null as "isClosed",
  ${isExpired(sql)} as "hasExpired", ${isBanned(sql, sql`k.open_channel_id`, sql`k.user_id`)} as "isBanned",
  case when o.reference is not null then jsonb_build_object(
    'reference', o.reference, 'correlationId', o.correlation_id, 'state', o.state, 'amountCents', o.amount_cents, 'version', o.version,
    'hasPayment', exists (select from payments p where p.order_reference = o.reference),
    'invoiceUrl', (select i.invoice_url from invoices i
      where i.order_reference = o.reference and i.price_cents = o.amount_cents order by i.created_at desc limit 1)
  ) end as "order"
  from keypads k join channels c using (open_channel_id) left join orders o on o.reference = k.order_reference`;

/** The keypad that a message shows, open or closed; or the open one whose message is not known yet. */
export async function findKeypadByMessage(
  database: Database,
  { chatId, messageId }: Pick<Tap, 'chatId' | 'messageId'>,
): Promise<StoredKeypad | undefined> {
  const [row] = await database.query(
    (sql) => sql<StoredKeypad[]>`
      select ${storedKeypad(sql)}
      where k.chat_id = ${chatId} and (k.message_id = ${messageId} or (k.message_id is null and k.closed_at is null))
      order by k.message_id nulls last limit 1`,
  );
  return row;
}

export async function findKeypad(database: Database, keypadId: string): Promise<StoredKeypad | undefined> {
  const [row] = await database.query(
    (sql) => sql<StoredKeypad[]>`select ${storedKeypad(sql)} where k.keypad_id = ${keypadId}::uuid`,
  );
  return row;
}

/** Seconds until a keypad expires if nobody taps it; at most 0 when it has expired; `undefined` when it is closed. */
export async function secondsUntilExpiry(database: Database, keypadId: string): Promise<number | undefined> {
  const [row] = await database.query(
    (sql) => sql<{ seconds: number }[]>`
      select extract(epoch from last_tap_at + ${KEYPAD_LIFETIME_MINUTES} * interval '1 minute' - app_now())::float8
        as seconds
      from keypads where keypad_id = ${keypadId}::uuid and closed_at is null`,
  );
  return row?.seconds;
}

export interface KeypadUpdate {
  readonly keypad: Pick<StoredKeypad, 'keypadId' | 'version' | 'userId'>;
  readonly taps: Taps;
  readonly messageId: number;
  readonly isClosed: boolean;
  /** The order as it must be from now on. */
  readonly order?: {
    readonly reference: OrderReference;
    readonly state: 'open' | 'cancelled';
    readonly amountCents: number;
    /** Its version when it was read; `undefined` when it is new. */
    readonly version: number | undefined;
  };
  readonly promised: readonly Promised[];
}

/**
 * Writes what was decided about a keypad, with its order and all that was promised, in one statement.
 * `false` when somebody else changed the keypad or its order since it was read: read again, decide again.
 */
export async function saveKeypad(
  database: Database,
  delivery: Delivery,
  change: KeypadUpdate,
): Promise<boolean> {
  const { keypad, order } = change;
  const rows = await database.query(
    (sql) => sql`
      with locked as (
        select k.* from keypads k left join orders o on o.reference = k.order_reference
        where k.keypad_id = ${keypad.keypadId}::uuid and k.version = ${keypad.version}
          and (${order?.version ?? null}::int is null or o.version = ${order?.version ?? null}::int)
        for update of k),
      ordered as (
        insert into orders (reference, kind, state, user_id, open_channel_id, amount_cents, correlation_id)
        select ${order?.reference ?? null}::text, 'donation', ${order?.state ?? null}::text, user_id, open_channel_id,
          ${order?.amountCents ?? null}::int, ${delivery.correlationId}
        from locked where ${order !== undefined}
        on conflict (reference) do update set state = excluded.state, amount_cents = excluded.amount_cents,
          version = orders.version + 1
          where orders.version = ${order?.version ?? null}::int
        returning reference),
      opened as (select from ordered where ${order !== undefined && order.version === undefined}),
      too_many as (${cancelOldest(sql, keypad.userId, 'opened')}),
      saved as (
        update keypads k set taps = ${sql.json(change.taps)}, decided = true, message_id = ${change.messageId},
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
      select from saved`,
  );
  return rows.length > 0;
}

/** Stores which message shows the keypad. */
export const setKeypadMessage = (database: Database, keypadId: string, messageId: number): Promise<unknown> =>
  database.query(
    (sql) =>
      sql`update keypads set message_id = ${messageId} where keypad_id = ${keypadId}::uuid and message_id is null`,
  );

/** Closes a keypad that has expired by now, and promises what follows; `false` if a tap came first. */
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
