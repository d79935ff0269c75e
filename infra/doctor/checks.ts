import { botCheck, botNameCheck } from './check-bot';
import { channelsCheck, ownersCheck } from './check-channels';
import { configuration } from './check-configuration';
import { clockCheck, databaseCheck, schemaCheck } from './check-database';
import { healthCheck, ipnAddressCheck, ipnDoorCheck, workerCheck } from './check-doors';
import { backlogCheck, ipnHistoryCheck, putAsideCheck } from './check-history';
import { apiKeyCheck, logInCheck, payoutCheck } from './check-nowpayments';
import { updatesCheck, webhookCheck } from './check-webhook';
import type { Check } from './check';

/** Everything the doctor asks, each after what it needs. */
export const CHECKS: readonly Check[] = [
  configuration,
  databaseCheck,
  clockCheck,
  schemaCheck,
  botCheck,
  botNameCheck,
  webhookCheck,
  updatesCheck,
  channelsCheck,
  ownersCheck,
  apiKeyCheck,
  payoutCheck,
  logInCheck,
  ipnAddressCheck,
  ipnDoorCheck,
  ipnHistoryCheck,
  backlogCheck,
  putAsideCheck,
  workerCheck,
  healthCheck,
];
