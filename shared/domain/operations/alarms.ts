import { errorPercent, refusedIpns, uncheckedPercent, webhookFaults } from './alarm-values';
import {
  FEW_ERRORS,
  FEW_UNCHECKED,
  MANY_PENDING,
  UNSEEN_SECONDS,
  WEBHOOK_ERROR_SECONDS,
} from './alarm-values';
import type { Measures } from './measures';
import { MANY_REFUSALS } from '../payments/invoices/invoice-refusal';
import { MOST_PAYMENTS } from '../payments/look';

/** A condition that an operator has to look at. The alarm is on while its value is at or above its threshold. */
export interface Alarm {
  readonly name: string;
  readonly severity: 'error' | 'warning';
  readonly threshold: number;
  /** The unit of value and threshold. */
  readonly unit: string;
  readonly meaning: string;
  readonly remedy: string;
  readonly measure: (measures: Measures) => number;
}

/** Every alarm. The thresholds are high enough that transient failures and strangers' requests raise none. */
export const ALARMS = [
  {
    name: 'outbox_age',
    severity: 'error',
    threshold: 300,
    unit: 's since the oldest due promise came due',
    meaning:
      'Messages, invoices and removals are not being performed. The worker is called every minute, so 300 s means that four calls made no progress.',
    remedy:
      'Look at what calls the worker each minute (the scheduler, or the host with `TICK=on`) and at the errors of `worker`. If it runs but cannot keep up, give it more instances.',
    measure: ({ outboxOldestDueSeconds }) => outboxOldestDueSeconds ?? 0,
  },
  {
    name: 'outbox_failing',
    severity: 'error',
    threshold: 1,
    unit: 'promises about money or access that failed 5 times and will be tried again',
    meaning:
      'Telegram or NOWPayments does not accept our calls: it has been down for minutes, or the bot token or API key is wrong. Nothing is lost yet, but people are waiting.',
    remedy:
      'Read `last_error` in the table `outbox`, or `outbox.postponed` and `invoice.failed` in the logs; `npm run doctor` tries the token and the key.',
    measure: ({ outboxFailing }) => outboxFailing,
  },
  {
    name: 'outbox_failed',
    severity: 'error',
    threshold: 1,
    unit: 'promises about money or access given up in a day',
    meaning:
      'A promise can never be kept, although the recipient did not block the bot. Each one leaves a person waiting for what they paid for.',
    remedy:
      'Read `last_error` in the table `outbox`, fix the cause, then run `npm run replay -- outbox ID` or `npm run replay -- order REFERENCE`.',
    measure: ({ outboxBrokenLastDay }) => outboxBrokenLastDay,
  },
  {
    name: 'ipn_signature_refused',
    severity: 'error',
    threshold: 3,
    unit: 'signed IPNs about our orders refused in an hour, and none accepted',
    meaning:
      "NOWPayments' secret differs from ours. Only bodies that name an existing order count, so only someone who opened an order can forge them. One payment brings several IPNs.",
    remedy:
      'Compare `NOWPAYMENTS_IPN_SECRET` with the account at NOWPayments, and change it here if it differs. Reconciliation finds the payments that were missed.',
    measure: refusedIpns,
  },
  {
    name: 'invoices_refused',
    severity: 'error',
    threshold: MANY_REFUSALS,
    unit: 'invoices refused in an hour',
    meaning:
      'NOWPayments refuses to make invoices, so buyers cannot pay. Each of them was told, and the owners of their channels are told once a day.',
    remedy:
      'Read `code` in the table `invoice_refusals`, and `invoice.failed` in the logs. Then look at the coins and the payout address of the account at NOWPayments.',
    measure: ({ invoicesRefusedLastHour }) => invoicesRefusedLastHour,
  },
  {
    name: 'paid_without_ipn',
    severity: 'error',
    threshold: 1,
    unit: 'orders paid without an IPN in a day',
    meaning:
      'Reconciliation found money whose IPN did not arrive within ten minutes. Buyers waited minutes or hours for what they paid for.',
    remedy:
      'Check that `paymentIpn` can be reached from outside and that IPNs are switched on at NOWPayments. These orders need nothing else.',
    measure: ({ paidWithoutIpnLastDay }) => paidWithoutIpnLastDay,
  },
  {
    name: 'payments_parked',
    severity: 'warning',
    threshold: 1,
    unit: 'payments parked for more than 3 days',
    meaning:
      'An odd payment needs a decision, and the owner has not answered. After thirty days this alarm no longer counts it.',
    remedy: 'Remind the owner. `npm run replay -- order REFERENCE --story` shows what there is to decide.',
    measure: ({ paymentsParkedLong }) => paymentsParkedLong,
  },
  {
    name: 'payments_orphaned',
    severity: 'error',
    threshold: 1,
    unit: 'payments without an order in a day',
    meaning:
      'Money arrived for an order that this database does not know: another system uses the account, or you restored a backup.',
    remedy:
      'Look the payment up at NOWPayments by its id (table `payments`, standing `orphan`), then pay it back or find its buyer. After a restore, follow docs/restore.md.',
    measure: ({ paymentsOrphanedLastDay }) => paymentsOrphanedLastDay,
  },
  {
    name: 'orders_with_many_payments',
    severity: 'warning',
    threshold: 1,
    unit: `unpaid orders of the last 30 days with more than ${MOST_PAYMENTS} payments`,
    meaning:
      'An order has more payments than any honest buyer makes, so reconciliation no longer asks NOWPayments about it. Its IPNs are still processed.',
    remedy:
      'Run `npm run replay -- ask REFERENCE`, which asks about each of its payments. The log event `payment.too_many` names the order.',
    measure: ({ ordersWithManyPayments }) => ordersWithManyPayments,
  },
  {
    name: 'stars_differ',
    severity: 'error',
    threshold: 1,
    unit: "Stars that Telegram's list and the bot's balance differ by",
    meaning:
      'What came in less what left is not the balance. Usually a buyer charged back at the store where they bought Stars: Telegram then takes the Stars from the bot and tells nobody who it was. Or Telegram added a kind of transaction that is not in its list.',
    remedy:
      '`npm run stars -- balance` compares again and shows both. For a chargeback there is nothing to set right: the access that was paid for stays until you end it. It is compared once an hour, and the alarm ends when both are the same again.',
    measure: ({ starsMissing }) => Math.abs(starsMissing),
  },
  {
    name: 'stars_unread',
    severity: 'error',
    threshold: 3600,
    unit: "s since the end of Telegram's list of Stars was read",
    meaning:
      'Payments in Stars are taken in as their updates come, but one whose update is lost is not found, because Telegram does not answer or the list is far behind.',
    remedy:
      'Read `ledger.unread` in the logs of `worker`; `npm run doctor` tries the token. `npm run stars -- reconcile` reads the list to its end at once.',
    measure: ({ starsUnreadSeconds }) => starsUnreadSeconds ?? 0,
  },
  {
    name: 'stars_uncompared',
    severity: 'warning',
    threshold: 172_800,
    unit: "s since Telegram's list of Stars was compared with the bot's balance",
    meaning:
      'It is compared once a day. Until it is, nobody sees a chargeback. Telegram does not say the balance, or payments come so often that no moment without one is found.',
    remedy:
      'Run `npm run stars -- balance`, again if payments kept coming. If it fails, read `ledger.unread` in the logs of `worker`.',
    measure: ({ starsUncomparedSeconds }) => starsUncomparedSeconds ?? 0,
  },
  {
    name: 'stars_without_update',
    severity: 'error',
    threshold: 1,
    unit: 'payments or refunds in Stars without an update in a day',
    meaning:
      "Telegram's list had a payment or a refund whose update did not arrive within minutes. It was taken in from the list, so its buyer waited but lost nothing.",
    remedy:
      'See that the webhook is set and answers (`npm run webhook -- check`), and read `payment.recovered` in the logs. These payments need nothing else.',
    measure: ({ starsRecoveredLastDay }) => starsRecoveredLastDay,
  },
  {
    name: 'no_coin_on',
    severity: 'error',
    threshold: 1,
    unit: 'if NOWPayments says that no coin is switched on',
    meaning:
      'Nothing is sold, because nobody could pay. Buyers and donors are told to try again later, and each owner is told once a day.',
    remedy:
      'Switch on at least one coin in the settings of the NOWPayments account. Sales go on by themselves within ten minutes.',
    measure: ({ coinsOn }) => (coinsOn === 0 ? 1 : 0),
  },
  {
    name: 'owners_unreachable',
    severity: 'warning',
    threshold: 1,
    unit: 'owners lost in the last 7 days',
    meaning:
      'An owner blocked the bot, or left the chat that gets the notifications, and is told nothing. After seven days this alarm no longer counts them.',
    remedy: '`npm run channels -- list` names the channel. Ask its owner to send /start to the bot.',
    measure: ({ ownersLostLastWeek }) => ownersLostLastWeek,
  },
  {
    name: 'removal_failed',
    severity: 'warning',
    threshold: 1,
    unit: 'members whose removal failed 3 times',
    meaning:
      'A member whose access has ended is still in a channel: the bot lacks a right, or the member is an administrator. The owner was told.',
    remedy:
      'Give the bot the right to ban users again, and removals continue by themselves. Only the owner can remove an administrator.',
    measure: ({ removalsFailing }) => removalsFailing,
  },
  {
    name: 'removals_braked',
    severity: 'warning',
    threshold: 1,
    unit: 'channels whose brake holds removals',
    meaning:
      'More than a tenth of the members of a channel, and more than five, would have been removed within an hour. So the brake lets a few out each hour, and the owner was asked. Many ended on one day, or something is wrong: a clock, a restored backup, an imported file.',
    remedy:
      '`npm run doctor` names the channels. If it is a mistake, run `npm run channels -- removals off --all`, put it right, then see who was removed: `npm run replay -- removals --since TIME`. Otherwise the owner can release the brake, or wait.',
    measure: ({ removalsBraked }) => removalsBraked,
  },
  {
    name: 'telegram_webhook',
    severity: 'error',
    threshold: 1,
    unit: `of 4 signs: not our address, errors within ${WEBHOOK_ERROR_SECONDS / 60} minutes while updates wait, over ${MANY_PENDING} updates waiting, no answer for ${UNSEEN_SECONDS / 60} minutes`,
    meaning:
      'Telegram cannot deliver updates, so the bot answers nobody. Telegram retries for a day, and a tap for two minutes.',
    remedy:
      '`/status` shows which sign it is and the kind of error. `http_401` means a wrong secret: set the webhook again. `http_5xx` is our fault: read the errors of `telegramWebhook`.',
    measure: webhookFaults,
  },
  {
    name: 'deliveries_parked',
    severity: 'error',
    threshold: 1,
    unit: 'deliveries put aside in a day',
    meaning:
      'An update failed five times, an update or a signed IPN could not be read, or the database refused its values. We kept it. Its sender does not send it again, unless it was answered 5xx.',
    remedy:
      'Its body is in `inbox.payload` (outcome `parked`, `unreadable`, or none if the database refused it). Fix the cause. For an IPN, then run `npm run replay -- payment ID`.',
    measure: ({ deliveriesParkedLastDay }) => deliveriesParkedLastDay,
  },
  {
    name: 'errors_5xx',
    severity: 'error',
    threshold: 2,
    unit: `% of requests failed in an hour, at least ${FEW_ERRORS}`,
    meaning:
      'Requests fail. Replacing the database makes fewer than 2 % of an hour fail, and the senders retry all of those.',
    remedy:
      'Look at the database first, then read the errors of the function whose `errors` grow in `/status`.',
    measure: errorPercent,
  },
  {
    name: 'pre_checkout_unchecked',
    severity: 'error',
    threshold: 5,
    unit: `% of payments in Stars that could not be checked in an hour, at least ${FEW_UNCHECKED}`,
    meaning:
      'Buyers confirmed a payment in Stars, and the database did not say within four seconds whether the order is theirs and open. Each was told that nothing was charged and to try again in a minute.',
    remedy:
      'Look at the database first, then at the pool of `telegramWebhook` (`pool.waiting` in `/status`, `stars.unchecked` in the log). If requests wait for a connection, give it more instances.',
    measure: uncheckedPercent,
  },
] as const satisfies readonly Alarm[];

export type AlarmName = (typeof ALARMS)[number]['name'];

/** An alarm that is on. */
export interface RaisedAlarm {
  readonly name: AlarmName;
  readonly severity: Alarm['severity'];
  readonly value: number;
  readonly threshold: number;
}

/** The alarms that these measures raise. */
export const alarmsFrom = (measures: Measures): RaisedAlarm[] =>
  ALARMS.map(({ name, severity, threshold, measure }) => ({
    name,
    severity,
    threshold,
    value: measure(measures),
  })).filter(({ value, threshold }) => value >= threshold);
