import { durationIn } from '../../access-end';
import { lines } from '../../html';
import type { Item } from '../../../../domain/messages/parts';
import type { CaseDecision } from '../../../../domain/payments/payment';
import type { MessageOf } from '../../../../domain/messages/messages';
import { buyerWords, storyLines, type Details, type StoryWords } from '../../payments/order-story';
import { priceInEvent } from '../../payments/story-payment';
import { referenceInWords } from '../../order-wording';
import { personInWords, personLabel } from '../../person';
import { keyboardOf, shortTitle, type View } from '../../view';
import { donorNoteLine } from '../../donor-note';
import { isAnonymousPayer } from '../../../../domain/common/anonymous-payer';
import { says, type Wording } from '../../wording';
import { ownButton } from '../menu';
import { orderLabel, orderStateInWords } from './order-list';
import { refundButtons } from './refund';

const DECISIONS = {
  accept: 'lists-story-decided-accept',
  credit: 'lists-story-decided-credit',
  refund: 'lists-story-decided-refund',
  wait: 'lists-story-decided-wait',
} as const satisfies Record<CaseDecision, string>;

const isDecision = (value: unknown): value is CaseDecision =>
  typeof value === 'string' && Object.hasOwn(DECISIONS, value);

/** The manager of an event; `undefined` if it has none. */
function actorOf({ actor, actor_username: username, actor_first_name: firstName }: Details) {
  const named = (name: Details[string] | undefined) => (typeof name === 'string' ? name : null);
  return actor == null
    ? undefined
    : { userId: Number(actor), username: named(username), firstName: named(firstName) };
}

/** A decision without an actor is a default that the bot applied. */
function decidedInWords(details: Details, wording: Wording): string {
  const { decision } = details;
  const actor = actorOf(details);
  if (actor === undefined) return wording.text('lists-story-decided-nobody');
  const key = isDecision(decision) ? DECISIONS[decision] : 'lists-story-decided';
  return wording.text(key, { person: personLabel(actor, wording) });
}

function refundAskedInWords(details: Details, wording: Wording): string {
  const actor = actorOf(details);
  return actor === undefined
    ? wording.text('refunds-story-asked-buyer')
    : wording.text('refunds-story-asked', { person: personLabel(actor, wording) });
}

function createdInWords(details: Details, wording: Wording): string {
  const amount = priceInEvent(details, wording);
  return amount === undefined
    ? wording.text('lists-story-created-unknown')
    : wording.text('lists-story-created', { amount });
}

const extendedInWords = ({ days }: Details, wording: Wording): string =>
  wording.text('lists-story-extended', {
    duration: typeof days === 'number' ? durationIn(days, wording) : 'unknown',
  });

/** A message went to the buyer or to the owner. */
const sentInWords =
  (buyerId: number) =>
  ({ to, message = 'unknown' }: Details, wording: Wording): string =>
    to === buyerId
      ? wording.text('lists-story-told', { topic: String(message) })
      : wording.text('lists-story-told-owner');

const notSentInWords =
  (buyerId: number) =>
  ({ to, message = 'unknown' }: Details, wording: Wording): string =>
    to === buyerId
      ? wording.text('lists-story-not-told', { topic: String(message) })
      : wording.text('lists-story-not-told-owner');

const linkClosedInWords = ({ because }: Details, wording: Wording): string =>
  wording.text(because === 'used' ? 'lists-story-link-used' : 'lists-story-link-closed');

/** The words for the events that the owner reads otherwise than the buyer, who is a third person here. */
const ownerEvents = (
  buyerId: number,
): Readonly<Record<string, (details: Details, wording: Wording) => string>> => ({
  created: createdInWords,
  decided: decidedInWords,
  extended: extendedInWords,
  link_made: says('lists-story-link-made'),
  link_revoked: linkClosedInWords,
  join_approved: says('lists-story-approved'),
  removed: says('lists-story-removed'),
  left: says('lists-story-left'),
  order_cancelled: says('lists-story-cancelled'),
  order_set_aside: says('lists-story-set-aside'),
  order_reopened: says('lists-story-reopened'),
  keypad_decided: says('lists-story-confirmed'),
  refund_asked: refundAskedInWords,
  message_sent: sentInWords(buyerId),
  message_failed: notSentInWords(buyerId),
});

const wordsAbout = (buyerId: number, item: Item, wording: Wording): StoryWords => ({
  ...buyerWords(item, wording),
  ...Object.fromEntries(
    Object.entries(ownerEvents(buyerId)).map(([what, words]) => [
      what,
      (details: Details) => words(details, wording),
    ]),
  ),
});

export function ownerStoryView(message: MessageOf<'owner_story'>, wording: Wording): View {
  const { payer, events } = message;
  return {
    text: lines(
      wording.html('lists-story-title', {
        order: orderLabel(message, wording),
        title: shortTitle(message.title),
      }),
      wording.html('common-from', { person: personInWords(payer, wording) }),
      donorNoteLine(message.note, wording),
      wording.html('lists-story-state', { state: orderStateInWords(message.state, wording) }),
      referenceInWords(message.reference, wording),
      '',
      ...storyLines(events, wordsAbout(payer.userId, message.item, wording), wording),
    ),
    ...keyboardOf(
      ...refundButtons(message, message.refundable, wording),
      isAnonymousPayer(payer)
        ? []
        : ownButton(message, `👤 ${personLabel(payer, wording)}`, ['member', payer.userId]),
      ownButton(message, wording.text('common-back'), ['orders']),
    ),
  };
}
