import type { MessageOf } from '../../../domain/messages/messages';
import type { Item, StoryEvent } from '../../../domain/messages/parts';
import type { WordingKey } from '../../catalog';
import { durationIn } from '../access-end';
import { truncate, lengthOf, lines, type Html } from '../html';
import { joinedBy } from '../join-words';
import { backToSubscriptions, onwardButtons, orderAndProgress, orderButtons } from '../order-progress';
import { referenceInWords } from '../order-wording';
import { talkButton } from '../talk-buttons';
import { keyboardOf, type View } from '../view';
import type { Wording } from '../wording';
import { priceInEvent, paymentInWords, spacedName } from './story-payment';
import { atPlace } from './story-place';

export type Details = StoryEvent['details'];

/** The words of each event. They differ for buyer and owner. */
export type StoryWords = Readonly<Record<string, (details: Details) => string>>;

/** Telegram allows 4096 characters; the longest heading takes the rest. */
const MAX_EVENTS_LENGTH = 3400;
const MAX_EVENT_LENGTH = 240;

/** The catalogs choose by it. */
const UNKNOWN = 'unknown';

const durationOf = ({ days }: Details, wording: Wording): string =>
  typeof days === 'number' ? durationIn(days, wording) : UNKNOWN;

/** The types of messages that go to the owner, not to the buyer. */
const MESSAGES_TO_OWNER: readonly string[] = [
  'donation_received',
  'subscription_sold',
  'odd_payment',
  'case_reminder',
  'access_trouble',
  'removal_trouble',
];

function topicOf({ message }: Details): string {
  const type = String(message ?? UNKNOWN);
  return MESSAGES_TO_OWNER.includes(type) ? 'owner' : type;
}

/** The words of a story for the buyer. */
export function buyerWords(item: Item, wording: Wording): StoryWords {
  const of = (key: WordingKey) => () => wording.text(key);
  const withAmount = (key: WordingKey) => (details: Details) =>
    wording.text(key, { amount: priceInEvent(details, wording) ?? UNKNOWN });
  const withDuration = (key: WordingKey) => (details: Details) =>
    wording.text(key, { duration: durationOf(details, wording) });
  const withTopic = (key: WordingKey) => (details: Details) => wording.text(key, { topic: topicOf(details) });
  return {
    created: withAmount('orders-story-created'),
    invoiced: ({ isRest, ...details }) =>
      withAmount(isRest === 1 ? 'orders-story-invoiced-rest' : 'orders-story-invoiced')(details),
    payment: (details) => paymentInWords(details, item, wording),
    // A default is the only decision without an actor, because the bot applied it.
    decided: ({ actor, decision }) =>
      actor === undefined
        ? wording.text('orders-story-decided-by-default')
        : wording.text('orders-story-decided', { decision: String(decision ?? UNKNOWN) }),
    extended: withDuration('orders-story-extended'),
    revoked: withDuration('orders-story-revoked'),
    ended_by_owner: withDuration('orders-story-ended-by-owner'),
    link_made: of('orders-story-link-made'),
    link_revoked: ({ because }) =>
      wording.text('orders-story-link-revoked', { because: String(because ?? UNKNOWN) }),
    join_approved: of('orders-story-join-approved'),
    join_declined: of('orders-story-join-declined'),
    removed: of('orders-story-removed'),
    left: of('orders-story-left'),
    order_cancelled: of('orders-story-cancelled'),
    order_set_aside: of('orders-story-set-aside'),
    order_reopened: of('orders-story-reopened'),
    keypad_decided: of('orders-story-keypad-decided'),
    refund_asked: of('refunds-story-asked-buyer'),
    refund_refused: of('refunds-story-refused'),
    message_sent: withTopic('orders-story-sent'),
    message_failed: withTopic('orders-story-not-sent'),
  };
}

/** Ids that mean nothing to a buyer or belong to other users. */
const HIDDEN = ['actor', 'actor_username', 'actor_first_name', 'to', 'place', 'place_kind'];

/** Words an event that has no entry in `StoryWords`: its name and its details. */
function unknownEventWords({ what, details }: StoryEvent, wording: Wording): string {
  const carried = Object.entries(details)
    .filter(([name, value]) => value !== null && !HIDDEN.includes(name))
    .map(([name, value]) => `${spacedName(name)} ${String(value)}`);
  return [spacedName(what), ...carried].reduce((first, next) =>
    wording.text('common-series', { first, next }),
  );
}

const eventLine =
  (words: StoryWords, wording: Wording) =>
  (event: StoryEvent): Html => {
    const wordsOfEvent = Object.hasOwn(words, event.what) ? words[event.what] : undefined;
    const said = wordsOfEvent?.(event.details) ?? unknownEventWords(event, wording);
    const time = wording.time(Date.parse(event.at));
    const there = truncate(atPlace(event.details, said, wording), MAX_EVENT_LENGTH);
    return joinedBy('common-facts', [time, there], wording);
  };

/** The last events that fit into one message, because the newest matter most. */
function lastThatFit(events: readonly StoryEvent[], words: StoryWords, wording: Wording): readonly Html[] {
  const shown: Html[] = [];
  let length = 0;
  const lineOf = eventLine(words, wording);
  for (const event of [...events].reverse()) {
    const line = lineOf(event);
    length += lengthOf(line) + 1;
    if (length > MAX_EVENTS_LENGTH) break;
    shown.unshift(line);
  }
  return shown;
}

/** The events, newest last, with the number of those that were left out. */
export function storyLines(
  events: readonly StoryEvent[],
  words: StoryWords,
  wording: Wording,
): readonly (Html | undefined)[] {
  const shown = lastThatFit(events, words, wording);
  const older = events.length - shown.length;
  return [
    older === 0 ? undefined : wording.html('orders-story-older', { count: older }),
    ...(shown.length === 0 ? [wording.html('orders-story-empty')] : shown),
  ];
}

/** The story of an order for its buyer. */
export const orderStoryView = (message: MessageOf<'order_story'>, wording: Wording): View => ({
  text: lines(
    wording.html('orders-story-title', orderAndProgress(message, wording)),
    referenceInWords(message.reference, wording),
    '',
    ...storyLines(message.events, buyerWords(message.item, wording), wording),
  ),
  ...keyboardOf(
    orderButtons(message, wording),
    onwardButtons(message, wording),
    [talkButton(message, wording)],
    [backToSubscriptions(wording)],
  ),
});
