import type { Item, StoryEvent } from '../../../domain/messages/parts';
import type { Cents } from '../../../domain/common/ids';
import { compareDecimals, decimalOf, formatCrypto, formatUsd } from '../../../domain/common/money';
import type { MessageOf } from '../../../domain/messages/messages';
import { truncate, html, lengthOf, lines, type Html } from '../html';
import { backToSubscriptions, orderButtons, progressWords } from '../order-progress';
import { keyboardOf, type View } from '../view';
import { formatDays, orderLine, orderWords } from '../words';

export type Details = StoryEvent['details'];

/** Telegram allows 4096 characters; the longest heading takes the rest. */
const MAX_EVENTS_LENGTH = 3400;
const MAX_EVENT_LENGTH = 240;

/** The words of each event. They differ for buyer and owner. */
export type StoryWords = Readonly<Record<string, (details: Details) => string>>;

interface Narration {
  readonly words: StoryWords;
  readonly timeOf: (at: string) => string;
}

const withSpaces = (name: string | number): string => String(name).replace(/_+/g, ' ').trim();
export const amountWords = (details: Details): string =>
  typeof details['amountCents'] === 'number' ? formatUsd(details['amountCents'] as Cents) : 'the order';
export const durationWords = ({ days }: Details): string =>
  typeof days === 'number' ? formatDays(days) : 'more time';

/** The end of a sentence that begins with "A payment", for each status of NOWPayments. */
const STATUS_WORDS: Readonly<Record<string, string>> = {
  waiting: 'is waited for',
  confirming: 'was seen, and is being confirmed',
  confirmed: 'was confirmed',
  sending: 'is on its way to the owner',
  partially_paid: 'arrived, which is less than was asked for',
  finished: 'has arrived',
  failed: 'failed',
  expired: 'did not come before the invoice expired',
  refunded: 'was sent back',
};

/** How a payment was judged, if that says more than its status. */
const OUTCOME_WORDS: Readonly<Record<string, string>> = {
  settled: 'It pays for the order.',
  credited: 'It is counted.',
  parked: 'The owner decides about it.',
  refunded: 'It does not count any more.',
};

/** A gift has no price, so none is short, and none pays for an order. */
const GIFT_STATUS_WORDS: Readonly<Record<string, string>> = {
  ...STATUS_WORDS,
  partially_paid: 'has arrived',
};
const GIFT_OUTCOME_WORDS: Readonly<Record<string, string>> = {
  ...OUTCOME_WORDS,
  settled: 'It makes the donation.',
};

/** What was odd, if that says more than the status. */
const EXCEPTION_WORDS: Readonly<Record<string, string>> = {
  wrong_asset: 'arrived in another coin than was asked for',
  repeated: 'arrived beside the one that was needed',
  late: 'arrived after the invoice had expired',
  amount_mismatch: 'arrived for another price',
};

function storyOfPayment({ status, outcome, paid, currency }: Details, { kind }: Item): string {
  const decimal = paid == null ? undefined : decimalOf(paid);
  const isKnown = decimal !== undefined && compareDecimals(decimal, '0') > 0 && typeof currency === 'string';
  const amount = isKnown ? ` of ${formatCrypto(decimal, currency)}` : '';
  const [judged = '', exception = ''] = String(outcome).split(':');
  const odd = judged === 'parked' ? EXCEPTION_WORDS[exception] : undefined;
  const statusWords = kind === 'donation' ? GIFT_STATUS_WORDS : STATUS_WORDS;
  const predicate = odd ?? statusWords[String(status)] ?? `is ${withSpaces(status ?? 'unclear')}`;
  const meaning = (kind === 'donation' ? GIFT_OUTCOME_WORDS : OUTCOME_WORDS)[judged];
  return `A payment${amount} ${predicate}.${meaning === undefined ? '' : ` ${meaning}`}`;
}

export const DECISION_WORDS: Readonly<Record<string, string>> = {
  accept: 'accepted a payment as it is',
  credit: 'counted a payment for what it is worth',
  refund: 'sent a payment back',
  wait: 'waits for a payment',
};

/** A default, which the bot applied: it is the only decision without an actor. */
export const DECIDED_BY_NOBODY =
  'Nobody decided for a week, so I accepted a payment that was a little short.';

/** The types of messages that go to the owner, not to the buyer. */
const MESSAGES_TO_OWNER: readonly string[] = [
  'donation_received',
  'subscription_sold',
  'odd_payment',
  'case_reminder',
  'access_trouble',
  'removal_trouble',
];

export const BUYER_TOPICS: Readonly<Record<string, string>> = {
  pay_now: ', with the invoice',
  invoice_delayed: ', that the invoice takes longer',
  invoice_refused: ', that there is no invoice',
  case_waiting: ', that the owner has not decided yet',
  case_accepted: ', that your order is paid',
  rest_refused: ' about the missing rest',
  payment_news: ' about your payment',
  thanks: ', to thank you',
  access: ', with your way in',
  access_delayed: ', that your way in takes longer',
  access_ended: ', that your access has ended',
};

function addressee({ message }: Details): string {
  const type = String(message ?? '');
  return MESSAGES_TO_OWNER.includes(type) ? 'the owner of the channel' : `you${BUYER_TOPICS[type] ?? ''}`;
}

/** The words of a story for the buyer. */
export const buyerWords = (item: Item): StoryWords => ({
  created: (details) => `You placed the order, for ${amountWords(details)}.`,
  invoiced: (details) =>
    details['isRest'] === 1
      ? `An invoice over the missing ${amountWords(details)} was made.`
      : `An invoice over ${amountWords(details)} was made.`,
  payment: (details) => storyOfPayment(details, item),
  decided: ({ actor, decision }) =>
    actor === undefined
      ? DECIDED_BY_NOBODY
      : `The owner of the channel ${DECISION_WORDS[String(decision)] ?? 'decided about a payment'}.`,
  extended: (details) => `You were given ${durationWords(details)} of access.`,
  revoked: (details) => `${durationWords(details)} of access ended, for the payment was sent back.`,
  link_made: () => 'Your link into the channel was made.',
  ended_by_owner: (details) => `${durationWords(details)} of access ended: the owner ended it.`,
  link_revoked: ({ because }) =>
    because === 'used' ? 'Your link was used, and is closed.' : 'Your link was closed.',
  join_approved: () => 'You were let in.',
  join_declined: () => 'Somebody was not let in.',
  removed: () => 'You were taken out of the channel.',
  left: () => 'You were out of the channel when your access ended.',
  order_cancelled: () => 'You cancelled the order.',
  order_set_aside: () =>
    'You placed another order instead. The owner of the channel decides about the money.',
  order_reopened: () => 'You opened the order again.',
  keypad_decided: () => 'You confirmed the amount.',
  message_sent: (details) => `I wrote to ${addressee(details)}.`,
  message_failed: (details) => `I could not write to ${addressee(details)}.`,
});

/** Ids that mean nothing to a buyer or belong to other users. */
const HIDDEN = ['actor', 'to'];

/** Words an event that has no entry in `StoryWords`: its name and its details. */
function unknownEventWords({ what, details }: StoryEvent): string {
  const carried = Object.entries(details)
    .filter(([name, value]) => value !== null && !HIDDEN.includes(name))
    .map(([name, value]) => `${withSpaces(name)} ${String(value)}`);
  return [withSpaces(what), ...carried].join(', ');
}

const eventLine =
  ({ words, timeOf }: Narration) =>
  (event: StoryEvent): Html => {
    const wordsOfEvent = Object.hasOwn(words, event.what) ? words[event.what] : undefined;
    return html`<b>${timeOf(event.at)}</b>
      ${truncate(wordsOfEvent?.(event.details) ?? unknownEventWords(event), MAX_EVENT_LENGTH)}`;
  };

/** The last events that fit into one message, because the newest matter most. */
function lastThatFit(events: readonly StoryEvent[], voice: Narration): readonly Html[] {
  const shown: Html[] = [];
  let length = 0;
  for (const line of events.map(eventLine(voice)).reverse()) {
    length += lengthOf(line) + 1;
    if (length > MAX_EVENTS_LENGTH) break;
    shown.unshift(line);
  }
  return shown;
}

/** The events, newest last, with the number of those that were left out. */
export function storyLines(events: readonly StoryEvent[], voice: Narration): readonly (Html | undefined)[] {
  const shown = lastThatFit(events, voice);
  const older = events.length - shown.length;
  return [
    older === 0 ? undefined : html`<i>${older} earlier ${older === 1 ? 'event' : 'events'} left out</i>`,
    ...(shown.length === 0 ? [html`Nothing has happened yet.`] : shown),
  ];
}

const timeOf = (at: string): string => `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;

/** The story of an order for its buyer. */
export const orderStoryView = (message: MessageOf<'order_story'>): View => ({
  text: lines(
    html`📜 <b>${orderWords(message)}</b>: ${progressWords(message)}`,
    orderLine(message.reference),
    '',
    ...storyLines(message.events, { words: buyerWords(message.item), timeOf }),
  ),
  ...keyboardOf(orderButtons(message), [backToSubscriptions()]),
});
