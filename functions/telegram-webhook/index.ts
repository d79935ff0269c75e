import { httpFetch } from '../../shared/http-client';
import { answerErrors } from '../../shared/http/answer-errors';
import { bodyLimit } from '../../shared/http/body-limit';
import { guarded } from '../../shared/http/guarded';
import { onlyMethod } from '../../shared/http/only-method';
import { nudgeWorker } from '../../shared/security/nudge-worker';
import { telegramSecretToken } from '../../shared/security/telegram-secret-token';
import { telegramApi } from '../../shared/telegram/api';
import { defineFunction } from '../define-function';
import { telegramWebhookHandler } from './handler';

const NAMES = [
  'TELEGRAM_BOT_TOKEN',
  'TELEGRAM_BOT_USERNAME',
  'TELEGRAM_WEBHOOK_SECRET',
  'TELEGRAM_API_ROOT',
  'WORKER_URL',
  'WEBHOOK_SIGNING_SECRET',
] as const;

// A refused update would come back for a day and block its chat, so this door is wide.
const MAX_BODY_BYTES = 1024 * 1024;

defineFunction('telegramWebhook', NAMES, ({ config, log, database }) =>
  guarded(
    [
      answerErrors(log),
      onlyMethod('POST'),
      bodyLimit(MAX_BODY_BYTES),
      telegramSecretToken(config.TELEGRAM_WEBHOOK_SECRET),
    ],
    telegramWebhookHandler({
      database,
      log,
      api: telegramApi(config),
      botUsername: config.TELEGRAM_BOT_USERNAME,
      nudge: nudgeWorker({
        url: config.WORKER_URL,
        secret: config.WEBHOOK_SIGNING_SECRET,
        fetch: httpFetch,
        log,
      }),
    }),
  ),
);
