import type { MessageOf } from '../../../domain/messages/messages';
import { RIGHTS } from '../../bot-rights';
import { PICKS } from '../../codec/callback-data';
import { lines } from '../html';
import { keyboardOf, linkButton, shortTitle, type View } from '../view';
import type { Wording } from '../wording';
import { complaintLine, ownButton } from './menu';
import { kindWord } from './offer-places';
import { rightsInWords } from './place-words';

const MAX_CHAT_ON_BUTTON = 48;

/** The chats that an offer can get as another place. */
export const choosePlaceView = (message: MessageOf<'choose_place'>, wording: Wording): View => {
  const { chats, again, complaint, channelUrl, groupUrl } = message;
  return {
    text: lines(
      ...complaintLine(complaint, wording),
      wording.html('offerplaces-choose', { title: shortTitle(message.title) }),
      '',
      wording.html('offerplaces-choose-ask', { rights: rightsInWords(Object.keys(RIGHTS.private), wording) }),
    ),
    ...keyboardOf(
      again === null ? [] : ownButton(message, wording.text('common-check-again'), ['set-extra', again]),
      ...chats.map(({ chatId, kind, title }) =>
        ownButton(
          message,
          wording.text('offerplaces-item', {
            kind: kindWord(kind),
            chat: shortTitle(title, MAX_CHAT_ON_BUTTON),
          }),
          ['set-extra', chatId],
        ),
      ),
      [
        ...ownButton(message, wording.text('offerplaces-pick-channel'), ['set-extra', PICKS.channel]),
        ...ownButton(message, wording.text('offerplaces-pick-group'), ['set-extra', PICKS.supergroup]),
      ],
      [
        linkButton(wording.text('common-add-channel'), channelUrl),
        linkButton(wording.text('offerplaces-add-to-group'), groupUrl),
      ],
      ownButton(message, wording.text('common-look-again'), ['add-place']),
      ownButton(message, wording.text('common-back'), ['places']),
    ),
  };
};
