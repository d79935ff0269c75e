import { html, lines } from '../../html';
import type { Cents } from '../../../../domain/common/ids';
import { formatUsd } from '../../../../domain/common/money';
import type { Item } from '../../../../domain/messages/parts';
import type { MessageOf } from '../../../../domain/messages/messages';
import { buyerWords, storyLines, type Details, type StoryWords } from '../../payments/order-story';
import { keyboardOf, shortTitle, type View } from '../../view';
import { formatDays, formatLocalTime, orderLine, payerName } from '../../words';
import { payerLabel } from './listing';
import { ownButton } from '../menu';
import { orderLabel, orderStateWords } from './order-list';

const amountWords = ({ amountCents }: Details): string =>
  typeof amountCents === 'number' ? formatUsd(amountCents as Cents) : 'the order';
const durationWords = ({ days }: Details): string =>
  typeof days === 'number' ? formatDays(days) : 'more time';

const DECISION_WORDS: Readonly<Record<string, string>> = {
  accept: 'accepted a payment as it is',
  credit: 'counted a payment for what it is worth',
  refund: 'sent a payment back',
  wait: 'waits for a payment',
};

/** A default, which the bot applied: it is the only decision without an actor. */
const DECIDED_BY_NOBODY = 'Nobody decided for a week, so I accepted a payment that was a little short.';

const OWNER_TOPICS: Readonly<Record<string, string>> = {
  pay_now: ', with the invoice',
  invoice_delayed: ', that the invoice takes longer',
  invoice_refused: ', that there is no invoice',
  rest_refused: ' about the missing rest',
  payment_news: ' about the payment',
  case_waiting: ', that you have not decided yet',
  case_accepted: ', that the payment was accepted',
  thanks: ', to thank them',
  access: ', with the way in',
  access_delayed: ', that the way in takes longer',
  access_ended: ', that the access has ended',
};

/** The receiver of a message: the buyer or the owner. */
const addressee = (buyerId: number, { to, message }: Details): string =>
  to === buyerId ? `the buyer${OWNER_TOPICS[String(message)] ?? ''}` : 'the owner of the channel';

/** The words of a story for the owner, in which the buyer is a third person. */
const wordsAbout = (buyerId: number, item: Item): StoryWords => ({
  ...buyerWords(item),
  created: (details) => `The order was placed, for ${amountWords(details)}.`,
  decided: ({ actor, decision }) =>
    actor === undefined
      ? DECIDED_BY_NOBODY
      : `User ${actor} ${DECISION_WORDS[String(decision)] ?? 'decided about a payment'}.`,
  extended: (details) => `The buyer was given ${durationWords(details)} of access.`,
  link_made: () => 'A link into the channel was made for the buyer.',
  link_revoked: ({ because }) =>
    because === 'used' ? 'The link was used, and is closed.' : 'The link was closed.',
  join_approved: () => 'The buyer was let in.',
  removed: () => 'The buyer was taken out of the channel.',
  left: () => 'The buyer was out of the channel when the access ended.',
  order_cancelled: () => 'The buyer cancelled the order.',
  order_set_aside: () => 'The buyer placed another order instead. You decide about the money.',
  order_reopened: () => 'The buyer opened the order again.',
  keypad_decided: () => 'The donor confirmed the amount.',
  message_sent: (details) => `I wrote to ${addressee(buyerId, details)}.`,
  message_failed: (details) => `I could not write to ${addressee(buyerId, details)}.`,
});

export function ownerStoryView(message: MessageOf<'owner_story'>): View {
  const { payer, timeZone, events } = message;
  const timeOf = (at: string) => formatLocalTime(Date.parse(at), timeZone);
  return {
    text: lines(
      html`📜 <b>${orderLabel(message)}</b> in ${shortTitle(message.title)}`,
      html`<b>From:</b> ${payerName(payer)}`,
      html`<b>State:</b> ${orderStateWords(message.state)}`,
      orderLine(message.reference),
      '',
      ...storyLines(events, { words: wordsAbout(payer.userId, message.item), timeOf }),
    ),
    ...keyboardOf(
      ownButton(message, `👤 ${payerLabel(payer)}`, ['member', payer.userId]),
      ownButton(message, '« Back', ['orders']),
    ),
  };
}
