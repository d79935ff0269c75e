import type * as z from 'zod';
import { httpFetch } from '../http-client';
import { NowpaymentsError } from './nowpayments-error';
import { noAnswer, parsedJson, readAnswer } from './read-answer';

export interface NowpaymentsOptions {
  readonly apiKey: string;
  /** With its path prefix: `https://api.nowpayments.io/v1`. */
  readonly apiUrl: string;
  readonly fetch?: typeof fetch;
  readonly timeoutMs?: number;
}

export interface AskOptions {
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly body?: object;
  /** The token of a log-in, for endpoints that the API key alone does not open. */
  readonly token?: string;
  /** How long to wait for the answer, if it differs from what is usual. */
  readonly timeoutMs?: number | undefined;
}

export type Ask = ReturnType<typeof asker>;

/**
 * Calls the API: builds every URL with `URL`, reads every answer by a schema, and turns every failure into a
 * NowpaymentsError.
 */
export function asker({ apiKey, apiUrl, fetch = httpFetch, timeoutMs: usualMs = 8000 }: NowpaymentsOptions) {
  // Without the last slash, URL would replace the prefix by the endpoint.
  const root = new URL(apiUrl.replace(/\/*$/, '/'));
  return async <Schema extends z.ZodType>(
    method: 'GET' | 'POST',
    path: string,
    schema: Schema,
    { query = {}, body, token, timeoutMs = usualMs }: AskOptions = {},
  ): Promise<z.output<Schema>> => {
    const endpoint = `${method} ${path}`;
    const url = new URL(path, root);
    for (const [name, value] of Object.entries(query))
      if (value !== undefined) url.searchParams.set(name, value);
    const request: RequestInit = {
      method,
      headers: {
        'x-api-key': apiKey,
        ...(body && { 'content-type': 'application/json' }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      body: body ? JSON.stringify(body) : null,
      redirect: 'manual', // fetch would send the API key to the redirect's target.
      signal: AbortSignal.timeout(timeoutMs),
    };
    try {
      const response = await fetch(url, request);
      const answer = { endpoint, status: response.status, retryAfter: response.headers.get('retry-after') };
      return readAnswer({ ...answer, body: parsedJson(await response.text()) }, schema);
    } catch (error) {
      throw error instanceof NowpaymentsError ? error : noAnswer(endpoint, error);
    }
  };
}
