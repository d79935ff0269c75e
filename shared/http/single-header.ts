import type { Request } from './types';

/**
 * The value of a header that came exactly once, otherwise `undefined`. Node joins repeated headers or drops one of
 * them, but the check of a credential must notice that there were two. `name` in lower case.
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
