import { createHmac } from 'node:crypto';
import { demandSecret } from './secrets';
import { signWebhook } from './webhook-signature';

/** What a call between our own functions is for. Calls of other services are signed with the secret itself. */
export type Purpose = 'worker' | 'status';

/**
 * The key of one purpose: the 32 bytes of HMAC-SHA256 over its name, under `WEBHOOK_SIGNING_SECRET`. So a signature that
 * was made for one purpose proves nothing for another, and a function can know one key without the secret.
 */
export function purposeKey(purpose: Purpose, secret: string): Buffer {
  return createHmac('sha256', demandSecret(secret, 'the signing secret')).update(purpose).digest();
}

/** The clock of this machine, in Unix seconds. */
export const machineSeconds = (): number => Date.now() / 1000;

/** Signs a call for one purpose, now. Send exactly these bytes. */
export const signFor = (
  purpose: Purpose,
  secret: string,
  body: string,
  seconds = machineSeconds(),
): Record<string, string> => signWebhook(purposeKey(purpose, secret), body, seconds);
