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
  /** The token of somebody who has logged in, where the API key alone is not enough. */
  readonly token?: string;
}

export type Ask = ReturnType<typeof asker>;

/** Asks the API: every URL built by `URL`, every answer read by a schema, every failure a NowpaymentsError. */
export function asker({ apiKey, apiUrl, fetch = httpFetch, timeoutMs = 8000 }: NowpaymentsOptions) {
  // Without the last slash, URL would put the endpoint in place of the prefix.
  const root = new URL(apiUrl.replace(/\/*$/, '/'));
  return async <Schema extends z.ZodType>(
    method: 'GET' | 'POST',
    path: string,
    schema: Schema,
    { query = {}, body, token }: AskOptions = {},
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
      redirect: 'manual', // fetch would carry the API key along to wherever it is sent.
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
