import { botCheck, botNameCheck } from './checks/check-bot';
import { channelsCheck, ownersCheck } from './checks/check-channels';
import { configuration } from './checks/check-configuration';
import { clockCheck, databaseCheck, schemaCheck } from './checks/check-database';
import { healthCheck, ipnAddressCheck, ipnEndpointCheck, workerCheck } from './checks/check-endpoints';
import { profileCheck } from './checks/check-profile';
import { backlogCheck, ipnHistoryCheck, putAsideCheck, removalsCheck } from './checks/check-history';
import { apiKeyCheck, logInCheck, payoutCheck } from './checks/check-nowpayments';
import { starsCheck } from './checks/check-stars';
import { scheduleCheck } from './checks/check-schedule';
import { starPricesCheck } from './checks/check-star-prices';
import { limitsCheck, protectionCheck } from './checks/check-session';
import { updatesCheck, webhookCheck } from './checks/check-webhook';
import type { Check } from './check';

/** All checks, each after those that it needs. */
export const CHECKS: readonly Check[] = [
  configuration,
  databaseCheck,
  protectionCheck,
  limitsCheck,
  clockCheck,
  schemaCheck,
  botCheck,
  botNameCheck,
  profileCheck,
  webhookCheck,
  updatesCheck,
  channelsCheck,
  ownersCheck,
  starPricesCheck,
  apiKeyCheck,
  payoutCheck,
  logInCheck,
  ipnAddressCheck,
  ipnEndpointCheck,
  ipnHistoryCheck,
  scheduleCheck,
  backlogCheck,
  putAsideCheck,
  removalsCheck,
  starsCheck,
  workerCheck,
  healthCheck,
];
