import type { Request } from './types';

/**
 * The value of a header that came exactly once, else `undefined`. Node joins doubled headers or drops one of them;
 * whoever checks a credential must see that there were two. `name` in lower case.
 */
export function soleHeader(request: Request, name: string): string | undefined {
  const raw = request.rawHeaders;
  let value: string | undefined;
  for (let i = 0; i + 1 < raw.length; i += 2) {
    if (raw[i]?.toLowerCase() !== name) continue;
    if (value !== undefined) return undefined;
    value = raw[i + 1];
  }
  return value;
}
