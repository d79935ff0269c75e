import { databaseSeconds } from '../../shared/database/connection/clock';
import { answerErrors } from '../../shared/http/answer-errors';
import { bodyLimit } from '../../shared/http/body-limit';
import { guarded } from '../../shared/http/guarded';
import { onlyMethod } from '../../shared/http/only-method';
import { isDraining } from '../../shared/http/server/drain';
import { nowpaymentsClient } from '../../shared/nowpayments/client';
import { anyOf } from '../../shared/security/any-of';
import { googleOidc } from '../../shared/security/google-oidc';
import { machineSeconds, purposeKey } from '../../shared/security/purpose-keys';
import { webhookSignature } from '../../shared/security/webhook-signature';
import { telegramApi } from '../../shared/telegram/api';
import { defineFunction } from '../define-function';
import { VARIABLES } from '../variables';
import { workerHandler } from './handler';

const MAX_BODY_BYTES = 64 * 1024;

export const definition = defineFunction('worker', VARIABLES.worker, ({ config, log, database, wakeUp }) => {
  const secrets = [config.WEBHOOK_SIGNING_SECRET, config.WEBHOOK_SIGNING_SECRET_PREVIOUS ?? []].flat();
  const nudges = webhookSignature({
    keys: secrets.map((secret) => purposeKey('worker', secret)),
    clocks: [machineSeconds, databaseSeconds(database)],
    demandsTimestamp: true,
  });
  // The tokens of the scheduler and the queue are issued for the address that they call, which is the worker's own.
  const scheduler =
    config.WORKER_INVOKER_EMAIL === undefined
      ? []
      : [googleOidc({ audience: config.WORKER_URL, serviceAccountEmail: config.WORKER_INVOKER_EMAIL })];
  const nowpayments = nowpaymentsClient({
    apiKey: config.NOWPAYMENTS_API_KEY,
    apiUrl: config.NOWPAYMENTS_API_URL,
    account:
      config.NOWPAYMENTS_EMAIL !== undefined && config.NOWPAYMENTS_PASSWORD !== undefined
        ? { email: config.NOWPAYMENTS_EMAIL, password: config.NOWPAYMENTS_PASSWORD }
        : undefined,
  });
  return guarded(
    [answerErrors(log), onlyMethod('POST'), bodyLimit(MAX_BODY_BYTES), anyOf(nudges, ...scheduler)],
    workerHandler({
      database,
      log,
      api: telegramApi(config),
      botUsername: config.TELEGRAM_BOT_USERNAME,
      owners: config.OWNERS,
      starsFor: config.STARS_FOR,
      nowpayments,
      payoutCurrency: config.NOWPAYMENTS_PAYOUT_CURRENCY,
      ipnCallbackUrl: config.NOWPAYMENTS_IPN_CALLBACK_URL,
      webhookUrl: config.TELEGRAM_WEBHOOK_URL,
      isEnding: isDraining,
      nudgeBulk: () => wakeUp('bulk'),
      nudgeMinimums: () => wakeUp('minimums'),
      keepQueueAwake: config.CLOUD_TASKS_QUEUE === undefined ? undefined : () => wakeUp('daily'),
    }),
  );
});
