import { isUtf8 } from 'node:buffer';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { sortedAsDocumented, sortedDeep, sortedKeepingNumbers } from './canonical-json';

/**
 * The largest body whose other spellings are tried. Real IPNs have 0.6 to 2 KiB, and spelling a large one would cost a
 * stranger nothing and us a hundred times what a real IPN costs.
 */
export const MAX_RESPELLED_BYTES = 8 * 1024;

/**
 * Checks that an IPN carries the signature that only NOWPayments and we can make: HMAC-SHA512 under the IPN secret, or
 * under any of several.
 *
 * The received bytes are tried first under every secret, before anything is parsed. NOWPayments sends its JSON already
 * sorted, and serialising it again would change numbers (`1.0`, `8.3e-05`). The other spellings serve a small body that
 * was signed sorted and arrived differently. Each is an HMAC under the secret as well, so none is easier to forge. They do
 * let one signature cover several spellings of one meaning, which is why a delivery is recognized by its parsed content
 * and never by its bytes.
 */
export function isIpnAuthentic(
  rawBody: Buffer,
  signature: string,
  secrets: string | readonly string[],
): boolean {
  const keys = [secrets].flat().map(keyFrom);
  const hex = signature.trim();
  if (!/^[0-9a-f]{128}$/i.test(hex)) return false;

  const given = Buffer.from(hex, 'hex');
  const isSigned = (message: Buffer | string) =>
    keys.some((key) => timingSafeEqual(hmac(message, key), given));
  if (isSigned(rawBody)) return jsonObjectIn(rawBody) !== undefined;
  if (rawBody.length > MAX_RESPELLED_BYTES) return false;
  const text = jsonObjectIn(rawBody);
  if (text === undefined) return false;
  return [sortedDeep, sortedAsDocumented, sortedKeepingNumbers].some((spell) => {
    const message = spell(text);
    return message !== undefined && isSigned(message);
  });
}

/** Signs `body` unchanged. NOWPayments signs after it has sorted the keys. */
export function signIpn(body: string, secret: string): string {
  return hmac(body, keyFrom(secret)).toString('hex');
}

function hmac(message: Buffer | string, key: string): Buffer {
  return createHmac('sha512', key).update(message).digest();
}

/**
 * Trimmed, because secrets are pasted with a line end. An empty secret is refused, because anyone could sign with it.
 */
function keyFrom(secret: string): string {
  const key = secret.trim();
  if (key === '') throw new Error('the IPN secret is empty');
  return key;
}

/** The text of a body that is one JSON object in UTF-8, otherwise `undefined`. */
function jsonObjectIn(rawBody: Buffer): string | undefined {
  if (!isUtf8(rawBody)) return undefined;
  const text = rawBody.toString('utf8');
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? text : undefined;
  } catch {
    return undefined;
  }
}
