import { isUtf8 } from 'node:buffer';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { sortedAsDocumented, sortedDeep, sortedKeepingNumbers } from './canonical-json';

/**
 * Checks that an IPN carries the signature that only NOWPayments and we can make: HMAC-SHA512 under the IPN secret.
 *
 * The received bytes are tried first, because NOWPayments sends its JSON already sorted, and serialising it again would
 * change numbers (`1.0`, `8.3e-05`). The other spellings serve a body that was signed sorted and arrived differently. Each
 * is an HMAC under the secret as well, so none is easier to forge. They do let one signature cover several spellings of
 * one meaning, which is why a delivery is recognised by its parsed content and never by its bytes.
 */
export function isIpnAuthentic(rawBody: Buffer, signature: string, secret: string): boolean {
  const key = keyFrom(secret);
  const hex = signature.trim();
  if (!/^[0-9a-f]{128}$/i.test(hex) || !isUtf8(rawBody)) return false;
  const text = rawBody.toString('utf8');
  if (!isJsonObject(text)) return false;

  const given = Buffer.from(hex, 'hex');
  const spellings = [() => text, sortedDeep, sortedAsDocumented, sortedKeepingNumbers];
  return spellings.some((spell) => {
    const message = spell(text);
    return message !== undefined && timingSafeEqual(hmac(message, key), given);
  });
}

/** Signs `body` unchanged. NOWPayments signs after it has sorted the keys. */
export function signIpn(body: string, secret: string): string {
  return hmac(body, keyFrom(secret)).toString('hex');
}

function hmac(message: string, key: string): Buffer {
  return createHmac('sha512', key).update(message, 'utf8').digest();
}

/**
 * Trimmed, because secrets are pasted with a line end. An empty secret is refused, because anyone could sign with it.
 */
function keyFrom(secret: string): string {
  const key = secret.trim();
  if (key === '') throw new Error('the IPN secret is empty');
  return key;
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
