import type { RemovalsSetting } from '../common/channel';

/** How often something happened: in total, and in the last hour. */
export interface CounterTally {
  readonly total: number;
  readonly lastHour: number;
}

/** How Telegram sees our webhook. Leaves out its address, and keeps only the kind of its last error. */
export interface WebhookSeen {
  readonly isSet: boolean;
  /** Whether it is the configured one; null if none is configured. */
  readonly isExpected: boolean | null;
  readonly pendingUpdates: number;
  /** Ages in seconds; null if it never happened since the webhook was set. */
  readonly lastErrorSeconds: number | null;
  readonly lastErrorClass: string | null;
  readonly lastSyncErrorSeconds: number | null;
  /** How long ago Telegram was asked. */
  readonly seenSeconds: number;
}

/**
 * The state of the product, as only the database knows it. Ages are in seconds; null if nothing happened yet. Counts of
 * failures look back a week unless their name says otherwise.
 */
export interface Measures {
  readonly schemaVersion: number;
  readonly outboxDue: number;
  readonly outboxOldestDueSeconds: number | null;
  readonly outboxFailed: number;
  /** About money or access, failed five times, and will be tried again. The due time is always in the future, so `outboxOldestDueSeconds` misses these. */
  readonly outboxFailing: number;
  /** About money or access, and given up in the last day, but not because of their chat. Removals are counted separately. */
  readonly outboxBrokenLastDay: number;
  /** Of the last IPN that NOWPayments sent, not of a payment that we asked for. */
  readonly lastIpnSeconds: number | null;
  readonly lastUpdateSeconds: number | null;
  /** Since the worker last looked at all of this. */
  readonly lastLookSeconds: number | null;
  readonly paymentsParked: number;
  /** Parked for at least three days and less than thirty. */
  readonly paymentsParkedLong: number;
  readonly paymentsOrphaned: number;
  readonly paymentsOrphanedLastDay: number;
  /** Invoices that NOWPayments definitely refused. */
  readonly invoicesRefusedLastHour: number;
  /** Orders that NOWPayments received money for without sending an IPN, not even within ten minutes. */
  readonly paidWithoutIpnLastDay: number;
  /** Updates that failed too often, and IPNs that nobody could read. */
  readonly deliveriesParked: number;
  readonly deliveriesParkedLastDay: number;
  /** Open orders that are asked about by an operator's command alone. Not counted once they are too old to be asked about. */
  readonly ordersWithManyPayments: number;
  /** Coins that are switched on at NOWPayments; null if it has not said so within a day. */
  readonly coinsOn: number | null;
  /** What Telegram's list of Stars says beyond the bot's balance, in whole Stars away from zero. Negative: the balance is higher. */
  readonly starsMissing: number;
  /** Since the end of that list was last reached, or first looked for; null while Stars are off. */
  readonly starsUnreadSeconds: number | null;
  /** Since that list was compared with the balance, or began; null while Stars are off, and while it is empty. */
  readonly starsUncomparedSeconds: number | null;
  /** Payments in Stars that no update told about. */
  readonly starsRecoveredLastDay: number;
  readonly ownersUnreachable: number;
  readonly ownersLostLastWeek: number;
  /** Failed attempts to remove a member. */
  readonly removalTroubles: number;
  /** Members whose removal failed three times in a row and is still due, or was given up in the last day. */
  readonly removalsFailing: number;
  /** The operator's switch for all channels. */
  readonly removals: RemovalsSetting;
  /** Channels whose brake holds removals. */
  readonly removalsBraked: number;
  /** By name: `requests.paymentIpn`, `errors.paymentIpn`, `refused.paymentIpn`, `ipn_signature_refused`, `ipn_contradictory`, `pre_checkout.yes`. */
  readonly counters: Readonly<Record<string, CounterTally>>;
  readonly telegramWebhook: WebhookSeen | null;
}
