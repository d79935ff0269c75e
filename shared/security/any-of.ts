import { Unauthorized } from '../errors';
import type { Guard, Reply, Request } from '../http/types';

/** A guard that knows which header brings its credential. */
export type CredentialGuard = Guard & { readonly header: string };

/** Marks a guard with the (lower-case) header that it reads. */
export function readsHeader(header: string, guard: Guard): CredentialGuard {
  return Object.assign(guard, { header });
}

/**
 * Admits by any one of several credentials. The first guard whose header is there decides alone: a bad credential of
 * one kind is not excused by a good one of another. Without any of the headers it is 401.
 */
export function anyOf(...guards: readonly CredentialGuard[]): Guard {
  if (guards.length === 0) throw new TypeError('anyOf needs a guard');
  return (next) => {
    const doors = guards.map((guard) => ({ header: guard.header, handler: guard(next) }));
    async function demandAnyCredential(request: Request): Promise<Reply> {
      const door = doors.find(({ header }) => request.headers[header] !== undefined);
      if (!door) throw new Unauthorized('no credential of any kind');
      return door.handler(request);
    }
    return demandAnyCredential;
  };
}
