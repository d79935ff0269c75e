import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openProcess } from '../functions/open-process';
import { FUNCTION_PATHS } from '../functions/paths';
import { VARIABLES, type Target } from '../functions/variables';
import { SECOND_MS } from '../shared/domain/common/time';
import { drainServer, onDrain } from '../shared/http/server/drain';
import { createFrontServer } from '../shared/http/server/front-door';
import { serve } from '../shared/http/server/serve';
import type { Handler } from '../shared/http/types';
import type { Logger } from '../shared/logger';
import { callWorkerHere } from './call-worker';
import { loadFunctions } from './functions';
import { readSettings } from './read-settings';
import { routeByPath } from './route-by-path';
import { startTicking } from './tick';

const SERVICE = 'host';

function addressOf(server: Server): string {
  const { address, family, port } = server.address() as AddressInfo;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

/**
 * Serves the functions that the environment chooses, each at its path, in this process. Resolves with its log once it
 * listens. Rejects if the configuration is not complete or the port is taken.
 */
export async function startHost(): Promise<Logger> {
  const { targets, config } = await readSettings();
  const definitions = await loadFunctions(targets);
  const { log, handlerOf } = openProcess(SERVICE, config, definitions);
  const handlers = definitions.map((definition): [Target, Handler] => [
    definition.target,
    handlerOf(definition),
  ]);
  const listeners = Object.fromEntries(handlers.map(([target, handler]) => [target, serve(handler)]));
  const server = createFrontServer(routeByPath(listeners), {
    keepAliveTimeout: config.KEEP_ALIVE_SECONDS * SECOND_MS,
  });
  drainServer(server);
  server.listen(config.PORT, config.HOST);
  await once(server, 'listening');
  const worker = handlers.find(([target]) => target === 'worker')?.[1];
  if (worker !== undefined && config.TICK === 'on') {
    const call = callWorkerHere(worker, config.WEBHOOK_SIGNING_SECRET);
    onDrain(startTicking(() => call('{}')));
  }
  log.info('host.listening', {
    address: addressOf(server),
    functions: targets.map((target) => `${target} at ${FUNCTION_PATHS[target].join(' and ')}`),
    notServed: Object.keys(VARIABLES).filter((target) => !targets.includes(target as Target)),
    tick: config.TICK,
    connections: config.DATABASE_POOL_MAX,
  });
  return log;
}
