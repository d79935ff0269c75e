import { errorPercent, refusedIpns, webhookFaults } from './alarm-values';
import type { Measures } from './measures';

/** Something an operator has to look at. It is on while its value has reached its threshold. */
export interface Alarm {
  readonly name: string;
  readonly severity: 'error' | 'warning';
  readonly threshold: number;
  /** What value and threshold count. */
  readonly unit: string;
  readonly meaning: string;
  readonly remedy: string;
  readonly measure: (measures: Measures) => number;
}

/** Every alarm there is. Thresholds are such that what passes by itself, and what strangers do, raises none. */
export const ALARMS = [
  {
    name: 'outbox_age',
    severity: 'error',
    threshold: 300,
    unit: 's that the oldest due promise waits',
    meaning:
      'Messages, invoices and removals are not being done. The scheduler calls every minute, so five are four calls in vain.',
    remedy:
      'Look at the scheduler and at the errors of `worker`; a worker that runs and cannot keep up needs more instances.',
    measure: ({ outboxOldestDueSeconds }) => outboxOldestDueSeconds ?? 0,
  },
  {
    name: 'outbox_failing',
    severity: 'error',
    threshold: 1,
    unit: 'promises that failed 5 times and are tried again',
    meaning:
      'Telegram or NOWPayments does not take what we ask: they are away for minutes, or the bot token or the API key is wrong. Nothing is lost yet, and people wait.',
    remedy:
      'Read `last_error` in the table `outbox`, or `outbox.postponed` and `invoice.failed` in the logs; `npm run doctor` tries the token and the key.',
    measure: ({ outboxFailing }) => outboxFailing,
  },
  {
    name: 'outbox_failed',
    severity: 'error',
    threshold: 1,
    unit: 'promises given up in a day',
    meaning:
      'Something promised can never be done, and not because somebody blocked the bot. Each is one person who waits.',
    remedy:
      'Read `last_error` in the table `outbox`, mend the cause, then `npm run replay -- outbox ID` or `npm run replay -- order REFERENCE`.',
    measure: ({ outboxBrokenLastDay }) => outboxBrokenLastDay,
  },
  {
    name: 'ipn_signature_refused',
    severity: 'error',
    threshold: 3,
    unit: 'signed IPNs refused in an hour, and none let in',
    meaning:
      'NOWPayments signs with another secret than ours. One payment brings several IPNs; one or two are somebody who tries.',
    remedy:
      'Compare `NOWPAYMENTS_IPN_SECRET` with the account at NOWPayments, deploy `paymentIpn` again; what was missed is found by asking.',
    measure: refusedIpns,
  },
  {
    name: 'paid_without_ipn',
    severity: 'error',
    threshold: 1,
    unit: 'orders paid without an IPN in a day',
    meaning:
      'Money was found by asking NOWPayments, and its IPN has not come in ten minutes. Buyers waited minutes or hours for what they paid.',
    remedy:
      'Check that IPNs reach `paymentIpn` from outside and are switched on at NOWPayments; nothing else has to be done for these orders.',
    measure: ({ paidWithoutIpnLastDay }) => paidWithoutIpnLastDay,
  },
  {
    name: 'payments_parked',
    severity: 'warning',
    threshold: 1,
    unit: 'payments parked for more than 3 days',
    meaning:
      'An odd payment waits for its owner, who was asked and has not answered. After thirty days it is theirs alone to remember.',
    remedy: 'Remind the owner; `npm run replay -- order REFERENCE --story` tells what there is to decide.',
    measure: ({ paymentsParkedLong }) => paymentsParkedLong,
  },
  {
    name: 'payments_orphaned',
    severity: 'error',
    threshold: 1,
    unit: 'payments without an order in a day',
    meaning:
      'Money came for an order that this database does not know: another system uses the account, or a backup was restored.',
    remedy:
      'Look the payment up at NOWPayments by its id (table `payments`, standing `orphan`) and pay it back or find its buyer; after a restore, docs/restore.md says how.',
    measure: ({ paymentsOrphanedLastDay }) => paymentsOrphanedLastDay,
  },
  {
    name: 'owners_unreachable',
    severity: 'warning',
    threshold: 1,
    unit: 'owners lost in the last 7 days',
    meaning:
      'An owner has blocked the bot, or left the chat that is notified, and is told nothing. Later it is known, and only counted.',
    remedy: '`npm run channels -- list` names the channel; ask its owner to send /start to the bot.',
    measure: ({ ownersLostLastWeek }) => ownersLostLastWeek,
  },
  {
    name: 'removal_failed',
    severity: 'warning',
    threshold: 1,
    unit: 'members whose removal failed 3 times',
    meaning:
      'Somebody is in a channel who should be out: the bot lacks a right, or they are an administrator. The owner was told.',
    remedy:
      'Give the bot the right to ban users again; it goes on by itself. An administrator only the owner can remove.',
    measure: ({ removalsFailing }) => removalsFailing,
  },
  {
    name: 'telegram_webhook',
    severity: 'error',
    threshold: 1,
    unit: 'of 4 signs: not our address, errors within 10 minutes while updates wait, over 100 updates waiting, no answer for 15 minutes',
    meaning:
      'Telegram cannot deliver updates: the bot answers nobody. It tries again for a day, a tap for two minutes.',
    remedy:
      '`/status` says which sign and what kind of error. `http_401` is a wrong secret: set the webhook again; `http_5xx` is ours: read the errors of `telegramWebhook`.',
    measure: webhookFaults,
  },
  {
    name: 'deliveries_parked',
    severity: 'error',
    threshold: 1,
    unit: 'deliveries put aside in a day',
    meaning:
      'An update failed five times, or a signed IPN could not be read. It was kept, and its sender was told that all is well.',
    remedy:
      'Its body is in `inbox.payload` (outcome `parked` or `unreadable`); mend the cause, then `npm run replay -- payment ID` for an IPN.',
    measure: ({ deliveriesParkedLastDay }) => deliveriesParkedLastDay,
  },
  {
    name: 'errors_5xx',
    severity: 'error',
    threshold: 2,
    unit: '% of requests failed in an hour, at least 10',
    meaning:
      'Requests fail. A database that is replaced fails less than two in a hundred of an hour; senders come again for all of them.',
    remedy: 'Read the errors of the function whose `errors` grow in `/status`; look at the database first.',
    measure: errorPercent,
  },
] as const satisfies readonly Alarm[];

export type AlarmName = (typeof ALARMS)[number]['name'];

/** An alarm that is on. */
export interface Raised {
  readonly name: AlarmName;
  readonly value: number;
  readonly threshold: number;
}

/** The alarms that these measures raise. */
export const alarmsFrom = (measures: Measures): Raised[] =>
  ALARMS.map(({ name, threshold, measure }) => ({ name, threshold, value: measure(measures) })).filter(
    ({ value, threshold }) => value >= threshold,
  );
