/** How often something happened: since ever, and of late. */
export interface CounterTally {
  readonly total: number;
  readonly lastHour: number;
}

/** How Telegram sees our webhook. Nothing of its address, and of its last error only what kind it was. */
export interface WebhookSeen {
  readonly isSet: boolean;
  /** Whether it is the one we were told of; null where we were told of none. */
  readonly isExpected: boolean | null;
  readonly pendingUpdates: number;
  /** Ages in seconds; null where it never happened since the webhook was set. */
  readonly lastErrorSeconds: number | null;
  readonly lastErrorClass: string | null;
  readonly lastSyncErrorSeconds: number | null;
  /** How long ago Telegram was asked. */
  readonly seenSeconds: number;
}

/**
 * What only the database knows about how the product is doing. Ages in seconds; null where nothing happened yet. Counts of
 * trouble look back a week unless their name says otherwise.
 */
export interface Measures {
  readonly schemaVersion: number;
  readonly outboxDue: number;
  readonly outboxOldestDueSeconds: number | null;
  readonly outboxFailed: number;
  /** Tried five times in vain and to be tried again: its due time is always ahead, so it is never old. */
  readonly outboxFailing: number;
  /** Given up in the last day, though whoever it was for could be reached. Removals are counted by themselves. */
  readonly outboxBrokenLastDay: number;
  /** The last one that came by itself, not one that was asked for. */
  readonly lastIpnSeconds: number | null;
  readonly lastUpdateSeconds: number | null;
  readonly paymentsParked: number;
  /** Parked for three days, and for less than thirty. */
  readonly paymentsParkedLong: number;
  readonly paymentsOrphaned: number;
  readonly paymentsOrphanedLastDay: number;
  /** Orders for which NOWPayments had taken money and of which it sent no IPN, nor in the ten minutes since. */
  readonly paidWithoutIpnLastDay: number;
  /** Updates that failed too often, and IPNs that nobody could read. */
  readonly deliveriesParked: number;
  readonly deliveriesParkedLastDay: number;
  readonly ownersUnreachable: number;
  readonly ownersLostLastWeek: number;
  /** Tries at removing somebody that failed. */
  readonly removalTroubles: number;
  /** Members whose removal has failed three times in a row and is not done, or was given up in the last day. */
  readonly removalsFailing: number;
  /** By name: `requests.paymentIpn`, `errors.paymentIpn`, `refused.paymentIpn`, `ipn_signature_refused`. */
  readonly counters: Readonly<Record<string, CounterTally>>;
  readonly telegramWebhook: WebhookSeen | null;
}
