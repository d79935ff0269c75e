import type { InlineKeyboardButton } from 'grammy/types';
import { NEEDED_RIGHTS } from '../../../../domain/places/place-state';
import type { MessageOf } from '../../../../domain/messages/messages';
import { callbackData } from '../../../codec/callback-data';
import { html, lines, type Html } from '../../html';
import { rightsInWords } from '../place-words';
import { identifiedInWords } from '../../person';
import { button, keyboardOf, linkButton, shortTitle, type View } from '../../view';
import type { Wording } from '../../wording';
import type { SetUp } from './set-up-page';

const MAX_TITLE_ON_BUTTON = 48;
const MAX_TITLES = 10;

export const setUpOfferedView = ({ titles }: MessageOf<'set_up_offered'>, wording: Wording): View => ({
  text: lines(
    wording.html('setup-offered'),
    ...titles.slice(0, MAX_TITLES).map((title) => html`• ${shortTitle(title, MAX_TITLE_ON_BUTTON)}`),
    '',
    wording.html('setup-offered-ask'),
  ),
  ...keyboardOf(
    [button(wording.text('setup-offered-yes'), callbackData.openSetUp)],
    [button(wording.text('setup-offered-no'), callbackData.postponeSetUp)],
  ),
});

export function groupsNotSoldView(
  { addUrl, because = 'not_administrator', title = '' }: MessageOf<'groups_not_sold'>,
  wording: Wording,
): View {
  if (addUrl === undefined) return { text: wording.html('setup-groups-never') };
  const named = title === '' ? undefined : wording.html('setup-group-added', { title: shortTitle(title) });
  if (because === 'basic_group') return { text: lines(named, '', wording.html('setup-group-basic')) };
  return {
    text: lines(
      named,
      '',
      wording.html('setup-group-not-administrator', {
        rights: rightsInWords(NEEDED_RIGHTS.private, wording),
      }),
    ),
    ...keyboardOf([linkButton(wording.text('setup-group-promote'), addUrl)]),
  };
}

/** Buttons with which the creator of a channel takes it back. */
export const claimRows = (claims: SetUp['claims'], wording: Wording): InlineKeyboardButton[][] =>
  claims.map(({ openChannelId, title }) => {
    const label = wording.text('setup-claim', { title: shortTitle(title, MAX_TITLE_ON_BUTTON) });
    return [button(label, callbackData.claim(openChannelId))];
  });

export const claimLine = (claims: SetUp['claims'], wording: Wording): Html | undefined =>
  claims.length === 0 ? undefined : wording.html('setup-claimable');

export const setUpClosedView = ({ userId, claims }: MessageOf<'set_up_closed'>, wording: Wording): View => ({
  text: lines(
    wording.html('setup-closed'),
    userId === undefined ? undefined : wording.html('setup-closed-id', { id: String(userId) }),
    claimLine(claims, wording),
  ),
  ...keyboardOf(...claimRows(claims, wording)),
});

export const claimAskedView = (
  { openChannelId, title, owner }: MessageOf<'claim_asked'>,
  wording: Wording,
): View => ({
  text: wording.html('setup-claim-asked', {
    title: shortTitle(title),
    person: identifiedInWords(owner, wording),
  }),
  ...keyboardOf(
    [button(wording.text('setup-claim-yes'), callbackData.claimNow(openChannelId))],
    [button(wording.text('setup-claim-no'), callbackData.openSetUp)],
  ),
});
