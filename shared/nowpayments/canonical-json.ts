type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** An IPN is two levels deep. The bound keeps the recursion from exhausting the stack. */
const MAX_DEPTH = 32;

class TooDeep extends Error {}

/** Sorts the keys of `text`, a JSON object, at every level, as NOWPayments' own SDK signs it. */
export function sortedDeep(text: string): string | undefined {
  return unlessTooDeep(() => JSON.stringify(sorted(JSON.parse(text) as Json, (items) => items)));
}

/**
 * Like `sortedDeep`, but as the sample in NOWPayments' documentation does it: arrays become objects, `{"0": …}`. `undefined`
 * without an array, because then it is the same.
 */
export function sortedAsDocumented(text: string): string | undefined {
  if (!text.includes('[')) return undefined;
  return unlessTooDeep(() =>
    JSON.stringify(sorted(JSON.parse(text) as Json, (items) => Object.fromEntries(items.entries()))),
  );
}

/**
 * Like `sortedDeep`, for a signer that writes numbers differently from JavaScript (`1.0`, `8.3e-05`): each number keeps
 * its spelling. A letter before every string and number tells the two apart until they are written.
 */
export function sortedKeepingNumbers(text: string): string | undefined {
  const marked = text.replace(/"((?:[^"\\]+|\\.)*)"|-?\d[\d.eE+-]*/g, (token, characters?: string) =>
    characters === undefined ? `"n${token}"` : `"s${characters}"`,
  );
  return unlessTooDeep(() => written(sorted(JSON.parse(marked) as Json, (items) => items)));
}

function sorted(value: Json, arrayAs: (items: Json[]) => Json, depth = 0): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (depth > MAX_DEPTH) throw new TooDeep();
  const deeper = (item: Json): Json => sorted(item, arrayAs, depth + 1);
  if (Array.isArray(value)) return arrayAs(value.map(deeper));
  // Without a prototype, so that a key `__proto__` is an ordinary key and cannot hide from the signature.
  const result = Object.create(null) as Record<string, Json>;
  for (const [key, item] of Object.entries(value).sort(byCodeUnit)) result[key] = deeper(item);
  return result;
}

/** The order of JavaScript's own `sort()`, as the signer uses it. The order of a locale would differ. */
function byCodeUnit([a]: [string, Json], [b]: [string, Json]): number {
  return a < b ? -1 : 1;
}

function written(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(written).join(',')}]`;
  if (typeof value === 'string')
    return value.startsWith('n') ? value.slice(1) : JSON.stringify(value.slice(1));
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([key, item]) => `${JSON.stringify(key.slice(1))}:${written(item)}`,
  );
  return `{${members.join(',')}}`;
}

function unlessTooDeep(canonical: () => string): string | undefined {
  try {
    return canonical();
  } catch (error) {
    if (error instanceof TooDeep) return undefined;
    throw error;
  }
}
