/** The most time zones that are offered to choose from. */
export const MOST_ZONES_OFFERED = 12;

/** Compares names of places without case, accents, and the difference between spaces, hyphens and underscores. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '_');

/** Shorter texts are in too many names. */
const SHORTEST_PART = 3;

/** From the best: the whole name, its city, another part, the start of a part, a piece of the name. */
const FITS: readonly ((name: string, typed: string) => boolean)[] = [
  (name, typed) => name === typed,
  (name, typed) => name.endsWith(`/${typed}`),
  (name, typed) => name.split('/').includes(typed),
  (name, typed) => typed.length >= SHORTEST_PART && name.split('/').some((part) => part.startsWith(typed)),
  (name, typed) => typed.length >= SHORTEST_PART && name.includes(typed),
];

/**
 * Finds the time zones that a user may mean: `Berlin`, `new york` or `São Paulo, Brazil`. Returns the names that fit best,
 * in alphabetical order; none if nothing fits.
 */
export function matchTimeZones(typed: string, names: readonly string[]): string[] {
  const wanted = plain(typed.split(',', 1)[0] ?? '');
  if (wanted === '') return [];
  for (const fits of FITS) {
    const found = names.filter((name) => fits(plain(name), wanted));
    if (found.length > 0) return found.sort();
  }
  return [];
}
