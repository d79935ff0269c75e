import { answerErrors } from '../../shared/http/answer-errors';
import { bodyLimit, receiveBody } from '../../shared/http/body-limit';
import { guarded } from '../../shared/http/guarded';
import { routes } from '../../shared/http/routes';
import { databaseSeconds } from '../../shared/database/connection/clock';
import { bearerKey } from '../../shared/security/bearer-key';
import { credentialOrAddress } from '../../shared/security/credential-or-address';
import { clientAddress } from '../../shared/security/client-address';
import { isAllowlistDisabled } from '../../shared/security/ip-allowlist';
import { machineSeconds } from '../../shared/security/purpose-keys';
import { memoryRateLimit, perRouteAndClient } from '../../shared/security/rate-limit';
import { webhookSignature } from '../../shared/security/webhook-signature';
import { defineFunction } from '../define-function';
import { VARIABLES } from '../variables';
import { healthHandler, statusHandler } from './handler';
import { describeConfiguration } from './readiness';

// Open to everyone, so it allows uptime checks from many places and refuses a flood.
const LIMIT = { perMinute: 120, burst: 60 };
const MAX_BODY_BYTES = 1024;

export const definition = defineFunction('health', VARIABLES.health, ({ config, log, database, counts }) => {
  const ranges = config.ALLOWED_IPS.split(',');
  const keys = [config.STATUS_KEY ?? [], config.STATUS_KEY_PREVIOUS ?? []].flat();
  const knownCallers = credentialOrAddress({
    credentials:
      keys.length === 0
        ? []
        : [
            webhookSignature({
              keys: keys.map((key) => Buffer.from(key, 'hex')),
              clocks: [machineSeconds, databaseSeconds(database)],
              demandsTimestamp: true,
            }),
            bearerKey(keys),
          ],
    ranges,
    trustedProxyHops: config.TRUSTED_PROXY_HOPS,
  });
  const deps = {
    database,
    service: config.K_SERVICE ?? 'health',
    version: config.K_REVISION ?? 'local',
    isAllowlistDisabled: isAllowlistDisabled(ranges),
    configuration: describeConfiguration(config, isAllowlistDisabled(ranges)),
    now: performance.now.bind(performance),
  };
  const limited = memoryRateLimit({
    ...LIMIT,
    keyOf: perRouteAndClient(['/health', '/status'], config.TRUSTED_PROXY_HOPS),
  });
  return guarded(
    [answerErrors(log), bodyLimit(MAX_BODY_BYTES), limited],
    routes({
      '/health': { GET: guarded([receiveBody()], healthHandler(deps)) },
      '/status': {
        GET: guarded(
          [knownCallers, receiveBody()],
          statusHandler({
            ...deps,
            counts,
            targets: Object.keys(VARIABLES),
            clientAddressOf: (request) => clientAddress(request, config.TRUSTED_PROXY_HOPS),
          }),
        ),
      },
    }),
  );
});
