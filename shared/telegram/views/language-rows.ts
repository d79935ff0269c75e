import type { InlineKeyboardButton } from 'grammy/types';
import { LANGUAGES, type Language } from '../../domain/common/language';
import { LANGUAGE_TRAITS } from './languages';
import { button } from './view';

/** The languages to choose from, each in its own name, two in a row. */
export function languageRows(
  chosen: Language,
  callbackDataOf: (language: Language) => string,
): InlineKeyboardButton[][] {
  const buttons = LANGUAGES.map((language) => {
    const { ownName } = LANGUAGE_TRAITS[language];
    return button(language === chosen ? `✓ ${ownName}` : ownName, callbackDataOf(language));
  });
  return Array.from({ length: Math.ceil(buttons.length / 2) }, (_row, row) =>
    buttons.slice(2 * row, 2 * row + 2),
  );
}
