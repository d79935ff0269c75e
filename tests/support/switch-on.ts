import { LANGUAGES, type Language } from '../../shared/domain/common/language';

/** Switches languages on for the tests of one file, before their catalogs exist: their words are English until then. */
export const switchOn = (...languages: readonly Language[]): void => {
  const all = LANGUAGES as Language[];
  all.push(...languages.filter((language) => !all.includes(language)));
};
