const EVERYONE = '*';
/** A Telegram user id has at most 52 bits. */
const MAX_USER_ID = 2 ** 52;

const isUserId = (entry: string): boolean => /^[1-9]\d{0,15}$/.test(entry) && Number(entry) <= MAX_USER_ID;

/**
 * Reads a list of Telegram user ids, separated by commas. `*` stands for everyone; ids beside it are still named. `undefined`
 * if an entry is neither. An empty list names nobody.
 */
export function parseOwners(text: string): { isEveryone: boolean; named: number[] } | undefined {
  const entries = text
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
  const ids = entries.filter((entry) => entry !== EVERYONE);
  if (!ids.every(isUserId)) return undefined;
  return { isEveryone: ids.length < entries.length, named: ids.map(Number) };
}
