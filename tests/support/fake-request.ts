import type { Request } from '../../shared/http/types';

type Overrides = Partial<Omit<Request, 'headers' | 'rawHeaders' | 'rawBody'>> & {
  /** A list sends the header several times. */
  headers?: Readonly<Record<string, string | readonly string[]>>;
  body?: string | Uint8Array;
};

/** A request for tests, whose `headers` and `rawHeaders` match as in Node. */
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
  return {
    method: 'POST',
    path: '/',
    query: new URLSearchParams(),
    headers: joined,
    rawHeaders,
    rawBody: Buffer.from(body as string),
    remoteAddress: '203.0.113.9',
    correlationId: 'test',
    ...overrides,
  };
}
