import { openProcess } from '../functions/open-process';
import { FUNCTION_PATHS } from '../functions/paths';
import type { Target } from '../functions/variables';
import { onDrain } from '../shared/http/server/drain';
import { serve } from '../shared/http/server/serve';
import type { Handler } from '../shared/http/types';
import { callWorkerHere, nudgeHere } from './call-worker';
import { endOnDefects } from './end-on-defects';
import { DEFINITIONS } from './functions';
import { openServer } from './open-server';
import { readSettings, type HostSettings } from './read-settings';
import { routeByPath } from './route-by-path';
import { startTicking } from './tick';

const SERVICE = 'host';

/** Builds the chosen functions. Those that wake the worker call it, if it is one of them. */
function openFunctions({ targets, config }: HostSettings) {
  const definitions = targets.map((target) => DEFINITIONS[target]);
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

/**
 * Serves the functions that the environment chooses, each at its path, in this process. Resolves once it listens.
 * Rejects if the configuration is not complete or the port is taken.
 */
export async function startHost(): Promise<void> {
  const settings = await readSettings();
  const { targets, config } = settings;
  const { log, handlers, call } = openFunctions(settings);
  endOnDefects(log);
  const listeners = [...handlers].map(([target, handler]) => [target, serve(handler)] as const);
  const address = await openServer(routeByPath(new Map(listeners)), config);
  if (call !== undefined && config.TICK === 'on') onDrain(startTicking(() => call('{}')));
  log.info('host.listening', {
    address,
    functions: targets.map((target) => `${target} at ${FUNCTION_PATHS[target].join(' and ')}`),
    tick: config.TICK,
    connections: config.DATABASE_POOL_MAX,
  });
}
