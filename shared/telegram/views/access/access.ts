import type { AccessNews } from '../../../domain/messages/access';
import type { MessageOf } from '../../../domain/messages/messages';
import { callbackData } from '../../codec/callback-data';
import { durationIn, endIn } from '../access-end';
import { lines, type Html } from '../html';
import { oddityToPayer } from '../order-wording';
import { openChannelButtons } from './open-channel';
import { button, keyboardOf, linkButton, shortTitle, type View } from '../view';
import type { Wording } from '../wording';

const MAX_TITLE_ON_BUTTON = 48;

const HEADINGS = {
  paid: 'access-paid',
  credited: 'access-credited',
  unbanned: 'access-unbanned',
  moved: 'access-moved',
  readmitted: 'access-readmitted',
  place_added: 'access-link',
} as const satisfies Partial<Record<AccessNews['type'], string>>;

function heading({ news, title, inviteLink, place }: MessageOf<'access'>, wording: Wording): Html {
  const named = { title: shortTitle(title) };
  if (place !== undefined && place.title !== null)
    return wording.html(news.type === 'place_added' ? 'access-place-added' : 'access-place', {
      ...named,
      place: shortTitle(place.title),
    });
  if (news.type === 'given')
    return wording.html('access-given', { ...named, duration: durationIn(news.days, wording) });
  if (news.type === 'asked')
    return wording.html(inviteLink === null ? 'access-inside' : 'access-link', named);
  return wording.html(HEADINGS[news.type], named);
}

/** Says how to use the invite link. Forwarding it does no harm, because it admits only the payer. */
export const accessView = (message: MessageOf<'access'>, wording: Wording): View => {
  const { title, paidUntil, inviteLink, news, place } = message;
  const join = wording.text('access-join', { title: shortTitle(place?.title ?? title, MAX_TITLE_ON_BUTTON) });
  const isRenewed = inviteLink === null && news.type === 'paid';
  return {
    text: lines(
      heading(message, wording),
      news.type === 'paid' ? oddityToPayer(news.exception, news.received, wording) : undefined,
      '',
      wording.html(isRenewed ? 'access-renewed-until' : 'access-until', { until: endIn(paidUntil, wording) }),
      place === undefined
        ? undefined
        : wording.html('access-places-opened', { inside: place.inside, places: place.places }),
      inviteLink === null ? undefined : wording.html('access-join-how', { button: join }),
    ),
    ...keyboardOf(
      inviteLink === null ? openChannelButtons(message, wording) : [linkButton(join, inviteLink)],
    ),
  };
};

function delayReason({ isOwnerTold, isInTooManyChats }: MessageOf<'access_delayed'>, wording: Wording): Html {
  if (isInTooManyChats === true) return wording.html('access-delayed-too-many-chats');
  return wording.html(isOwnerTold ? 'access-delayed-owner-told' : 'access-delayed-trying');
}

export const accessDelayedView = (message: MessageOf<'access_delayed'>, wording: Wording): View => ({
  text: lines(
    wording.html('access-delayed', {
      title: shortTitle(message.title),
      until: endIn(message.paidUntil, wording),
    }),
    '',
    delayReason(message, wording),
  ),
  ...keyboardOf([button(wording.text('access-my-subscriptions'), callbackData.mySubscriptions)]),
});

export const joinDeclinedView = (
  { openChannelId, title }: MessageOf<'join_declined'>,
  wording: Wording,
): View => ({
  text: lines(
    wording.html('access-link-refused', { title: shortTitle(title) }),
    wording.html('access-link-refused-offer'),
  ),
  ...keyboardOf([button(wording.text('access-see-offer'), callbackData.offer(openChannelId))]),
});

export const accessEndedView = (
  { openChannelId, title, isOwed, isByOwner }: MessageOf<'access_ended'>,
  wording: Wording,
): View => {
  const named = { title: shortTitle(title) };
  if (isByOwner)
    return {
      text: lines(
        wording.html('access-ended-by-owner', named),
        '',
        wording.html('access-ended-by-owner-questions'),
      ),
    };
  if (isOwed)
    return {
      text: lines(wording.html('access-ended-owed-title', named), '', wording.html('access-ended-owed')),
      ...keyboardOf([button(wording.text('access-my-subscriptions'), callbackData.mySubscriptions)]),
    };
  return {
    text: lines(wording.html('access-ended', named), '', wording.html('access-ended-thanks')),
    ...keyboardOf([button(wording.text('access-come-back'), callbackData.offer(openChannelId))]),
  };
};
