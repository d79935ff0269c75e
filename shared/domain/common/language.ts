/** Every language with a name and rules of its own. To switch one on, add it to `LANGUAGES`. */
export type Language = 'en' | 'ru' | 'es' | 'pt-br' | 'de' | 'fa';

/** The languages that are switched on: each has a complete catalog, which a test checks. */
export const LANGUAGES: readonly Language[] = ['en', 'ru', 'es', 'pt-br', 'de', 'fa'];

/** What users read if their language is unknown or not switched on. */
export const DEFAULT_LANGUAGE: Language = 'en';

/**
 * The language for a code: one of ours, or an IETF tag as in Telegram's `language_code`, such as `pt` or `es-MX`.
 * https://core.telegram.org/bots/api#user
 */
export function languageOf(
  code: string | null | undefined,
  switchedOn: readonly Language[] = LANGUAGES,
): Language {
  const tag = (code ?? '').toLowerCase().replaceAll('_', '-');
  const [primary = ''] = tag.split('-');
  const fits = (isFitting: (language: Language) => boolean) => switchedOn.find(isFitting);
  return (
    fits((language) => language === tag) ??
    fits((language) => language === primary) ??
    fits((language) => language.split('-')[0] === primary) ??
    DEFAULT_LANGUAGE
  );
}
