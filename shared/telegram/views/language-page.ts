import { LANGUAGES } from '../../domain/common/language';
import type { MessageOf } from '../../domain/messages/messages';
import { callbackData } from '../codec/callback-data';
import { LANGUAGE_TRAITS } from './languages';
import { button, keyboardOf, type View } from './view';
import type { Wording } from './wording';

/** The languages to choose from, each in its own name, two in a row. */
export const languagePageView = (_message: MessageOf<'language_page'>, wording: Wording): View => {
  const buttons = LANGUAGES.map((language) => {
    const { ownName } = LANGUAGE_TRAITS[language];
    const isChosen = language === wording.language;
    return button(isChosen ? `✓ ${ownName}` : ownName, callbackData.language(language));
  });
  const rows = Array.from({ length: Math.ceil(buttons.length / 2) }, (_row, row) =>
    buttons.slice(2 * row, 2 * row + 2),
  );
  return { text: wording.html('language-page'), ...keyboardOf(...rows) };
};
