import type { MessageOf } from '../../../domain/messages/messages';
import { RIGHTS } from '../../bot-rights';
import { lines } from '../html';
import { keyboardOf, shortTitle, type View } from '../view';
import type { Wording } from '../wording';
import { complaintLine, ownButton } from './menu';
import { rightsInWords } from './place-words';
import { chatRows } from './set-up/chat-rows';

/** The chats that an offer can get as another place. */
export const choosePlaceView = (message: MessageOf<'choose_place'>, wording: Wording): View => {
  const { again, complaint } = message;
  return {
    text: lines(
      ...complaintLine(complaint, wording),
      wording.html('offerplaces-choose', { title: shortTitle(message.title) }),
      '',
      wording.html('offerplaces-choose-ask', { rights: rightsInWords(Object.keys(RIGHTS.private), wording) }),
    ),
    ...keyboardOf(
      again === null ? [] : ownButton(message, wording.text('common-check-again'), ['set-extra', again]),
      ...chatRows(message, wording, (label, choice) => ownButton(message, label, ['set-extra', choice])),
      ownButton(message, wording.text('common-look-again'), ['add-place']),
      ownButton(message, wording.text('common-back'), ['places']),
    ),
  };
};
