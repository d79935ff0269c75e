import type { StoryEvent } from '../../../domain/messages/parts';
import type { Cents } from '../../../domain/common/ids';
import { compareDecimals, decimalOf, formatCrypto, formatUsd } from '../../../domain/common/money';
import type { MessageOf } from '../../../domain/messages/messages';
import { truncate, html, lengthOf, lines, type Html } from '../html';
import { stateWords } from '../state-words';
import type { View } from '../view';
import { formatDays, orderLine, orderWords } from '../words';

export type Details = StoryEvent['details'];

/** What is left of Telegram's 4096 beside the longest heading. */
const MAX_EVENTS_LENGTH = 3400;
const MAX_EVENT_LENGTH = 240;

/** What each event is called, by whom the story is told to. */
export type StoryWords = Readonly<Record<string, (details: Details) => string>>;

interface Voice {
  readonly words: StoryWords;
  readonly timeOf: (at: string) => string;
}

const spaced = (name: string | number): string => String(name).replace(/_+/g, ' ').trim();
export const amountWords = (details: Details): string =>
  typeof details['amountCents'] === 'number' ? formatUsd(details['amountCents'] as Cents) : 'the order';
export const durationWords = ({ days }: Details): string =>
  typeof days === 'number' ? formatDays(days) : 'more time';

/** What NOWPayments says of a payment, in words that end a sentence. */
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

/** How a payment was judged, where that says more than its status. */
const OUTCOME_WORDS: Readonly<Record<string, string>> = {
  settled: 'It pays for the order.',
  credited: 'The owner counts it.',
  parked: 'The owner decides about it.',
  refunded: 'It does not count any more.',
};

/** What was odd, where that says more than the status. */
const EXCEPTION_WORDS: Readonly<Record<string, string>> = {
  wrong_asset: 'arrived in another coin than was asked for',
  repeated: 'arrived beside the one that was needed',
  late: 'arrived after the invoice had expired',
  amount_mismatch: 'arrived for another price',
};

function paymentWords({ status, outcome, paid, currency }: Details): string {
  const decimal = paid == null ? undefined : decimalOf(paid);
  const isKnown = decimal !== undefined && compareDecimals(decimal, '0') > 0 && typeof currency === 'string';
  const amount = isKnown ? ` of ${formatCrypto(decimal, currency)}` : '';
  const [standing = '', exception = ''] = String(outcome).split(':');
  const odd = standing === 'parked' ? EXCEPTION_WORDS[exception] : undefined;
  const stands = odd ?? STATUS_WORDS[String(status)] ?? `is ${spaced(status ?? 'unclear')}`;
  const meaning = OUTCOME_WORDS[standing];
  return `A payment${amount} ${stands}.${meaning === undefined ? '' : ` ${meaning}`}`;
}

export const DECISION_WORDS: Readonly<Record<string, string>> = {
  accept: 'accepted a payment as it is',
  credit: 'counted a payment for what it is worth',
  refund: 'sent a payment back',
};

/** What was said to the owner and not to the buyer. */
const TO_OWNER: readonly string[] = [
  'donation_received',
  'subscription_sold',
  'odd_payment',
  'access_trouble',
  'removal_trouble',
];

export const BUYER_TOPICS: Readonly<Record<string, string>> = {
  pay_now: ', with the invoice',
  invoice_delayed: ', that the invoice takes longer',
  invoice_refused: ', that there is no invoice',
  rest_refused: ' about the missing rest',
  payment_news: ' about your payment',
  thanks: ', to thank you',
  access: ', with your way in',
  access_delayed: ', that your way in takes longer',
  access_ended: ', that your access has ended',
};

function addressee({ message }: Details): string {
  const type = String(message ?? '');
  return TO_OWNER.includes(type) ? 'the owner of the channel' : `you${BUYER_TOPICS[type] ?? ''}`;
}

export const BUYER_WORDS: StoryWords = {
  created: (details) => `You placed the order, for ${amountWords(details)}.`,
  invoiced: (details) =>
    details['isRest'] === 1
      ? `An invoice over the missing ${amountWords(details)} was made.`
      : `An invoice over ${amountWords(details)} was made.`,
  payment: paymentWords,
  decided: ({ decision }) =>
    `The owner of the channel ${DECISION_WORDS[String(decision)] ?? 'decided about a payment'}.`,
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
  keypad_decided: () => 'You confirmed the amount.',
  message_sent: (details) => `I wrote to ${addressee(details)}.`,
  message_failed: (details) => `I could not write to ${addressee(details)}.`,
};

/** Ids that are of no use to a buyer, or are somebody else's. */
const HIDDEN = ['actor', 'to'];

/** An event that has no words here yet: its name and what it carries. */
function plainly({ what, details }: StoryEvent): string {
  const carried = Object.entries(details)
    .filter(([name, value]) => value !== null && !HIDDEN.includes(name))
    .map(([name, value]) => `${spaced(name)} ${String(value)}`);
  return [spaced(what), ...carried].join(', ');
}

const eventLine =
  ({ words, timeOf }: Voice) =>
  (event: StoryEvent): Html => {
    const say = Object.hasOwn(words, event.what) ? words[event.what] : undefined;
    return html`<b>${timeOf(event.at)}</b>
      ${truncate(say?.(event.details) ?? plainly(event), MAX_EVENT_LENGTH)}`;
  };

/** The last events that fit into one message: what happened lately matters most. */
function lastThatFit(events: readonly StoryEvent[], voice: Voice): readonly Html[] {
  const shown: Html[] = [];
  let length = 0;
  for (const line of events.map(eventLine(voice)).reverse()) {
    length += lengthOf(line) + 1;
    if (length > MAX_EVENTS_LENGTH) break;
    shown.unshift(line);
  }
  return shown;
}

/** What happened, the newest last, and how much is left out. */
export function storyLines(events: readonly StoryEvent[], voice: Voice): readonly (Html | undefined)[] {
  const shown = lastThatFit(events, voice);
  const older = events.length - shown.length;
  return [
    older === 0 ? undefined : html`<i>${older} earlier ${older === 1 ? 'event' : 'events'} left out</i>`,
    ...(shown.length === 0 ? [html`Nothing has happened yet.`] : shown),
  ];
}

const timeOf = (at: string): string => `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;

/** What happened to an order, for who made it, in simple words. */
export const orderStoryView = (message: MessageOf<'order_story'>): View => ({
  text: lines(
    html`📜 <b>${orderWords(message)}</b>: ${stateWords(message.state)}`,
    orderLine(message.reference),
    '',
    ...storyLines(message.events, { words: BUYER_WORDS, timeOf }),
  ),
});
