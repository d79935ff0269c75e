import { http } from '@google-cloud/functions-framework';
import {
  ConfigError,
  DATABASE_NAMES,
  LOG_NAMES,
  readConfig,
  type Config,
  type ConfigName,
} from '../shared/config';
import { countInDatabase } from '../shared/database/operations/counters';
import { openDatabase, type Database } from '../shared/database/connection/pool';
import { withSchemaCheck } from '../shared/database/connection/schema-version';
import { errorReport } from '../shared/error-report';
import { countRequests, type RequestCounts } from '../shared/http/count-requests';
import { installFrontDoor, onShutdown } from '../shared/http/server/front-door';
import { logAnswers } from '../shared/http/log-answers';
import { serve } from '../shared/http/server/serve';
import type { Handler, Reply, Request } from '../shared/http/types';
import { createLogger, withLogContext, type LogContext, type Logger } from '../shared/logger';
import { connectToLoggingApi } from '../shared/logging/connect-to-api';
import { apiDestination } from '../shared/logging/log-to-api';
import { traceFieldsOf } from '../shared/logging/trace-context';
import { redact } from '../shared/redact';

type CommonName = (typeof DATABASE_NAMES)[number] | (typeof LOG_NAMES)[number];

/** What every function is built from. */
export interface FunctionContext<Name extends ConfigName> {
  readonly config: Config<Name | CommonName>;
  readonly log: Logger;
  readonly database: Database;
  /** Counts an event for all instances, if the order that it names exists. Kept in memory until it is flushed. */
  readonly count: (name: string, order?: string) => void;
  /** The requests that this instance has answered. */
  readonly counts: () => RequestCounts;
}

interface Definition<Name extends ConfigName> {
  readonly build: (context: FunctionContext<Name>) => Handler;
  /** How long its statements may wait for a row that another one holds. */
  readonly lockTimeoutMs?: number;
}

/** Ends the process with one line that says why, so that a deploy that cannot work fails, and not the first payment. */
function giveUp(target: string, error: unknown): never {
  const cause = error instanceof Error ? error : new Error(String(error));
  const { message: reason } = redact(cause) as Error;
  const isExpected =
    error instanceof ConfigError || (error instanceof Error && error.name === 'SchemaTooOld');
  const line = { severity: 'CRITICAL', message: `${target} cannot start. ${reason}` };
  console.error(
    JSON.stringify(isExpected ? line : { ...line, ...errorReport([cause], { service: target }) }),
  );
  process.exit(1);
}

/** The fields of every log line about this request. */
const contextOf = ({ correlationId, headers }: Request, project: string | undefined): LogContext => ({
  correlationId,
  ...traceFieldsOf(headers, project),
});

/** The logger of a function: to stdout, or to the Cloud Logging API if configured. */
function openLog(target: string, config: Config<CommonName>): Logger {
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
    service: config.K_SERVICE ?? target,
    revision: config.K_REVISION ?? 'local',
    destination,
  });
  if (destination !== undefined) onShutdown(() => destination.flush());
  return log;
}

function start<Name extends ConfigName>(
  target: string,
  config: Config<Name | CommonName>,
  { build, lockTimeoutMs }: Definition<Name>,
): Handler {
  const common: Config<CommonName> = config;
  const log = openLog(target, common);
  const pool = openDatabase(common, log, { user: target, lockTimeoutMs });
  const database = withSchemaCheck(pool, {
    onTooOld: (error) => giveUp(target, error),
    onAwayAtStart: (error) => log.warn('database.away_at_start', { error }),
  });
  const { count, flush, writeIfDue } = countInDatabase(pool);
  const { guard, counts } = countRequests((counted) => count(`${counted}.${target}`), writeIfDue);
  onShutdown(async () => {
    await flush();
    await pool.close();
  });
  const handler = guard(logAnswers(log)(build({ config, log, database, count, counts })));
  function handleInContext(request: Request): Promise<Reply> {
    return withLogContext(contextOf(request, common.GOOGLE_CLOUD_PROJECT), () => handler(request));
  }
  return handleInContext;
}

/**
 * Registers a function under its target name. Reads its configuration at load; if anything is missing, the process ends
 * and names it. Returns nothing that could be called without the guards.
 */
export function defineFunction<Name extends ConfigName>(
  target: string,
  names: readonly Name[],
  definition: Definition<Name> | Definition<Name>['build'],
): void {
  const defined = typeof definition === 'function' ? { build: definition } : definition;
  try {
    const ready = readConfig<Name | CommonName>([...names, ...DATABASE_NAMES, ...LOG_NAMES])
      .then((config) => start(target, config, defined))
      .catch((error: unknown) => giveUp(target, error));
    async function handleOnceReady(request: Request): Promise<Reply> {
      return (await ready)(request);
    }
    const listener = serve(handleOnceReady);
    installFrontDoor({ listener, signals: true });
    // The framework starts the server for a function that it knows. The front door calls it, not the framework.
    http(target, listener);
  } catch (error) {
    giveUp(target, error);
  }
}
