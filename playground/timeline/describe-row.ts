import type { Description, TimelineItem } from './timeline-item';
import { tellPromise } from './describe-promise';
import { fields, nameOf, text, usd, words, type Columns } from './row-text';

/** A row of one of the tables; `row` is all its columns. */
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

/** A row as a plain sentence. */
export function describeRow({ from, id, at, row }: Row): TimelineItem {
  return { id: `${from}:${id}`, at: at.toISOString(), ...TELL[from](row), details: withoutEmpty(row) };
}

const TELL: Readonly<Record<Row['from'], (row: Columns) => Description>> = {
  inbox: tellDelivery,
  orders: (row) => ({
    kind: 'order',
    state: row['state'] === 'refused' ? 'failed' : 'done',
    sentence: `${nameOf(row['user_id'])} ordered ${wareOf(row)}${orderState(row)}.`,
  }),
  settled: (row) => ({
    kind: 'order',
    state: 'done',
    sentence: `${nameOf(row['user_id'])} paid ${wareOf(row)}: settled, once and for all.`,
  }),
  invoices: (row) => ({
    kind: 'invoice',
    state: 'done',
    sentence: `NOWPayments made an invoice for ${usd(row['price_cents'])}.`,
  }),
  payments: tellPayment,
  extensions: (row) => ({
    kind: 'access',
    state: row['revoked_at'] === null ? 'done' : 'failed',
    sentence:
      row['revoked_at'] === null
        ? `${nameOf(row['user_id'])} has ${text(row['days'])} days more.`
        : `${text(row['days'])} days of ${nameOf(row['user_id'])} were taken back: the money was.`,
  }),
  invite_links: (row) => ({
    kind: 'access',
    state: 'done',
    sentence: `A link for ${nameOf(row['user_id'])} alone${row['revoked_at'] === null ? ' is live' : ` was made, and revoked since (${text(row['revoked_because'])})`}.`,
  }),
  audit_log: (row) => ({
    kind: 'access',
    state: 'done',
    sentence: ACTS[text(row['act'])]?.(nameOf(row['user_id'])) ?? `Noted: ${words(text(row['act']))}.`,
  }),
  outbox: tellPromise,
};

const ACTS: Readonly<Record<string, (name: string) => string>> = {
  join_approved: (name) => `Telegram let ${name} in at our word.`,
  join_declined: (name) => `Telegram turned ${name} away at our word.`,
  removed: (name) => `${name} is out, and Telegram confirmed it.`,
  access_granted: (name) => `The owner gave ${name} days.`,
  access_revoked: (name) => `The owner ended the access of ${name}.`,
  banned: (name) => `The owner banned ${name}.`,
  unbanned: (name) => `The owner lifted the ban of ${name}.`,
  case_accept: (name) => `The owner accepted a payment of ${name} as paid.`,
  case_credit: (name) => `The owner counted a payment of ${name}.`,
  case_refund: (name) => `The owner sent a payment back to ${name}.`,
};

const UPDATES: Readonly<Record<string, string>> = {
  tapped: 'A tap on the keypad was kept',
  keypad_opened: 'A keypad was opened',
  keypad_decided: 'A keypad was confirmed or cancelled',
  order_opened: 'An order for a tier was opened',
  case_decided: 'An owner decided about a payment',
};

function tellDelivery(row: Columns): Description {
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
  return { kind: 'call', state, sentence: `A signed call came in: ${words(outcome || 'not handled yet')}.` };
}

const STANDINGS: Readonly<Record<string, string>> = {
  parked: 'parked for the owner to decide',
  orphan: 'for an order nobody knows; kept',
};

function tellPayment(row: Columns): Description {
  const standing = text(row['standing']);
  const exception = row['exception'] === 'none' ? '' : ` (${words(text(row['exception']))})`;
  const sentence = `Payment ${text(row['payment_id'])} is ${words(text(row['payment_status']))}${exception}: ${STANDINGS[standing] ?? standing}.`;
  return { kind: 'payment', state: standing === 'pending' ? 'waiting' : 'done', sentence };
}

/** `“Month”, 30 days, for $30.00`, or `a donation of $25.00`. */
function wareOf(row: Columns): string {
  const price = usd(row['amount_cents']);
  if (row['kind'] === 'donation') return `a donation of ${price}`;
  return `“${text(row['tier_name'])}”, ${text(row['tier_days'])} days, for ${price}`;
}

function orderState(row: Columns): string {
  const state = text(row['state']);
  return state === 'cancelled' || state === 'refused' || state === 'refunded' ? ` (now ${state})` : '';
}

function withoutEmpty(row: Columns): Columns {
  // The seconds to go change at every reading, and would make every reading news.
  return Object.fromEntries(
    Object.entries(row).filter(([name, value]) => value !== null && name !== 'due_in_seconds'),
  );
}
