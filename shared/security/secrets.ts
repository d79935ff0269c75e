import { createHash, timingSafeEqual } from 'node:crypto';

/** Stops the start when a guard is given nothing to check against: it would otherwise admit everybody. */
export function demandSecret(secret: string, what: string): string {
  if (secret.trim() === '') throw new TypeError(`${what} must not be blank`);
  return secret;
}

/** The same for a list: at least one secret, and none of them blank. */
export function demandSecrets(secrets: readonly string[], what: string): readonly string[] {
  if (secrets.length === 0) throw new TypeError(`${what} needs at least one secret`);
  return secrets.map((secret) => demandSecret(secret, what));
}

/** Compares in constant time. Digests are compared, so not even the length shows. */
export function isSameSecret(a: string, b: string): boolean {
  return timingSafeEqual(digest(a), digest(b));
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
