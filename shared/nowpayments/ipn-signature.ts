import { isUtf8 } from 'node:buffer';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { sortedAsDocumented, sortedDeep, sortedKeepingNumbers } from './canonical-json';

/**
 * Whether an IPN carries the signature that only NOWPayments and we can make: HMAC-SHA512 under the IPN secret.
 *
 * The bytes as they came are tried first, since NOWPayments sends its JSON already sorted, and re-serialising changes
 * numbers (`1.0`, `8.3e-05`). The spellings after that serve a body that was signed sorted and arrived otherwise; each
 * is an HMAC under the secret too, so none is easier to forge. They do let one signature cover several spellings of
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

/** Signs `body` as it stands, as NOWPayments does once it has sorted the keys. */
export function signIpn(body: string, secret: string): string {
  return hmac(body, keyFrom(secret)).toString('hex');
}

function hmac(message: string, key: string): Buffer {
  return createHmac('sha512', key).update(message, 'utf8').digest();
}

/** Trimmed, since a secret is pasted with its line end. With an empty one anybody could sign, so that is refused. */
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
