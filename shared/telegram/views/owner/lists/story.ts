import { html, lines } from '../../html';
import type { Item } from '../../../../domain/messages/parts';
import type { MessageOf } from '../../../../domain/messages/messages';
import {
  BUYER_TOPICS,
  buyerWords,
  DECIDED_BY_NOBODY,
  DECISION_WORDS,
  amountWords,
  durationWords,
  storyLines,
  type Details,
  type StoryWords,
} from '../../payments/order-story';
import { keyboardOf, shortTitle, type View } from '../../view';
import { formatLocalTime, orderLine, payerName } from '../../words';
import { payerLabel } from './listing';
import { ownButton } from '../menu';
import { orderLabel, orderStateWords } from './order-list';

const OWNER_TOPICS: Readonly<Record<string, string>> = {
  ...BUYER_TOPICS,
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
