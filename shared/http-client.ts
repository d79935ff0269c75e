import type { Agent, Dispatcher } from 'undici';
import { correlationId } from './logging/log-context';

type AgentModule = { default: typeof Agent };
type Ask = (this: Dispatcher, options: object) => Promise<Dispatcher.ResponseData>;
type RequestModule = { default: Ask };
/** What aborts a request: the native signal, or the look-alike that grammY brings along. */
interface SignalLike {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
}

interface Client {
  readonly dispatcher: Dispatcher;
  readonly request: Ask;
}

let loading: Promise<Client> | undefined;
const client = () => (loading ??= load());

/** The headers of a call, with the correlation id of what it is made for, so that it can be followed on the other side. */
function headersOf(given: unknown): Headers {
  const headers = new Headers(given as Record<string, string> | undefined);
  const id = correlationId();
  if (id !== undefined && !headers.has('x-correlation-id')) headers.set('x-correlation-id', id);
  return headers;
}

/**
 * `fetch` over connections that are kept. The built-in fetch is looked up at each call and given our Agent, since that is
 * the one undici that nock can stand in front of; a global dispatcher would not be seen from inside Jest.
 */
export const httpFetch: typeof fetch = async (input, init) => {
  const pooled: object = { dispatcher: (await client()).dispatcher };
  return globalThis.fetch(input, { ...init, headers: headersOf(init?.headers), ...pooled });
};

export interface LeanRequest {
  readonly method?: string | undefined;
  readonly headers?: unknown;
  readonly body?: unknown;
  readonly signal?: SignalLike | null | undefined;
}
export type LeanResponse = Pick<Response, 'ok' | 'status' | 'json' | 'text'>;

/**
 * As much of `fetch` as the hot paths need (every tap and every IPN makes such calls), over the same connections by
 * undici's own request: web streams, which fetch is made of, cost several times the CPU of all the rest.
 */
export async function leanFetch(url: string | URL, init: LeanRequest = {}): Promise<LeanResponse> {
  const { origin, pathname, search } = new URL(url);
  const { method = 'GET', body, signal } = init;
  const headers = Object.fromEntries(headersOf(init.headers));
  delete headers['connection']; // whether a connection is kept is the agent's to say
  const { dispatcher, request } = await client();
  const answer = await request.call(dispatcher, {
    origin,
    path: pathname + search,
    method,
    headers,
    body,
    signal,
  });
  const { statusCode: status } = answer;
  const text = () => answer.body.text();
  return {
    status,
    ok: status >= 200 && status < 300,
    text,
    json: async () => JSON.parse(await text()) as unknown,
  };
}

/** Behind `import()`, and not the whole of undici: 50 ms against 150 ms of a cold start that may make no call. */
async function load(): Promise<Client> {
  // @ts-expect-error undici describes its parts only at its root.
  const { default: UndiciAgent } = (await import('undici/lib/dispatcher/agent.js')) as AgentModule;
  // @ts-expect-error undici describes its parts only at its root.
  const { default: request } = (await import('undici/lib/api/api-request.js')) as RequestModule;
  const dispatcher = new UndiciAgent({
    connections: 16,
    keepAliveTimeout: 30_000,
    // Under the time limit of any function, so that a silent provider is an error here and not a kill there.
    connect: { timeout: 3_000 },
    headersTimeout: 10_000,
    bodyTimeout: 10_000,
  });
  return { dispatcher, request };
}
