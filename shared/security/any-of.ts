import { Unauthorized } from '../errors';
import type { Guard, Reply, Request } from '../http/types';

/** A guard that names the header of its credential. */
export type CredentialGuard = Guard & { readonly header: string };

/** Marks a guard with the (lower-case) header that it reads. */
export function readsHeader(header: string, guard: Guard): CredentialGuard {
  return Object.assign(guard, { header });
}

/**
 * Admits by any one of several credentials. The first guard whose header is present decides alone, so a good credential
 * never makes up for a bad one. 401 if none of the headers is present.
 */
export function anyOf(...guards: readonly CredentialGuard[]): Guard {
  if (guards.length === 0) throw new TypeError('anyOf needs a guard');
  return (next) => {
    const checks = guards.map((guard) => ({ header: guard.header, handler: guard(next) }));
    async function demandAnyCredential(request: Request): Promise<Reply> {
      const check = checks.find(({ header }) => request.headers[header] !== undefined);
      if (!check) throw new Unauthorized('no credential of any kind');
      return check.handler(request);
    }
    return demandAnyCredential;
  };
}
