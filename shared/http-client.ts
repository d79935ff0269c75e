import type { Dispatcher } from 'undici';
import { CallEnding, type Ending } from './call-ending';
import { loadOnce } from './load-once';
import { correlationId } from './logging/log-context';

/** Loaded by the first call, because a start makes none. */
const client = loadOnce(() => import('./keep-alive-client').then((module) => module.openKeepAliveClient()));

const CORRELATION_HEADER = 'x-correlation-id';

/**
 * The headers of a call, in lower case, with the correlation id of the current work, so that it can be followed on the other
 * side. As a plain object, because `Headers` checks and sorts for longer than the call takes to write.
 */
function headersOf(given: object = {}): Record<string, string> {
  const pairs = Symbol.iterator in given ? [...(given as Headers)] : Object.entries(given);
  const headers: Record<string, string> = {};
  for (const [name, value] of pairs) headers[name.toLowerCase()] = String(value);
  const id = correlationId();
  if (id !== undefined) headers[CORRELATION_HEADER] ??= id;
  return headers;
}

/**
 * `fetch` over reused connections. Looks up the built-in fetch at each call and passes it our Agent, because nock can
 * only intercept that copy of undici. A global dispatcher would not be visible inside Jest.
 */
export const httpFetch: typeof fetch = async (input, init) => {
  const pooled: object = { dispatcher: (await client()).dispatcher };
  return globalThis.fetch(input, { ...init, headers: headersOf(init?.headers), ...pooled });
};

export interface LeanRequest extends Ending {
  readonly method?: string | undefined;
  readonly headers?: object | undefined;
  readonly body?: unknown;
}
export type LeanResponse = Pick<Response, 'ok' | 'status' | 'json' | 'text'>;

const WITHOUT_EFFECT = new WeakSet<object>();

/**
 * True if a request of `leanFetch` failed and the server did nothing: it was never sent, or was answered with an error. After
 * any other failure the server may have done it.
 */
export const hadNoEffect = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && WITHOUT_EFFECT.has(error);

function markWithoutEffect(error: unknown): unknown {
  if (typeof error === 'object' && error !== null) WITHOUT_EFFECT.add(error);
  return error;
}

/** What undici's `request` gives to a dispatcher. It is called immediately before the request is written. */
interface ConnectingHandler {
  onConnect: (...args: unknown[]) => void;
}

/** A dispatcher that reports when it begins to write the request. `compose` would translate every answer twice. */
const watched = (dispatcher: Dispatcher, onSending: () => void): Pick<Dispatcher, 'dispatch'> => ({
  dispatch: (options, handler) => {
    const connecting = handler as unknown as ConnectingHandler;
    const connect = connecting.onConnect.bind(handler);
    connecting.onConnect = (...args) => {
      connect(...args);
      onSending();
    };
    return dispatcher.dispatch(options, handler);
  },
});

/**
 * The part of `fetch` that the hot paths need (every tap and every IPN makes such calls). Uses undici's own request
 * over the same connections, because the web streams of fetch cost several times the CPU of everything else. See
 * `hadNoEffect` for what a failure means.
 */
export async function leanFetch(url: string | URL, init: LeanRequest = {}): Promise<LeanResponse> {
  const { origin, pathname, search } = new URL(url);
  const { method = 'GET', body } = init;
  const headers = headersOf(init.headers);
  delete headers['connection']; // the agent decides if a connection is reused
  const { dispatcher, request } = await client();
  const ending = new CallEnding(init);
  let isSent = false;
  const sending = watched(dispatcher, () => (isSent = !ending.aborted));
  const options = { origin, path: pathname + search, method, headers, body, signal: ending };
  const answer = await request.call(sending, options).catch((error: unknown) => {
    ending.stop();
    throw isSent ? error : markWithoutEffect(error);
  });
  const { statusCode: status } = answer;
  const ok = status >= 200 && status < 300;
  const reading = <T>(read: (text: string) => T) =>
    answer.body
      .text()
      .finally(ending.stop)
      .then(read)
      .catch((error: unknown) => {
        throw ok ? error : markWithoutEffect(error);
      });
  return {
    status,
    ok,
    text: () => reading((text) => text),
    json: () => reading((text) => JSON.parse(text) as unknown),
  };
}
