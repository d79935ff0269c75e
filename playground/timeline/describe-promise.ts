import type { Description } from './timeline-item';
import type { EffectKind } from '../../shared/domain/effects';
import { fields, nameOf, text, words, type Columns } from './row-text';

/** What a promise is for, from its payload. */
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
  reconcile_order: always('ask NOWPayments, should no notification come'),
  expire_keypad: always('close the keypad if it is left alone'),
  delete_message: always('tidy up a message'),
  publish_post: always('post in the public channel'),
  remove_post: always('take an old post away'),
  refresh_posts: always('bring the posts up to date'),
  preview_post: always('preview post'),
  sweep_twin: always('look whether a post is there twice'),
  offer_set_up: always('ask who added the bot whether to sell the channel'),
  show_set_up: always('show the next page of a set-up'),
  show_page: always('show page'),
  send_digest: always('tell in a digest what came in'),
  try_notification: always('try whether the owner can be told'),
  grant_access: about((name) => `let ${name} in`),
  approve_join_request: about((name) => `approve ${name}’s request to join`),
  decline_join_request: about((name) => `decline ${name}’s request to join`),
  apply_ban: about((name) => `ban ${name}, or lift the ban, as the owner has it by then`),
  revoke_invite_link: always('revoke an invite link'),
  remind: about((name) => `remind ${name} of the end`),
  send_report: about((name) => `draw ${name} the figures`),
  send_export: about((name) => `send ${name} a table`),
  remove_member: about((name) => `remove ${name}, if nothing is paid by then`),
} satisfies { readonly [Kind in EffectKind]: Sentence };

const hasSentence = (kind: string): kind is EffectKind => Object.hasOwn(SENTENCES, kind);

/** A row of the outbox: a promise, kept or not. */
export function tellPromise(row: Columns): Description {
  const deed = deedOf(row);
  const attempts = Number(row['attempts']);
  if (row['delivered_at']) {
    const after = attempts > 1 ? `, at attempt ${attempts}` : '';
    return {
      kind: 'promise',
      state: 'done',
      sentence: `Promise kept: ${deed}, in ${span(row['took_ms'])}${after}.`,
    };
  }
  const why = text(row['last_error']);
  if (row['failed_at']) {
    return { kind: 'promise', state: 'failed', sentence: `Given up: ${deed} (${why || 'no reason kept'}).` };
  }
  const due = Number(row['due_in_seconds']);
  const when = due > 0 ? `due ${due < 90 ? 'soon' : `in ${wait(due / 60)}`}` : 'due now';
  const failed = why === '' ? '' : ` Attempt ${attempts} failed (${why}).`;
  return {
    kind: 'promise',
    state: why === '' ? 'waiting' : 'failed',
    sentence: `Promised: ${deed}, ${when}.${failed}`,
  };
}

function wait(minutes: number): string {
  if (minutes < 90) return `${Math.round(minutes)} min`;
  return minutes < 48 * 60 ? `${Math.round(minutes / 60)} h` : `${Math.round(minutes / 1440)} days`;
}

/** Why an invoice is sent, where it was not asked for. */
const OCCASIONS: Readonly<Record<string, (name: string) => string>> = {
  rest: (name) => `ask ${name} for the rest, with an invoice`,
  reminder: (name) => `remind ${name} of the end, with an invoice`,
};

const MESSAGES: Readonly<Record<string, (name: string) => string>> = {
  welcome: (name) => `welcome ${name}`,
  pay_now: (name) => `send ${name} “Pay now”`,
  invoice_delayed: (name) => `tell ${name} that the invoice takes longer`,
  invoice_refused: (name) => `tell ${name} why there is no invoice`,
  thanks: (name) => `thank ${name}`,
  payment_news: (name) => `tell ${name} how the payment stands`,
  odd_payment: (name) => `show ${name} an odd payment`,
  subscription_sold: (name) => `tell ${name} of the sale`,
  sales_digest: (name) => `send ${name} the daily digest`,
  access: (name) => `show ${name} the way in`,
  access_ended: (name) => `tell ${name} that the access ended`,
  access_delayed: (name) => `tell ${name} that the way in takes longer`,
  access_trouble: (name) => `tell ${name} what Telegram refuses`,
  removal_trouble: (name) => `tell ${name} who could not be removed`,
  reminder: (name) => `remind ${name} of the end`,
  join_declined: (name) => `tell ${name} why they were not let in`,
  channel_list: (name) => `show ${name} the channels`,
  channel_page: (name) => `show ${name} what a channel offers`,
  my_subscriptions: (name) => `show ${name} what they have`,
  order_story: (name) => `tell ${name} the story of an order`,
  donation_received: (name) => `tell ${name} of the donation`,
  keypad_expired: (name) => `tell ${name} that the keypad expired`,
};

function deedOf(row: Columns): string {
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
