import type { Config, ConfigName } from '../shared/config';
import { countInDatabase } from '../shared/database/operations/counters';
import { openDatabase, type Database } from '../shared/database/connection/pool';
import { withSchemaCheck } from '../shared/database/connection/schema/schema-version';
import { countRequests } from '../shared/http/count-requests';
import { logAnswers } from '../shared/http/log-answers';
import { onShutdown } from '../shared/http/server/drain';
import type { Handler, Reply, Request } from '../shared/http/types';
import { createLogger, withLogContext, type LogContext, type Logger } from '../shared/logger';
import { connectToLoggingApi } from '../shared/logging/connect-to-api';
import { apiDestination } from '../shared/logging/log-to-api';
import { traceFieldsOf } from '../shared/logging/trace-context';
import { COMMON_NAMES, type CommonName, type FunctionDefinition } from './define-function';
import type { WayToWorker } from '../shared/wake-up/wake-up';
import { giveUp } from './give-up';
import { openWaking } from './waking';

/** What the functions of one process share: one log, one pool of connections and one set of counters. */
export interface OpenProcess {
  readonly log: Logger;
  readonly database: Database;
  /** Builds a function that was chosen for this process. Its handler has all its guards. */
  readonly handlerOf: (definition: FunctionDefinition) => Handler;
}

/** The fields of every log line about this request. */
const contextOf = ({ correlationId, headers }: Request, project: string | undefined): LogContext => ({
  correlationId,
  ...traceFieldsOf(headers, project),
});

/** The logger of a process: to stdout, or to the Cloud Logging API if configured. */
function openLog(service: string, config: Config<CommonName>): Logger {
  const isToApi = config.LOG_TRANSPORT === 'api';
  const destination = isToApi
    ? apiDestination({
        connect: () => connectToLoggingApi({ projectId: String(config.GOOGLE_CLOUD_PROJECT) }),
        otherwise: (line) => void process.stdout.write(`${line}\n`),
        onFailed: (error) => log.warn('logs.api_failed', { error }),
      })
    : undefined;
  const log = createLogger({
    levels: config.LOG_LEVEL,
    service: config.K_SERVICE ?? service,
    revision: config.K_REVISION ?? 'local',
    destination,
  });
  if (destination !== undefined) onShutdown(() => destination.flush());
  return log;
}

/** A function sees its own variables, also where others of the process need more. */
const ownOf = (config: Config, names: readonly ConfigName[]): Config =>
  Object.fromEntries([...names, ...COMMON_NAMES].map((name) => [name, config[name]])) as unknown as Config;

/**
 * In one pool the shortest limit is the limit of all, because a statement that waits for a locked row keeps a connection
 * from every function.
 */
function shortestLock(definitions: readonly FunctionDefinition[]): number | undefined {
  const limits = definitions.flatMap(({ lockTimeoutMs }) => lockTimeoutMs ?? []);
  return limits.length === 0 ? undefined : Math.min(...limits);
}

/**
 * Opens what the functions of this process share. `service` names the process in logs and in the database. `config` holds
 * the variables of all of them. `inProcess` is the way to a worker in this process. Ends the process if the database's
 * schema is too old for this code.
 */
export function openProcess(
  service: string,
  config: Config,
  definitions: readonly FunctionDefinition[],
  inProcess?: WayToWorker,
): OpenProcess {
  const log = openLog(service, config);
  const pool = openDatabase(config, log, { user: service, lockTimeoutMs: shortestLock(definitions) });
  const database = withSchemaCheck(pool, {
    onTooOld: (error) => giveUp(service, error),
    onAwayAtStart: (error) => log.warn('database.away_at_start', { error }),
  });
  const { count, flush, writeIfDue } = countInDatabase(pool);
  const { wakeUp, settled } = openWaking(config, log, inProcess);
  onShutdown(settled);
  onShutdown(async () => {
    await flush();
    await pool.close();
  });
  function handlerOf({ target, names, build }: FunctionDefinition): Handler {
    const { guard, counts } = countRequests((counted) => count(`${counted}.${target}`), writeIfDue);
    const built = build({ config: ownOf(config, names), log, database, count, counts, wakeUp });
    const handler = guard(logAnswers(log)(built));
    function handleInContext(request: Request): Promise<Reply> {
      return withLogContext(contextOf(request, config.GOOGLE_CLOUD_PROJECT), () => handler(request));
    }
    return handleInContext;
  }
  return { log, database, handlerOf };
}
