import { createHash, timingSafeEqual } from 'node:crypto';

/** Fails the start if a guard has nothing to check against, because it would otherwise admit everyone. */
export function demandSecret(secret: string, what: string): string {
  if (secret.trim() === '') throw new TypeError(`${what} must not be blank`);
  return secret;
}

/** Requires at least one secret, and none of them blank. */
export function demandSecrets(secrets: readonly string[], what: string): readonly string[] {
  if (secrets.length === 0) throw new TypeError(`${what} needs at least one secret`);
  return secrets.map((secret) => demandSecret(secret, what));
}

/** Compares in constant time. Compares digests, so that not even the length leaks. */
export function isSameSecret(a: string, b: string): boolean {
  return timingSafeEqual(digest(a), digest(b));
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
