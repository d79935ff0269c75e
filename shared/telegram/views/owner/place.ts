import type { MessageOf } from '../../../domain/messages/messages';
import type { WordingKey } from '../../catalog';
import { callbackData } from '../../codec/callback-data';
import { unreachableBecause, type Unreachable } from '../../failure';
import { endIn } from '../access-end';
import { truncate, lines, type Html } from '../html';
import { personInWords } from '../person';
import { button, keyboardOf, shortTitle, type View } from '../view';
import type { Wording } from '../wording';
import { chatName, rightsInWords, useInWords } from './place-words';

const MAX_REASON = 200;
const MAX_TITLE_IN_TEXT = 64;

type Broken = MessageOf<'place_broken'>;

const nameOf = (message: Pick<Broken, 'use' | 'kind' | 'chatTitle'>) => ({
  use: useInWords(message),
  chat: shortTitle(message.chatTitle, MAX_TITLE_IN_TEXT),
});

const channelLine = ({ title }: { readonly title: string }, wording: Wording): Html =>
  wording.html('common-channel', { title: shortTitle(title) });

/** To the page where another place is refreshed, taken away or replaced. */
const toPlaces = ({ openChannelId }: Pick<Broken, 'openChannelId'>, wording: Wording) => [
  button(wording.text('offerplaces-button'), callbackData.own('places', openChannelId)),
];

/** What the loss means: whether anything is sold, who can't be removed, what isn't posted. */
function meaningOf({ use, state }: Broken): WordingKey {
  if (use === 'public') return 'places-no-posts';
  if (state.is === 'lacking' && !state.rights.includes('can_invite_users')) return 'places-no-removals';
  return use === 'extra' ? 'places-no-entry-extra' : 'places-no-entry';
}

/** Tells an owner at once what the bot lacks, and how to give it back. */
export function placeBrokenView(message: Broken, wording: Wording): View {
  const { state, kind = 'channel' } = message;
  const lacking = state.is === 'lacking' ? { rights: rightsInWords(state.rights, wording) } : undefined;
  return {
    text: lines(
      lacking === undefined
        ? wording.html('places-broken-absent', nameOf(message))
        : wording.html('places-broken-lacking', { ...nameOf(message), ...lacking }),
      '',
      channelLine(message, wording),
      wording.html(meaningOf(message)),
      '',
      lacking === undefined
        ? wording.html('places-add-me', { kind })
        : wording.html('places-switch-on', { ...lacking, kind }),
    ),
    ...keyboardOf(message.use === 'extra' ? toPlaces(message, wording) : []),
  };
}

export const placeWorksView = (message: MessageOf<'place_works'>, wording: Wording): View => ({
  text: lines(
    wording.html('places-works', nameOf(message)),
    '',
    channelLine(message, wording),
    wording.html('places-works-means', { use: message.use }),
  ),
});

/** Who has paid for a channel that no longer exists, and until when. */
function peopleLines({ people, count }: MessageOf<'place_gone'>, wording: Wording): (Html | undefined)[] {
  if (count === 0) return [wording.html('places-gone-nobody')];
  return [
    wording.html('places-gone-people', { count }),
    ...people.map(({ payer, paidUntil }) =>
      wording.html('places-gone-person', {
        person: personInWords(payer, wording),
        time: endIn(paidUntil, wording),
      }),
    ),
    count > people.length ? wording.html('places-gone-more', { count: count - people.length }) : undefined,
  ];
}

/** Names the people that paid for a channel that no longer exists, and offers what an owner can do about it. */
export const placeGoneView = (message: MessageOf<'place_gone'>, wording: Wording): View => {
  const { openChannelId, use } = message;
  return {
    text: lines(
      wording.html('places-gone', nameOf(message)),
      '',
      channelLine(message, wording),
      wording.html('places-gone-means', { use: useInWords(message) }),
      ...(use === 'public' ? [] : peopleLines(message, wording)),
      '',
      wording.html('places-gone-next', {
        use: useInWords(message),
        button: wording.text('offerplaces-button'),
      }),
    ),
    ...keyboardOf(
      use === 'extra'
        ? toPlaces(message, wording)
        : [button(wording.text('places-choose-another'), callbackData.own('chat', openChannelId, use))],
      use !== 'private' ? [] : [button(wording.text('menu-pause'), callbackData.own('pause', openChannelId))],
    ),
  };
};

const ADVICE: Readonly<Record<Unreachable, WordingKey>> = {
  not_started: 'places-unreachable-not-started',
  blocked: 'places-unreachable-blocked',
  gone: 'places-unreachable-gone',
  no_right: 'places-unreachable-no-right',
};

/** Tells an owner in private that their news does not arrive where it should. */
export const noticesUnreachableView = (
  message: MessageOf<'notices_unreachable'>,
  wording: Wording,
): View => ({
  text: lines(
    wording.html('places-unreachable', { chat: chatName(message, wording) }),
    '',
    channelLine(message, wording),
    wording.html('places-unreachable-reason', { reason: truncate(message.reason, MAX_REASON) }),
    '',
    wording.html(ADVICE[unreachableBecause(message.reason, message.chatId)]),
    wording.html('places-unreachable-kept'),
  ),
  ...keyboardOf([
    button(wording.text('menu-notifications'), callbackData.own('notify', message.openChannelId)),
  ]),
});
