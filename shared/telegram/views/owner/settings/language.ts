import type { MessageOf } from '../../../../domain/messages/messages';
import { callbackData } from '../../../codec/callback-data';
import { languageRows } from '../../language-rows';
import { LANGUAGE_TRAITS } from '../../languages';
import { lines } from '../../html';
import { keyboardOf, shortTitle, type View } from '../../view';
import type { Wording } from '../../wording';
import { noteLine, ownButton } from '../menu';

/** The language of a channel's posts, with the others to choose from. */
export const channelLanguageView = (message: MessageOf<'channel_language'>, wording: Wording): View => {
  const { openChannelId, language } = message;
  return {
    text: lines(
      ...noteLine(message.note, wording),
      wording.html('settings-language-title', { title: shortTitle(message.title) }),
      '',
      wording.html('settings-language-now', { language: LANGUAGE_TRAITS[language].ownName }),
      wording.html('settings-language-note'),
    ),
    ...keyboardOf(
      ...languageRows(language, (each) => callbackData.own('set-language', openChannelId, each)),
      ownButton(message, wording.text('common-back'), ['settings']),
    ),
  };
};
