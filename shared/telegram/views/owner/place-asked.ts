import type { MessageOf } from '../../../domain/messages/messages';
import { placeMinutes, placeYes } from '../../../domain/places/place';
import type { WordingKey } from '../../catalog';
import { callbackData } from '../../codec/callback-data';
import { lines } from '../html';
import { button, keyboardOf, shortTitle, type View } from '../view';
import type { Wording } from '../wording';
import { noteLine, ownButton } from './menu';
import { kindWord } from './offer-places';

type Change = MessageOf<'place_asked'>['change'];

const MAX_CHAT = 64;

const KEYS = {
  open: {
    ask: 'offerplaces-ask-open',
    touches: 'offerplaces-open-touches',
    besides: 'offerplaces-open-later',
    yes: 'offerplaces-yes-open',
    progress: 'offerplaces-progress-open',
    people: 'offerplaces-links-sent',
    done: 'offerplaces-done-open',
  },
  close: {
    ask: 'offerplaces-ask-close',
    touches: 'offerplaces-close-touches',
    besides: 'offerplaces-close-stays',
    yes: 'offerplaces-yes-close',
    progress: 'offerplaces-progress-close',
    people: 'offerplaces-removed',
    done: 'offerplaces-done-close',
  },
} as const satisfies Readonly<Record<Change, Readonly<Record<string, WordingKey>>>>;

/** Asks for a yes before a place is opened or taken away, and says how many people that touches. */
export const placeAskedView = (message: MessageOf<'place_asked'>, wording: Wording): View => {
  const { change, kind, chatTitle, people, askedAt, chatId } = message;
  const keys = KEYS[change];
  return {
    text: lines(
      ...noteLine(message.note, wording),
      wording.html(keys.ask, {
        kind: kindWord(kind),
        chat: shortTitle(chatTitle, MAX_CHAT),
        title: shortTitle(message.title),
      }),
      '',
      wording.html(keys.touches, { count: people }),
      people === 0 ? undefined : wording.html('offerplaces-minutes', { minutes: placeMinutes(people) }),
      wording.html(keys.besides),
    ),
    ...keyboardOf(
      ownButton(message, wording.text(keys.yes), [
        change === 'open' ? 'open-place' : 'close-place',
        placeYes({ chatId, askedAt }),
      ]),
      ownButton(message, wording.text('offerplaces-no'), ['places']),
    ),
  };
};

/** Tells how far opening or closing a place is. */
export const placeProgressView = (message: MessageOf<'place_progress'>, wording: Wording): View => {
  const { change, kind, total, done, isDone, openChannelId } = message;
  const keys = KEYS[change];
  const chat = shortTitle(message.chatTitle, MAX_CHAT);
  const title = shortTitle(message.title);
  return {
    text: lines(
      isDone
        ? wording.html(keys.done, { chat, title })
        : wording.html(keys.progress, { kind: kindWord(kind), chat }),
      '',
      wording.html('common-channel', { title }),
      wording.html(keys.people, { total, done }),
    ),
    ...keyboardOf([button(wording.text('offerplaces-button'), callbackData.own('places', openChannelId))]),
  };
};
