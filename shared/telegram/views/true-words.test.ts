import { CATALOGS } from '../../../tests/support/catalogs';
import type { Language } from '../../domain/common/language';
import type { WordingKey } from '../catalog';

/** The source of an entry in each language, without its key. */
const sourceOf = (language: Language, key: WordingKey): string => {
  const text = CATALOGS.find((each) => each.language === language && key.startsWith(`${each.room}-`))?.text;
  return text?.match(new RegExp(`^${key} =(.*(?:\n[ }].*)*)`, 'm'))?.[1] ?? '';
};

/** The bot announces a message of its own. */
const I_WRITE: Readonly<Record<Language, RegExp>> = {
  en: /\bI(?:'ll)? (?:write|message|send)/,
  ru: /пишу|пришлю/,
  es: /escrib|envi/,
  'pt-br': /[Aa]viso|[Ee]nvi/,
  de: /melde|schick/,
  fa: /می‌دهم|می‌فرستم/,
};
const LANGUAGE_NAMES = Object.keys(I_WRITE) as Language[];

describe.each(LANGUAGE_NAMES)('%s', (language) => {
  it.each([
    'donations-confirmed',
    'payments-invoice-donation-how',
    'payments-no-invoice-delayed',
    'payments-pending',
    'help-payment',
  ] as const)('promises no new message where one is edited: %s', (key) => {
    expect(sourceOf(language, key)).not.toBe('');
    expect(sourceOf(language, key)).not.toMatch(I_WRITE[language]);
  });
});
