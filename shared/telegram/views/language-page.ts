import type { MessageOf } from '../../domain/messages/messages';
import { callbackData } from '../codec/callback-data';
import { languageRows } from './language-rows';
import { keyboardOf, type View } from './view';
import type { Wording } from './wording';

/** The languages to choose from. */
export const languagePageView = (_message: MessageOf<'language_page'>, wording: Wording): View => ({
  text: wording.html('language-page'),
  ...keyboardOf(...languageRows(wording.language, callbackData.language)),
});
