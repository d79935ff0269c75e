import { fields, nameOf, text, words, type Columns } from './row-text';
import type { Description } from './timeline-item';

/** What each status of NOWPayments means. */
const STATUSES: Readonly<Record<string, string>> = {
  waiting: 'nothing has arrived yet',
  confirming: 'the network has seen it',
  confirmed: 'the network has confirmed it',
  sending: 'it is on its way to the shop',
  partially_paid: 'less than the price has arrived',
  finished: 'it has arrived',
  failed: 'it failed',
  expired: 'it expired',
  refunded: 'it was sent back',
};

const meaningOf = (status: unknown): string => STATUSES[text(status)] ?? words(text(status) || 'unknown');

/** What follows from a payment that does not simply settle its order. */
const ENDS: Readonly<Record<string, string>> = {
  settled: ' The order is paid.',
  parked: ' The owner decides what to do.',
  orphan: ' Its order is unknown, so it is kept.',
};

/** Describes a payment: whose it is, what NOWPayments says about it, and what follows. */
export function describePayment(row: Columns): Description {
  const standing = text(row['standing']);
  const whose = row['user_id'] === undefined ? 'A payment' : `${nameOf(row['user_id'])}’s payment`;
  const odd = row['exception'] === 'none' ? '' : ` (${words(text(row['exception']))})`;
  return {
    kind: 'payment',
    state: standing === 'pending' ? 'waiting' : 'done',
    sentence: `${whose}: ${meaningOf(row['payment_status'])}${odd}.${ENDS[standing] ?? ''}`,
  };
}

/** Describes a notification of NOWPayments. */
export function describeNotification(row: Columns): Description {
  const outcome = text(row['outcome']);
  const { payment_status: status } = fields(row['payload']);
  const end = outcome === 'repeat' ? ' TelePay knew that.' : '';
  return {
    kind: 'ipn',
    state: outcome === '' ? 'waiting' : 'done',
    sentence: `NOWPayments says about a payment: ${meaningOf(status)}.${end}`,
  };
}
