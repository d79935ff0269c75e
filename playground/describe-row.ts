import { CAST } from './seed';
import type { TimelineItem } from './timeline';

/** A row of one of the tables; `row` is all its columns. */
export interface Row {
  readonly from: 'inbox' | 'orders' | 'settled' | 'invoices' | 'payments' | 'outbox';
  readonly id: string;
  readonly at: Date;
  readonly row: Columns;
}

type Columns = Readonly<Record<string, unknown>>;
type Told = Pick<TimelineItem, 'kind' | 'state' | 'sentence'>;

/** A row as a plain sentence. */
export function describeRow({ from, id, at, row }: Row): TimelineItem {
  return { id: `${from}:${id}`, at: at.toISOString(), ...TELL[from](row), details: withoutEmpty(row) };
}

const TELL: Readonly<Record<Row['from'], (row: Columns) => Told>> = {
  inbox: tellDelivery,
  orders: (row) => ({
    kind: 'order',
    state: row['state'] === 'refused' ? 'failed' : 'done',
    sentence: `${nameOf(row['user_id'])} ordered a ${text(row['kind'])} of ${usd(row['amount_cents'])}${orderState(row)}.`,
  }),
  settled: (row) => ({
    kind: 'order',
    state: 'done',
    sentence: `The ${text(row['kind'])} of ${usd(row['amount_cents'])} is settled, once and for all.`,
  }),
  invoices: (row) => ({
    kind: 'invoice',
    state: 'done',
    sentence: `NOWPayments made an invoice for ${usd(row['price_cents'])}.`,
  }),
  payments: tellPayment,
  outbox: tellPromise,
};

const UPDATES: Readonly<Record<string, string>> = {
  tapped: 'A tap on the keypad was kept',
  keypad_opened: 'A keypad was opened',
  keypad_decided: 'A keypad was confirmed or cancelled',
};

function tellDelivery(row: Columns): Told {
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

function tellPayment(row: Columns): Told {
  const standing = text(row['standing']);
  const exception = row['exception'] === 'none' ? '' : ` (${words(text(row['exception']))})`;
  const sentence = `Payment ${text(row['payment_id'])} is ${words(text(row['payment_status']))}${exception}: ${STANDINGS[standing] ?? standing}.`;
  return { kind: 'payment', state: standing === 'pending' ? 'waiting' : 'done', sentence };
}

const DEEDS: Readonly<Record<string, string>> = {
  create_invoice: 'make an invoice',
  send_keypad: 'show a keypad',
  expire_keypad: 'close the keypad if it is left alone',
  delete_message: 'tidy up a message',
};

function tellPromise(row: Columns): Told {
  const deed = deedOf(row);
  const attempts = Number(row['attempts']);
  if (row['delivered_at']) {
    const after = attempts > 1 ? `, at attempt ${attempts}` : '';
    return { kind: 'promise', state: 'done', sentence: `Kept: ${deed}, in ${span(row['took_ms'])}${after}.` };
  }
  const why = text(row['last_error']);
  if (row['failed_at']) {
    return { kind: 'promise', state: 'failed', sentence: `Given up: ${deed} (${why || 'no reason kept'}).` };
  }
  const due = Number(row['due_in_seconds']);
  const when = due > 0 ? `due ${due < 90 ? 'soon' : `in ${Math.round(due / 60)} min`}` : 'due now';
  const failed = why === '' ? '' : ` Attempt ${attempts} failed (${why}).`;
  return {
    kind: 'promise',
    state: why === '' ? 'waiting' : 'failed',
    sentence: `Promised: ${deed}, ${when}.${failed}`,
  };
}

function deedOf(row: Columns): string {
  const kind = text(row['kind']);
  const payload = fields(row['payload']);
  if (kind !== 'send_message') return DEEDS[kind] ?? words(kind);
  return `tell ${nameOf(payload['chatId'])} “${words(text(fields(payload['message'])['type']))}”`;
}

function orderState(row: Columns): string {
  const state = text(row['state']);
  return state === 'cancelled' || state === 'refused' || state === 'refunded' ? ` (now ${state})` : '';
}

function nameOf(id: unknown): string {
  const known = [CAST.dana, CAST.bob, CAST.olga].find((person) => person.id === Number(id));
  return known?.first_name ?? (Number(id) < 0 ? 'the channel' : `user ${String(id)}`);
}

const words = (name: string) => name.replaceAll('_', ' ');
const usd = (cents: unknown) => `$${(Number(cents) / 100).toFixed(2)}`;

function span(ms: unknown): string {
  const value = Math.max(0, Number(ms));
  return value < 1000 ? `${Math.round(value)} ms` : `${(value / 1000).toFixed(1)} s`;
}

const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

const fields = (value: unknown): Columns =>
  typeof value === 'object' && value !== null ? (value as Columns) : {};

function withoutEmpty(row: Columns): Columns {
  // The seconds to go change at every reading, and would make every reading news.
  return Object.fromEntries(
    Object.entries(row).filter(([name, value]) => value !== null && name !== 'due_in_seconds'),
  );
}
