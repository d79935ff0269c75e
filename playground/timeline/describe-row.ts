import { areForEver } from '../../shared/domain/common/for-ever';
import type { Description, TimelineItem } from './timeline-item';
import { describeNotification, describePayment } from './describe-payment';
import { describePromise } from './describe-promise';
import { describeUpdate } from './describe-update';
import { nameOf, text, usd, words, type Columns } from './row-text';

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

/** Finds an update of the simulated Telegram by its id. */
export type FindUpdate = (updateId: string) => unknown;

/** Describes a row in a plain sentence: who did what. */
export function describeRow({ from, id, at, row }: Row, findUpdate: FindUpdate): TimelineItem {
  const update = from === 'inbox' ? findUpdate(text(row['delivery_id'])) : undefined;
  const described = DESCRIBERS[from](row, update);
  return { id: `${from}:${id}`, at: at.toISOString(), ...described, details: withoutEmpty(row) };
}

const DESCRIBERS: Readonly<Record<Row['from'], (row: Columns, update: unknown) => Description>> = {
  inbox: describeDelivery,
  orders: (row) => ({
    kind: 'order',
    state: row['state'] === 'refused' ? 'failed' : 'done',
    sentence: `${nameOf(row['user_id'])} ordered ${itemOf(row)}${orderState(row)}.`,
  }),
  settled: (row) => ({
    kind: 'order',
    state: 'done',
    sentence: `${nameOf(row['user_id'])} paid ${itemOf(row)}. The order is complete.`,
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
    sentence: `${nameOf(row['user_id'])} has a link to join that works for nobody else${row['revoked_at'] === null ? '' : `, which was revoked since (${words(text(row['revoked_because']))})`}.`,
  }),
  audit_log: (row) => ({
    kind: 'access',
    state: 'done',
    sentence: ACTS[text(row['act'])]?.(nameOf(row['user_id'])) ?? otherAct(row),
  }),
  outbox: describePromise,
};

const ACTS: Readonly<Record<string, (name: string) => string>> = {
  join_approved: (name) => `${name} was let in.`,
  join_declined: (name) => `${name} was turned away.`,
  removed: (name) => `${name} was removed, and Telegram confirmed it.`,
  left: (name) => `${name} left by themselves.`,
  access_granted: (name) => `The owner gave ${name} days.`,
  access_revoked: (name) => `The owner ended the access of ${name}.`,
  banned: (name) => `The owner banned ${name}.`,
  unbanned: (name) => `The owner lifted the ban of ${name}.`,
  case_accept: (name) => `The owner accepted a payment of ${name} as paid.`,
  case_credit: (name) => `The owner credited a payment of ${name}.`,
  case_refund: (name) => `The owner refunded a payment of ${name}.`,
};

/** Describes any other entry of the log: who did what, and about which user. */
function otherAct(row: Columns): string {
  const actor = row['actor_user_id'] === null ? 'The bot' : nameOf(row['actor_user_id']);
  const about = row['user_id'] === null ? '' : `, about ${nameOf(row['user_id'])}`;
  return `${actor}: ${words(text(row['act']))}${about}.`;
}

function describeDelivery(row: Columns, update: unknown): Description {
  if (row['source'] === 'telegram') return describeUpdate(row, update);
  if (row['source'] === 'nowpayments') return describeNotification(row);
  const outcome = text(row['outcome']);
  if (row['source'] === 'stars')
    return {
      kind: 'update',
      state: outcome === '' ? 'waiting' : 'done',
      sentence: `Telegram says about Stars: ${words(outcome || 'being handled')}.`,
    };
  return {
    kind: 'call',
    state: outcome === '' ? 'waiting' : 'done',
    sentence: `Another service of the operator called: ${words(outcome || 'being handled')}.`,
  };
}

/** `“Month”, 30 days, for $30.00`, or `a donation of $25.00`. A donation in Stars has no price in dollars of its own. */
function itemOf(row: Columns): string {
  const price = usd(row['amount_cents']);
  const stars = row['price_stars'];
  if (row['kind'] === 'donation') return `a donation of ${stars == null ? price : `⭐ ${text(stars)}`}`;
  const length = areForEver(Number(row['tier_days'])) ? 'for ever' : `${text(row['tier_days'])} days`;
  return `“${text(row['tier_name'])}”, ${length}, for ${price}`;
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
