import type { Language } from '../../domain/common/language';

export interface LanguageTraits {
  /** As its speakers call it. */
  readonly ownName: string;
  /** The IETF tag whose rules of numbers, plurals and dates `Intl` follows. */
  readonly locale: string;
  readonly isRightToLeft: boolean;
  /** `US$` where a bare `$` may stand for the country's own money. */
  readonly dollarSign: '$' | 'US$';
}

/** What differs between languages besides their words. */
export const LANGUAGE_TRAITS: Readonly<Record<Language, LanguageTraits>> = {
  en: { ownName: 'English', locale: 'en-US', isRightToLeft: false, dollarSign: '$' },
  ru: { ownName: 'Русский', locale: 'ru', isRightToLeft: false, dollarSign: '$' },
  es: { ownName: 'Español', locale: 'es', isRightToLeft: false, dollarSign: '$' },
  'pt-br': { ownName: 'Português (Brasil)', locale: 'pt-BR', isRightToLeft: false, dollarSign: 'US$' },
  de: { ownName: 'Deutsch', locale: 'de', isRightToLeft: false, dollarSign: '$' },
  // Latin digits, because people compare an amount with what their wallet shows.
  fa: { ownName: 'فارسی', locale: 'fa-u-nu-latn', isRightToLeft: true, dollarSign: '$' },
};
