import { createHash, timingSafeEqual } from 'node:crypto';

/** A secret as text, or a key that was derived from one. */
export type SigningKey = string | Uint8Array;

/** Fails the start if a guard has nothing to check against, because it would otherwise admit everyone. */
export function demandSecret(secret: string, what: string): string {
  if (secret.trim() === '') throw new TypeError(`${what} must not be blank`);
  return secret;
}

/** Like `demandSecret`, for a key. */
export function demandKey(key: SigningKey, what: string): SigningKey {
  if (typeof key === 'string') return demandSecret(key, what);
  if (key.length === 0) throw new TypeError(`${what} must not be blank`);
  return key;
}

/** Requires at least one key, and none of them blank. */
export function demandKeys<Key extends SigningKey>(keys: readonly Key[], what: string): readonly Key[] {
  if (keys.length === 0) throw new TypeError(`${what} needs at least one secret`);
  for (const key of keys) demandKey(key, what);
  return keys;
}

/** Compares in constant time. Compares digests, so that not even the length leaks. */
export function isSameSecret(a: string, b: string): boolean {
  return timingSafeEqual(digest(a), digest(b));
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
