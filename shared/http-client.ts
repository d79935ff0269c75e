import type { Agent, Dispatcher } from 'undici';
import { correlationId } from './logging/log-context';

type AgentModule = { default: typeof Agent };
type Ask = (this: Dispatcher, options: object) => Promise<Dispatcher.ResponseData>;
type RequestModule = { default: Ask };
/** Aborts a request: the native signal, or the polyfill of grammY. */
interface SignalLike {
  readonly aborted: boolean;
  readonly reason?: unknown;
  addEventListener(type: 'abort', listener: () => void): void;
}

interface Client {
  readonly dispatcher: Dispatcher;
  readonly request: Ask;
}

let loading: Promise<Client> | undefined;
const client = () => (loading ??= load());

/** The headers of a call, with the correlation id of the current work, so that it can be followed on the other side. */
function headersOf(given: unknown): Headers {
  const headers = new Headers(given as Record<string, string> | undefined);
  const id = correlationId();
  if (id !== undefined && !headers.has('x-correlation-id')) headers.set('x-correlation-id', id);
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

export interface LeanRequest {
  readonly method?: string | undefined;
  readonly headers?: unknown;
  readonly body?: unknown;
  readonly signal?: SignalLike | null | undefined;
  /** The whole call, with the body of the answer. Without it only `signal` ends a call. */
  readonly timeoutMs?: number | undefined;
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

/** Ends with the given signal or after the time limit, whichever is first. */
function endingOf({ signal, timeoutMs }: LeanRequest): { signal: AbortSignal; stop: () => void } {
  const controller = new AbortController();
  const end = () => controller.abort(signal?.reason);
  if (signal?.aborted === true) end();
  else signal?.addEventListener('abort', end);
  const timer =
    timeoutMs === undefined
      ? undefined
      : setTimeout(() => {
          controller.abort(new DOMException(`no answer within ${timeoutMs} ms`, 'TimeoutError'));
        }, timeoutMs);
  return { signal: controller.signal, stop: () => clearTimeout(timer) };
}

/** A dispatcher that reports when it begins to write the request. undici calls `onRequestStart` immediately before that. */
const watched = (dispatcher: Dispatcher, onSending: () => void): Dispatcher =>
  dispatcher.compose((dispatch) => (options, handler) => {
    const start = handler.onRequestStart?.bind(handler);
    handler.onRequestStart = (controller, context) => {
      start?.(controller, context);
      onSending();
    };
    return dispatch(options, handler);
  });

/**
 * The part of `fetch` that the hot paths need (every tap and every IPN makes such calls). Uses undici's own request
 * over the same connections, because the web streams of fetch cost several times the CPU of everything else. See
 * `hadNoEffect` for what a failure means.
 */
export async function leanFetch(url: string | URL, init: LeanRequest = {}): Promise<LeanResponse> {
  const { origin, pathname, search } = new URL(url);
  const { method = 'GET', body } = init;
  const headers = Object.fromEntries(headersOf(init.headers));
  delete headers['connection']; // the agent decides if a connection is reused
  const { dispatcher, request } = await client();
  const { signal, stop } = endingOf(init);
  let isSent = false;
  const sending = watched(dispatcher, () => (isSent = !signal.aborted));
  const options = { origin, path: pathname + search, method, headers, body, signal };
  const answer = await request.call(sending, options).catch((error: unknown) => {
    stop();
    throw isSent ? error : markWithoutEffect(error);
  });
  const { statusCode: status } = answer;
  const ok = status >= 200 && status < 300;
  const reading = <T>(read: (text: string) => T) =>
    answer.body
      .text()
      .finally(stop)
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

/** Imports only parts of undici, and on demand: 50 ms instead of 150 ms of a cold start that may make no call. */
async function load(): Promise<Client> {
  // @ts-expect-error undici describes its parts only at its root.
  const { default: UndiciAgent } = (await import('undici/lib/dispatcher/agent.js')) as AgentModule;
  // @ts-expect-error undici describes its parts only at its root.
  const { default: request } = (await import('undici/lib/api/api-request.js')) as RequestModule;
  const dispatcher = new UndiciAgent({
    connections: 16,
    keepAliveTimeout: 30_000,
    // Every caller sets its own, shorter time limit. These are below the time limit of any function, so that a silent
    // provider causes an error here before the function is killed.
    connect: { timeout: 3_000 },
    headersTimeout: 45_000,
    bodyTimeout: 45_000,
  });
  return { dispatcher, request };
}
