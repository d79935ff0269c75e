import type { Cents } from '../../../domain/common/ids';
import type { MessageOf } from '../../../domain/messages/messages';
import type { MyOrder } from '../../../domain/messages/offer';
import type { Talk } from '../../../domain/messages/talks';
import { MAX_TALK_TEXT } from '../../../domain/talks/talk';
import { callbackData } from '../../codec/callback-data';
import { wordsOf } from '../answers';
import { html, lines, truncate, type Html } from '../html';
import { dayOf } from '../order-progress';
import { orderInWords, priceOf } from '../order-wording';
import { personInWords } from '../person';
import { button, distinctLabels, keyboardOf, shortTitle, type View } from '../view';
import type { Wording } from '../wording';

const MAX_LISTED = 10;
const MAX_TITLE_ON_BUTTON = 40;

/** The state of an order in one word, by which catalogs choose. */
function stateOf({ state, receivedCents = 0 as Cents, ...order }: MyOrder) {
  if (state === 'refunded') return 'refunded';
  if (order.isParked) return 'decision';
  if (state === 'settled') return 'paid';
  if (receivedCents > 0) return 'part';
  if (order.isPending || order.isHanging) return 'pending';
  return state === 'open' && order.isExpired ? 'expired' : state;
}

const orderLine = (order: MyOrder, wording: Wording): Html =>
  wording.html('talks-order-line', {
    order: orderInWords(order, wording),
    state: stateOf(order),
    received: wording.usd(order.receivedCents ?? (0 as Cents)),
  });

const namesIn = ({ order, buyer }: Talk, wording: Wording) => ({
  title: shortTitle(order.title),
  person: personInWords(buyer, wording),
});

export const talkOrdersView = ({ orders }: MessageOf<'talk_orders'>, wording: Wording): View => {
  const shown = orders.slice(0, MAX_LISTED);
  const labels = distinctLabels(
    shown.map((order) => ({
      label: wording.text('talks-order-button', {
        amount: priceOf(order, wording),
        title: shortTitle(order.title, MAX_TITLE_ON_BUTTON),
      }),
      day: dayOf(order, wording),
    })),
    wording,
  );
  return {
    text: lines(
      wording.html('talks-which-order'),
      orders.length > shown.length
        ? wording.html('talks-orders-left-out', { shown: shown.length, all: orders.length })
        : undefined,
    ),
    ...keyboardOf(
      ...shown.map(({ reference }, index) => [button(labels[index] ?? '', callbackData.talk(reference))]),
    ),
  };
};

export const talkQuestionView = (message: MessageOf<'talk_question'>, wording: Wording): View => {
  const { title, person } = namesIn(message, wording);
  const isToOwner = message.to === 'owner';
  return {
    text: lines(
      isToOwner
        ? wording.html('talks-question-to-owner', { title })
        : wording.html('talks-question-to-buyer', { person }),
      orderLine(message.order, wording),
      '',
      isToOwner
        ? wording.html('talks-how-to-owner', { most: MAX_TALK_TEXT })
        : wording.html('talks-how-to-buyer', { most: MAX_TALK_TEXT, title }),
      message.isAnonymous ? wording.html('talks-how-anonymous') : undefined,
    ),
    ...keyboardOf([button(wording.text('common-cancel'), callbackData.cancelTalk)]),
  };
};

/** What was written is a quotation, so that nobody can write in the bot's name. */
export const talkRelayedView = (message: MessageOf<'talk_relayed'>, wording: Wording): View => {
  const { title, person } = namesIn(message, wording);
  const { reference } = message.order;
  const isToOwner = message.to === 'owner';
  return {
    text: lines(
      isToOwner ? wording.html('talks-from-buyer', { person }) : wording.html('talks-from-owner', { title }),
      orderLine(message.order, wording),
      // Twice as many UTF-16 units as characters.
      html`<blockquote>${truncate(message.text, 2 * MAX_TALK_TEXT)}</blockquote>`,
      wording.html(isToOwner ? 'talks-reply-to-buyer' : 'talks-reply-to-owner'),
    ),
    ...keyboardOf([
      button(wording.text('talks-answer'), callbackData.talk(reference)),
      button(wording.text('talks-block'), callbackData.blockTalk(reference)),
    ]),
  };
};

export const talkSentView = (message: MessageOf<'talk_sent'>, wording: Wording): View => {
  const { title, person } = namesIn(message, wording);
  return {
    text:
      message.to === 'owner'
        ? wording.html('talks-sent-to-owner', { title })
        : wording.html('talks-sent-to-buyer', { person }),
    ...keyboardOf([button(wording.text('talks-write-more'), callbackData.talk(message.order.reference))]),
  };
};

export const talkUndeliveredView = (message: MessageOf<'talk_undelivered'>, wording: Wording): View => {
  const { title, person } = namesIn(message, wording);
  const arrived = message.isUncertain ? 'unknown' : 'no';
  return {
    text:
      message.to === 'owner'
        ? wording.html('talks-undelivered-to-owner', { title, arrived })
        : wording.html('talks-undelivered-to-buyer', { person, arrived }),
  };
};

export const talkAnsweredView = ({ answer }: MessageOf<'talk_answered'>, wording: Wording): View => ({
  text: html`${wordsOf(answer, wording)}`,
});

export const talkBlockedView = (message: MessageOf<'talk_blocked'>, wording: Wording): View => {
  const { title, person } = namesIn(message, wording);
  return {
    text:
      message.to === 'owner'
        ? wording.html('talks-blocked-owner', { title })
        : wording.html('talks-blocked-buyer', { title, person }),
    ...keyboardOf([button(wording.text('talks-unblock'), callbackData.unblockTalk(message.order.reference))]),
  };
};
