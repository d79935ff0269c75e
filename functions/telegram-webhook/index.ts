import { answerErrors } from '../../shared/http/answer-errors';
import { bodyLimit } from '../../shared/http/body-limit';
import { guarded } from '../../shared/http/guarded';
import { onlyMethod } from '../../shared/http/only-method';
import { tokenBuckets } from '../../shared/security/rate-limit';
import { telegramSecretToken } from '../../shared/security/telegram-secret-token';
import { telegramApi } from '../../shared/telegram/api';
import { defineFunction } from '../define-function';
import { VARIABLES } from '../variables';
import { telegramWebhookHandler } from './handler';

// No human taps this fast. Answered 200 with a friendly text, because Telegram would only repeat a refused update.
const PER_USER = { perMinute: 120, burst: 240 };

// A refused update would come back for a day and block its chat, so the limit is generous.
const MAX_BODY_BYTES = 1024 * 1024;

export const definition = defineFunction(
  'telegramWebhook',
  VARIABLES.telegramWebhook,
  ({ config, log, database, count, wakeUp }) => {
    const api = telegramApi(config);
    const takeFor = tokenBuckets(PER_USER);
    return guarded(
      [
        answerErrors(log),
        onlyMethod('POST'),
        bodyLimit(MAX_BODY_BYTES),
        telegramSecretToken(config.TELEGRAM_WEBHOOK_SECRET),
      ],
      telegramWebhookHandler({
        database,
        isFlooding: (userId) => takeFor(String(userId)) > 0,
        count,
        log,
        api,
        asking: api,
        owners: config.OWNERS,
        starsFor: config.STARS_FOR,
        botUsername: config.TELEGRAM_BOT_USERNAME,
        // A bot's token begins with its id: https://core.telegram.org/bots/api#authorizing-your-bot
        botId: Number(config.TELEGRAM_BOT_TOKEN.split(':')[0]),
        wakeUp,
      }),
    );
  },
);
