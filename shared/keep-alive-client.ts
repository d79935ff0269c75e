// @ts-expect-error undici describes its parts only at its root.
import UndiciAgent from 'undici/lib/dispatcher/agent.js';
// @ts-expect-error undici describes its parts only at its root.
import undiciRequest from 'undici/lib/api/api-request.js';
import type { Agent, Dispatcher } from 'undici';

type Ask = (this: Pick<Dispatcher, 'dispatch'>, options: object) => Promise<Dispatcher.ResponseData>;

/** The connections to other servers, which are kept for further calls, and how to call over them. */
export interface KeepAliveClient {
  readonly dispatcher: Dispatcher;
  readonly request: Ask;
}

/** Made of two parts of undici, because the whole takes three times as long to load. */
export function openKeepAliveClient(): KeepAliveClient {
  const dispatcher = new (UndiciAgent as typeof Agent)({
    connections: 16,
    keepAliveTimeout: 30_000,
    // Every caller sets its own, shorter time limit. These are below the time limit of any function, so that a silent
    // provider causes an error here before the function is killed.
    connect: { timeout: 3_000 },
    headersTimeout: 45_000,
    bodyTimeout: 45_000,
  });
  return { dispatcher, request: undiciRequest as Ask };
}
