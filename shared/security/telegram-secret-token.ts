import { Unauthorized } from '../errors';
import { soleHeader } from '../http/single-header';
import type { Guard, Reply, Request } from '../http/types';
import { demandSecret, isSameSecret } from './secrets';

/** Admits what Telegram sends: every update carries the secret token that `setWebhook` agreed on. */
export function telegramSecretToken(secret: string): Guard {
  demandSecret(secret, 'the Telegram secret token');
  return (next) => {
    async function demandSecretToken(request: Request): Promise<Reply> {
      const token = soleHeader(request, 'x-telegram-bot-api-secret-token');
      if (token === undefined || !isSameSecret(token, secret)) throw new Unauthorized('wrong secret token');
      return next(request);
    }
    return demandSecretToken;
  };
}
