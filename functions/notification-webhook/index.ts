import { databaseSeconds } from '../../shared/database/connection/clock';
import { takeToken } from '../../shared/database/operations/rate-limits';
import { answerErrors } from '../../shared/http/answer-errors';
import { bodyLimit } from '../../shared/http/body-limit';
import { guarded } from '../../shared/http/guarded';
import { routes } from '../../shared/http/routes';
import {
  BROADCAST_TRIGGER_PATH,
  NOTIFICATION_PATH,
  TEST_NOTIFICATION_PATH,
} from '../../shared/notification-api/answers';
import { ipAllowlist } from '../../shared/security/ip-allowlist';
import { memoryRateLimit, perRouteAndClient, sharedRateLimit } from '../../shared/security/rate-limit';
import { webhookSignature } from '../../shared/security/webhook-signature';
import { telegramApi } from '../../shared/telegram/api';
import { defineFunction } from '../define-function';
import { VARIABLES } from '../variables';
import { broadcastHandler } from './broadcast';
import { notificationHandler } from './handler';
import { parseNotification, parseTestNotification } from './notification';
import { datedOnce } from './perform-once';

const MAX_BODY_BYTES = 64 * 1024;
const PATHS = [NOTIFICATION_PATH, TEST_NOTIFICATION_PATH, BROADCAST_TRIGGER_PATH];

export const definition = defineFunction(
  'notificationWebhook',
  VARIABLES.notificationWebhook,
  ({ config, log, database }) => {
    const limit = { perMinute: config.RATE_LIMIT_PER_MINUTE, burst: config.RATE_LIMIT_BURST };
    const keyOf = perRouteAndClient(PATHS, config.TRUSTED_PROXY_HOPS);
    const secrets = [config.WEBHOOK_SIGNING_SECRET, config.WEBHOOK_SIGNING_SECRET_PREVIOUS ?? []].flat();
    // Rate limit, then address, then signature. Only a signed call is worth a row in the shared bucket.
    const admitted = [
      memoryRateLimit({ ...limit, keyOf }),
      ipAllowlist(config.ALLOWED_IPS.split(','), config.TRUSTED_PROXY_HOPS),
      webhookSignature({ keys: secrets, clocks: [databaseSeconds(database)] }),
      sharedRateLimit({ keyOf, take: (key) => takeToken(database, key, limit) }),
      datedOnce({ database, log }),
    ];
    const deps = { database, log, api: telegramApi(config) };
    return guarded(
      [answerErrors(log), bodyLimit(MAX_BODY_BYTES)],
      routes({
        [NOTIFICATION_PATH]: { POST: guarded(admitted, notificationHandler(deps, parseNotification)) },
        [TEST_NOTIFICATION_PATH]: {
          POST: guarded(admitted, notificationHandler(deps, parseTestNotification)),
        },
        [BROADCAST_TRIGGER_PATH]: { POST: guarded(admitted, broadcastHandler(deps)) },
      }),
    );
  },
);
