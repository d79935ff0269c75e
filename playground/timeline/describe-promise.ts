import type { Description } from './timeline-item';
import { describeMessage } from './describe-message';
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
  relay_message: always('pass on a message between a buyer and the owner'),
  create_invoice: always('make an invoice'),
  invoice_on_rail: always('send an invoice in Stars'),
  send_keypad: (payload) => `show ${nameOf(payload['chatId'])} a keypad`,
  case_step: always('check a payment that waits for the owner’s decision'),
  reconcile_order: always('ask NOWPayments about an order, in case no notification comes'),
  refund_payment: always('send a payment back'),
  expire_keypad: always('check whether a keypad is still used'),
  delete_message: always('delete an old message'),
  publish_post: always('post in the public channel'),
  remove_post: always('remove an old post'),
  refresh_posts: always('update the posts'),
  preview_post: about((name) => `show ${name} a preview of a post`),
  sweep_twin: always('check for a duplicate post'),
  offer_set_up: about((name) => `ask ${name} whether to sell the channel`),
  show_set_up: about((name) => `show ${name} the next step of the set-up`),
  show_page: about((name) => `show ${name} the next page`),
  send_digest: always('send the owner the digest of what came in'),
  try_notification: about((name) => `check for ${name} that notifications arrive`),
  grant_access: about((name) => `give ${name} access`),
  approve_join_request: about((name) => `approve ${name}’s request to join`),
  decline_join_request: about((name) => `decline ${name}’s request to join`),
  apply_ban: about((name) => `tell Telegram whether ${name} is banned`),
  approve_waiting: about((name) => `let ${name} in, if they asked unheard`),
  check_place: always('check what the bot may do in a channel'),
  apply_place: always('let people into a place, or remove them from it'),
  read_takeover: about((name) => `read a list of members from ${name}`),
  send_takeover: about((name) => `send ${name} a list of members as a table`),
  apply_takeover: always('give access to the people of a list, or take it back'),
  check_renewal: always('check what a first payment in Stars paid for'),
  review_renewals: about((name) => `stop the renewals of ${name} that must not go on`),
  end_renewal: always('stop a renewal in Stars'),
  revoke_invite_link: always('revoke an invite link'),
  remind: about((name) => `remind ${name} that the access ends, unless they renewed`),
  send_report: about((name) => `send ${name} the figures as a picture`),
  send_link_picture: about((name) => `send ${name} a QR code`),
  send_export: about((name) => `send ${name} a table`),
  remove_member: about((name) => `check whether ${name} has renewed, and remove them if not`),
} satisfies { readonly [Kind in EffectKind]: Sentence };

const hasSentence = (kind: string): kind is EffectKind => Object.hasOwn(SENTENCES, kind);

/** The past of each verb that begins an action. */
const DID: Readonly<Record<string, string>> = {
  ask: 'Asked',
  approve: 'Approved',
  check: 'Checked',
  decline: 'Declined',
  delete: 'Deleted',
  give: 'Gave',
  let: 'Let',
  make: 'Made',
  pass: 'Passed',
  post: 'Posted',
  read: 'Read',
  remind: 'Reminded',
  remove: 'Removed',
  revoke: 'Revoked',
  send: 'Sent',
  show: 'Showed',
  stop: 'Stopped',
  tell: 'Told',
  thank: 'Thanked',
  update: 'Updated',
  welcome: 'Welcomed',
};

/** `send Dana the link` becomes `Sent Dana the link`. */
const done = (action: string) => action.replace(/^\w+/, (verb) => DID[verb] ?? `Done: ${verb}`);

/** Describes a promise: what TelePay did, will do, or could not do. */
export function describePromise(row: Columns): Description {
  const action = actionOf(row);
  const attempts = Number(row['attempts']);
  if (row['delivered_at']) {
    const tries = attempts > 1 ? `, at attempt ${attempts}` : '';
    return {
      kind: 'promise',
      state: 'done',
      sentence: `${done(action)}, after ${span(row['took_ms'])}${tries}.`,
    };
  }
  const why = text(row['last_error']);
  if (row['failed_at']) {
    const reason = why === 'not done in time' ? 'its time had passed' : why || 'no reason recorded';
    return { kind: 'promise', state: 'failed', sentence: `Gave up: ${action} (${reason}).` };
  }
  const due = Number(row['due_in_seconds']);
  const when = due <= 0 ? 'now' : due < 90 ? 'soon' : `in ${wait(due / 60)}`;
  return why === ''
    ? { kind: 'promise', state: 'waiting', sentence: `Next ${when}: ${action}.` }
    : {
        kind: 'promise',
        state: 'failed',
        sentence: `Could not ${action} (${why}). Attempt ${attempts + 1} follows ${when}.`,
      };
}

function wait(minutes: number): string {
  if (minutes < 90) return `${Math.round(minutes)} min`;
  return minutes < 48 * 60 ? `${Math.round(minutes / 60)} h` : `${Math.round(minutes / 1440)} days`;
}

function actionOf(row: Columns): string {
  const kind = text(row['kind']);
  return hasSentence(kind) ? SENTENCES[kind](fields(row['payload'])) : words(kind);
}

function span(ms: unknown): string {
  const value = Math.max(0, Number(ms));
  return value < 1000 ? `${Math.round(value)} ms` : `${(value / 1000).toFixed(1)} s`;
}
