import type { Resource, Store } from './store';

export interface GoogleWorld {
  readonly store: Store;
  readonly project: string;
  readonly projectNumber: string;
}

export interface Call {
  readonly method: string;
  readonly url: URL;
  readonly body: unknown;
}

export interface Reply {
  readonly status: number;
  readonly body?: unknown;
}

export type Answer = (world: GoogleWorld, call: Call, parts: readonly string[]) => Reply;
/** A method, a pattern for host and path, and the answer. The first match wins. */
export type Exception = readonly [method: string, pattern: RegExp, reply: Answer];

export const PROJECT = 'telepay-test';
export const PROJECT_NUMBER = '123456789012';

export const ok = (body: unknown): Reply => ({ status: 200, body });

export const notFound = (name: string): Reply => ({
  status: 404,
  body: { error: { code: 404, status: 'NOT_FOUND', message: `${name} was not found` } },
});

/** A long-running operation that is already done. */
export const operation = (response: unknown, metadata: Resource = {}): Reply =>
  ok({
    name: 'projects/telepay-test/locations/europe-west1/operations/done',
    done: true,
    response,
    metadata,
  });

export const fields = (value: unknown): Resource =>
  typeof value === 'object' && value !== null ? (value as Resource) : {};
