import type { Description } from './timeline-item';
import type { EffectKind } from '../../shared/domain/effects';
import { fields, nameOf, text, words, type Columns } from './row-text';

/** Describes a promise from its payload. */
type Sentence = (payload: Columns) => string;

const always =
  (sentence: string): Sentence =>
  () =>
    sentence;
const about =
  (sentence: (name: string) => string): Sentence =>
  (payload) =>
    sentence(nameOf(payload['userId']));

const SENTENCES = {
  send_message: describeMessage,
  create_invoice: always('make an invoice'),
  send_keypad: always('show a keypad'),
  case_step: always('look again at a payment that waits for a decision'),
  reconcile_order: always('ask NOWPayments in case no notification comes'),
  expire_keypad: always('close the keypad if nobody uses it'),
  delete_message: always('delete a message'),
  publish_post: always('post in the public channel'),
  remove_post: always('remove an old post'),
  refresh_posts: always('update the posts'),
  preview_post: always('preview a post'),
  sweep_twin: always('delete a duplicate post, if there is one'),
  offer_set_up: always('ask the user who added the bot whether to sell the channel'),
  show_set_up: always('show the next page of a set-up'),
  show_page: always('show a page'),
  send_digest: always('send the digest of what came in'),
  try_notification: always('check that the owner can be notified'),
  grant_access: about((name) => `let ${name} in`),
  approve_join_request: about((name) => `approve ${name}’s request to join`),
  decline_join_request: about((name) => `decline ${name}’s request to join`),
  apply_ban: about((name) => `ban ${name}, or lift the ban, as the owner decided last`),
  approve_waiting: about((name) => `let ${name} in, if they asked while I could not hear it`),
  check_place: always('look at what the bot may do in a channel'),
  revoke_invite_link: always('revoke an invite link'),
  remind: about((name) => `remind ${name} that the access ends`),
  send_report: about((name) => `send ${name} the figures as a picture`),
  send_export: about((name) => `send ${name} a table`),
  remove_member: about((name) => `remove ${name}, unless they renew`),
} satisfies { readonly [Kind in EffectKind]: Sentence };

const hasSentence = (kind: string): kind is EffectKind => Object.hasOwn(SENTENCES, kind);

/** Describes a row of the outbox: a promise that is kept, waiting, or given up. */
export function describePromise(row: Columns): Description {
  const action = actionOf(row);
  const attempts = Number(row['attempts']);
  if (row['delivered_at']) {
    const after = attempts > 1 ? `, at attempt ${attempts}` : '';
    return {
      kind: 'promise',
      state: 'done',
      sentence: `Promise kept: ${action}, in ${span(row['took_ms'])}${after}.`,
    };
  }
  const why = text(row['last_error']);
  if (row['failed_at']) {
    return {
      kind: 'promise',
      state: 'failed',
      sentence: `Given up: ${action} (${why || 'no reason recorded'}).`,
    };
  }
  const due = Number(row['due_in_seconds']);
  const when = due > 0 ? `due ${due < 90 ? 'soon' : `in ${wait(due / 60)}`}` : 'due now';
  const failed = why === '' ? '' : ` Attempt ${attempts} failed (${why}).`;
  return {
    kind: 'promise',
    state: why === '' ? 'waiting' : 'failed',
    sentence: `Promised: ${action}, ${when}.${failed}`,
  };
}

function wait(minutes: number): string {
  if (minutes < 90) return `${Math.round(minutes)} min`;
  return minutes < 48 * 60 ? `${Math.round(minutes / 60)} h` : `${Math.round(minutes / 1440)} days`;
}

/** Why an invoice is sent that the buyer did not ask for. */
const OCCASIONS: Readonly<Record<string, (name: string) => string>> = {
  rest: (name) => `ask ${name} for the rest, with an invoice`,
  reminder: (name) => `remind ${name} that the access ends, with an invoice`,
};

const MESSAGES: Readonly<Record<string, (name: string) => string>> = {
  welcome: (name) => `welcome ${name}`,
  pay_now: (name) => `send ${name} “Pay now”`,
  invoice_delayed: (name) => `tell ${name} that the invoice is delayed`,
  invoice_refused: (name) => `tell ${name} why there is no invoice`,
  invoices_refused: (name) => `tell ${name} that buyers cannot pay`,
  thanks: (name) => `thank ${name}`,
  payment_news: (name) => `tell ${name} the state of the payment`,
  case_reminder: (name) => `remind ${name} of an odd payment`,
  case_waiting: (name) => `tell ${name} that the owner has not decided yet`,
  case_accepted: (name) => `tell ${name} that a payment a little short was accepted`,
  odd_payment: (name) => `show ${name} an odd payment`,
  subscription_sold: (name) => `tell ${name} about the sale`,
  sales_digest: (name) => `send ${name} the daily digest`,
  access: (name) => `send ${name} the invite link`,
  access_ended: (name) => `tell ${name} that the access ended`,
  access_delayed: (name) => `tell ${name} that the invite link is delayed`,
  access_trouble: (name) => `tell ${name} what Telegram refuses`,
  removal_trouble: (name) => `tell ${name} which member could not be removed`,
  reminder: (name) => `remind ${name} that the access ends`,
  join_declined: (name) => `tell ${name} why the request was declined`,
  channel_list: (name) => `show ${name} the channels`,
  channel_page: (name) => `show ${name} what a channel offers`,
  money_held: (name) => `show ${name} the money in unpaid orders`,
  my_subscriptions: (name) => `show ${name} their subscriptions`,
  order_story: (name) => `tell ${name} the story of an order`,
  donation_received: (name) => `tell ${name} about the donation`,
  keypad_expired: (name) => `tell ${name} that the keypad expired`,
};

function actionOf(row: Columns): string {
  const kind = text(row['kind']);
  return hasSentence(kind) ? SENTENCES[kind](fields(row['payload'])) : words(kind);
}

function describeMessage(payload: Columns): string {
  const message = fields(payload['message']);
  const type = text(message['type']);
  const name = nameOf(payload['chatId']);
  const occasion = OCCASIONS[text(fields(message['occasion'])['type'])];
  if (occasion) return occasion(name);
  return MESSAGES[type]?.(name) ?? `send ${name} “${words(type)}”`;
}

function span(ms: unknown): string {
  const value = Math.max(0, Number(ms));
  return value < 1000 ? `${Math.round(value)} ms` : `${(value / 1000).toFixed(1)} s`;
}
