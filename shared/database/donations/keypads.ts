import type { KeypadChoices, StarChoices } from '../../domain/donations/choices';
import type { Taps } from '../../domain/donations/keypad';
import type { TapKey } from '../../domain/donations/presets';
import { KEYPAD_LIFETIME_MINUTES, MAX_TAPS } from '../../domain/donations/keypad';
import type { Cents, OpenChannelId, OrderReference } from '../../domain/common/ids';
import type { OrderState } from '../../domain/payments/payment';
import type { Sql } from '../connection/options';
import { isBanned } from '../access/holders';
import { isNoCoinOn, provenLeastCents } from '../payments/minimums/minimums';
import { hasUnjudged } from '../payments/order-conditions';
import type { Database } from '../connection/pool';

/** True after five minutes without a tap, or with more taps than anyone needs. */
export const isExpired = (sql: Sql) => sql`(
  last_tap_at <= app_now() - ${KEYPAD_LIFETIME_MINUTES} * interval '1 minute'
  or (select count(*) from jsonb_object_keys(taps)) >= ${MAX_TAPS})`;

export interface Tap {
  readonly updateId: number;
  readonly key: TapKey;
  readonly userId: number;
  readonly chatId: number;
  readonly messageId: number;
}

/** A keypad with everything that a decision about it needs. */
export interface StoredKeypad extends KeypadChoices, StarChoices {
  readonly keypadId: string;
  readonly userId: number;
  readonly messageId: number | null;
  readonly openChannelId: OpenChannelId;
  readonly title: string;
  readonly ownerUserId: number;
  readonly donationMessage: string;
  readonly taps: Taps;
  readonly version: number;
  readonly isClosed: boolean;
  /** The channel takes no payments at the moment. */
  readonly isPaused: boolean;
  readonly hasExpired: boolean;
  /** The channel's owner banned the user, so nothing is taken from them. */
  readonly isBanned: boolean;
  /** No coin is switched on, so nothing can be paid. */
  readonly isUnpayable: boolean;
  /** The least amount when it was last decided. `null`: nothing was known then. */
  readonly leastCents: Cents | null;
  /** The least amount that some coin can pay now. `null`: it isn't proven. */
  readonly leastNowCents: Cents | null;
  /** The `update_id` of the tap that chose to stay anonymous or not. */
  readonly anonymityTap: number | null;
  readonly order: {
    readonly reference: OrderReference;
    readonly correlationId: string | null;
    readonly state: OrderState;
    readonly amountCents: Cents;
    /** `null`: it isn't in Stars. */
    readonly priceStars: number | null;
    readonly version: number;
    readonly hasPayment: boolean;
    readonly invoiceUrl: string | null;
  } | null;
}

/** What a keypad shows beside the amount. */
export const keypadChoices = (sql: Sql) => sql`
  coalesce(k.presets, '[]') as presets, k.last_cents as "lastCents", coalesce(k.is_anonymous, false) as "isAnonymous",
  k.donor_note as note, k.star_presets is not null as "mayBeStars"`;

const storedKeypad = (sql: Sql) => sql`
  k.keypad_id as "keypadId", k.user_id as "userId", k.message_id as "messageId",
  k.open_channel_id as "openChannelId", c.title, c.owner_user_id as "ownerUserId", k.star_presets as "starPresets", k.in_stars as "inStars", k.least_cents as "leastCents",
  ${keypadChoices(sql)}, k.anonymity_tap as "anonymityTap", ${provenLeastCents(sql)} as "leastNowCents", ${isNoCoinOn(sql)} as "isUnpayable", c.donation_message as "donationMessage", c.paused_at is not null as "isPaused", k.taps, k.version, k.closed_at is not null as "isClosed",
  ${isExpired(sql)} as "hasExpired", ${isBanned(sql, sql`k.open_channel_id`, sql`k.user_id`)} as "isBanned",
  case when o.reference is not null then jsonb_build_object(
    'reference', o.reference, 'correlationId', o.correlation_id, 'state', o.state, 'amountCents', o.amount_cents, 'priceStars', o.price_stars, 'version', o.version,
    'hasPayment', exists (select from payments p where p.order_reference = o.reference) or ${hasUnjudged(sql)},
    'invoiceUrl', (select i.invoice_url from invoices i
      where i.order_reference = o.reference and i.price_cents = o.amount_cents order by i.created_at desc limit 1)
  ) end as "order"
  from keypads k join channels c using (open_channel_id) left join orders o on o.reference = k.order_reference`;

/** Finds the keypad that a message shows, open or closed; otherwise the open one whose message is not known yet. */
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

/**
 * Returns the seconds until a keypad expires if nobody taps it. At most 0 if it has expired; `undefined` if it is
 * closed.
 */
export async function secondsUntilExpiry(database: Database, keypadId: string): Promise<number | undefined> {
  const [row] = await database.query(
    (sql) => sql<{ seconds: number }[]>`
      select extract(epoch from last_tap_at + ${KEYPAD_LIFETIME_MINUTES} * interval '1 minute' - app_now())::float8
        as seconds
      from keypads where keypad_id = ${keypadId}::uuid and closed_at is null`,
  );
  return row?.seconds;
}
