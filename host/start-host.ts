import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openProcess } from '../functions/open-process';
import { FUNCTION_PATHS } from '../functions/paths';
import type { Target } from '../functions/variables';
import { SECOND_MS } from '../shared/domain/common/time';
import { drainServer, onDrain } from '../shared/http/server/drain';
import { createFrontServer } from '../shared/http/server/front-door';
import { serve } from '../shared/http/server/serve';
import type { Handler } from '../shared/http/types';
import type { Logger } from '../shared/logger';
import { callWorkerHere, nudgeHere } from './call-worker';
import { loadFunctions } from './functions';
import { readSettings, type HostSettings } from './read-settings';
import { routeByPath } from './route-by-path';
import { startTicking } from './tick';

const SERVICE = 'host';

/** Builds the chosen functions. Those that wake the worker call it, if it is one of them. */
async function openFunctions({ targets, config }: HostSettings) {
  const definitions = await loadFunctions(targets);
  const handlers = new Map<Target, Handler>();
  const call = targets.includes('worker')
    ? callWorkerHere((request) => demandWorker(handlers)(request), config.WEBHOOK_SIGNING_SECRET)
    : undefined;
  const { log, handlerOf } = openProcess(SERVICE, config, definitions, call && nudgeHere(call));
  for (const definition of definitions) handlers.set(definition.target, handlerOf(definition));
  return { log, handlers, call };
}

function demandWorker(handlers: ReadonlyMap<Target, Handler>): Handler {
  const worker = handlers.get('worker');
  if (worker === undefined) throw new Error('the worker was called before it was built');
  return worker;
}

function addressOf(server: Server): string {
  const { address, family, port } = server.address() as AddressInfo;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

/**
 * Serves the functions that the environment chooses, each at its path, in this process. Resolves with its log once it
 * listens. Rejects if the configuration is not complete or the port is taken.
 */
export async function startHost(): Promise<Logger> {
  const settings = await readSettings();
  const { targets, config } = settings;
  const { log, handlers, call } = await openFunctions(settings);
  const listeners = [...handlers].map(([target, handler]) => [target, serve(handler)] as const);
  const server = createFrontServer(routeByPath(new Map(listeners)), {
    keepAliveTimeout: config.KEEP_ALIVE_SECONDS * SECOND_MS,
  });
  drainServer(server);
  server.listen(config.PORT, config.HOST);
  await once(server, 'listening');
  if (call !== undefined && config.TICK === 'on') onDrain(startTicking(() => call('{}')));
  log.info('host.listening', {
    address: addressOf(server),
    functions: targets.map((target) => `${target} at ${FUNCTION_PATHS[target].join(' and ')}`),
    tick: config.TICK,
    connections: config.DATABASE_POOL_MAX,
  });
  return log;
}
