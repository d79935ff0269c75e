import { PayloadTooLarge } from '../../shared/errors';
import type { Request } from '../../shared/http/types';

type Overrides = Partial<Omit<Request, 'headers' | 'rawHeaders' | 'body'>> & {
  /** A list sends the header several times. */
  headers?: Readonly<Record<string, string | readonly string[]>>;
  body?: string | Uint8Array;
};

/** A request for tests, whose `headers` and `rawHeaders` match as in Node, and whose body arrives at once. */
export function fakeRequest({ headers = {}, body = '', ...overrides }: Overrides = {}): Request {
  const rawHeaders: string[] = [];
  const joined: Record<string, string> = {};
  for (const [name, values] of Object.entries(headers)) {
    for (const value of [values].flat()) {
      rawHeaders.push(name, value);
      const key = name.toLowerCase();
      joined[key] = key in joined ? `${joined[key] ?? ''}, ${value}` : value;
    }
  }
  const bytes = Buffer.from(body as string);
  return {
    method: 'POST',
    path: '/',
    query: new URLSearchParams(),
    headers: joined,
    rawHeaders,
    body: async (maxBytes = Infinity) => {
      if (bytes.length > maxBytes) throw new PayloadTooLarge(maxBytes);
      return bytes;
    },
    remoteAddress: '203.0.113.9',
    correlationId: 'test',
    callerGoneMs: () => undefined,
    ...overrides,
  };
}
