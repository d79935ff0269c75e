import type { Description, TimelineItem } from './timeline-item';
import { describePromise } from './describe-promise';
import { fields, nameOf, text, usd, words, type Columns } from './row-text';

/** A row of one of the tables, with all its columns. */
export interface Row {
  readonly from:
    | 'inbox'
    | 'orders'
    | 'settled'
    | 'invoices'
    | 'payments'
    | 'extensions'
    | 'invite_links'
    | 'audit_log'
    | 'outbox';
  readonly id: string;
  readonly at: Date;
  readonly row: Columns;
}

/** Describes a row in a plain sentence. */
export function describeRow({ from, id, at, row }: Row): TimelineItem {
  return { id: `${from}:${id}`, at: at.toISOString(), ...DESCRIBERS[from](row), details: withoutEmpty(row) };
}

const DESCRIBERS: Readonly<Record<Row['from'], (row: Columns) => Description>> = {
  inbox: describeDelivery,
  orders: (row) => ({
    kind: 'order',
    state: row['state'] === 'refused' ? 'failed' : 'done',
    sentence: `${nameOf(row['user_id'])} ordered ${itemOf(row)}${orderState(row)}.`,
  }),
  settled: (row) => ({
    kind: 'order',
    state: 'done',
    sentence: `${nameOf(row['user_id'])} paid ${itemOf(row)}. The order is settled.`,
  }),
  invoices: (row) => ({
    kind: 'invoice',
    state: 'done',
    sentence: `NOWPayments made an invoice for ${usd(row['price_cents'])}.`,
  }),
  payments: describePayment,
  extensions: (row) => ({
    kind: 'access',
    state: row['revoked_at'] === null ? 'done' : 'failed',
    sentence:
      row['revoked_at'] === null
        ? `${nameOf(row['user_id'])} has ${text(row['days'])} more days.`
        : `${nameOf(row['user_id'])} lost ${text(row['days'])} days because the money was refunded.`,
  }),
  invite_links: (row) => ({
    kind: 'access',
    state: 'done',
    sentence: `A link only for ${nameOf(row['user_id'])} ${row['revoked_at'] === null ? 'is live' : `was made and then revoked (${text(row['revoked_because'])})`}.`,
  }),
  audit_log: (row) => ({
    kind: 'access',
    state: 'done',
    sentence: ACTS[text(row['act'])]?.(nameOf(row['user_id'])) ?? `Noted: ${words(text(row['act']))}.`,
  }),
  outbox: describePromise,
};

const ACTS: Readonly<Record<string, (name: string) => string>> = {
  join_approved: (name) => `Telegram let ${name} in at our request.`,
  join_declined: (name) => `Telegram declined ${name} at our request.`,
  removed: (name) => `Telegram confirmed that ${name} was removed.`,
  access_granted: (name) => `The owner gave ${name} days.`,
  access_revoked: (name) => `The owner ended the access of ${name}.`,
  banned: (name) => `The owner banned ${name}.`,
  unbanned: (name) => `The owner lifted the ban of ${name}.`,
  case_accept: (name) => `The owner accepted a payment of ${name} as paid.`,
  case_credit: (name) => `The owner credited a payment of ${name}.`,
  case_refund: (name) => `The owner refunded a payment of ${name}.`,
};

const UPDATES: Readonly<Record<string, string>> = {
  tapped: 'A tap on the keypad was recorded',
  keypad_opened: 'A keypad was opened',
  keypad_decided: 'A keypad was confirmed or cancelled',
  order_opened: 'An order for a tier was opened',
  order_reopened: 'A cancelled order was opened again',
  case_decided: 'An owner decided an odd payment',
};

function describeDelivery(row: Columns): Description {
  const outcome = text(row['outcome']);
  const state = outcome === '' ? 'waiting' : 'done';
  if (row['source'] === 'telegram') {
    const sentence =
      UPDATES[outcome] ?? `Telegram delivered an update: ${words(outcome || 'not handled yet')}`;
    return { kind: 'update', state, sentence: `${sentence}.` };
  }
  if (row['source'] === 'nowpayments') {
    const status = words(text(fields(row['payload'])['payment_status']) || 'an unknown status');
    const sentence = `NOWPayments reported a payment as ${status}, signed: ${words(outcome || 'not handled yet')}.`;
    return { kind: 'ipn', state, sentence };
  }
  return { kind: 'call', state, sentence: `A signed call arrived: ${words(outcome || 'not handled yet')}.` };
}

const STANDINGS: Readonly<Record<string, string>> = {
  parked: 'kept for the owner to decide',
  orphan: 'kept, although its order is unknown',
};

function describePayment(row: Columns): Description {
  const standing = text(row['standing']);
  const exception = row['exception'] === 'none' ? '' : ` (${words(text(row['exception']))})`;
  const sentence = `Payment ${text(row['payment_id'])} is ${words(text(row['payment_status']))}${exception}: ${STANDINGS[standing] ?? standing}.`;
  return { kind: 'payment', state: standing === 'pending' ? 'waiting' : 'done', sentence };
}

/** `“Month”, 30 days, for $30.00`, or `a donation of $25.00`. */
function itemOf(row: Columns): string {
  const price = usd(row['amount_cents']);
  if (row['kind'] === 'donation') return `a donation of ${price}`;
  return `“${text(row['tier_name'])}”, ${text(row['tier_days'])} days, for ${price}`;
}

function orderState(row: Columns): string {
  const state = text(row['state']);
  return state === 'cancelled' || state === 'refused' || state === 'refunded' ? ` (now ${state})` : '';
}

function withoutEmpty(row: Columns): Columns {
  // Leave out the remaining seconds, because they change at every reading and would make every item new.
  return Object.fromEntries(
    Object.entries(row).filter(([name, value]) => value !== null && name !== 'due_in_seconds'),
  );
}
