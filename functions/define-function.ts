import { http } from '@google-cloud/functions-framework';
import {
  ConfigError,
  DATABASE_NAMES,
  LOG_NAMES,
  readConfig,
  type Config,
  type ConfigName,
} from '../shared/config';
import { countInDatabase } from '../shared/database/counters';
import { openDatabase, type Database } from '../shared/database/pool';
import { withSchemaCheck } from '../shared/database/schema-version';
import { countRequests, type RequestCounts } from '../shared/http/count-requests';
import { installFrontDoor, onShutdown } from '../shared/http/front-door';
import { withoutDomains } from '../shared/http/without-domains';
import { serve } from '../shared/http/serve';
import type { Handler, Request } from '../shared/http/types';
import { redact } from '../shared/redact';
import { createLogger, withLogContext, type LogContext, type Logger } from '../shared/logger';

type CommonName = (typeof DATABASE_NAMES)[number] | (typeof LOG_NAMES)[number];

/** What every function is given to build itself from. */
export interface Started<Name extends ConfigName> {
  readonly config: Config<Name | CommonName>;
  readonly log: Logger;
  readonly database: Database;
  /** Counts something for all instances, in memory. */
  readonly count: (name: string) => void;
  /** What this instance has answered. */
  readonly counts: () => RequestCounts;
}

/** Ends the process with one line that says why: a deploy that cannot work must fail, not the first payer. */
function giveUp(target: string, error: unknown): never {
  const { message: reason, stack } = redact(
    error instanceof Error ? error : new Error(String(error)),
  ) as Error;
  const isExpected =
    error instanceof ConfigError || (error instanceof Error && error.name === 'SchemaTooOld');
  const line = { severity: 'CRITICAL', message: `${target} cannot start. ${reason}` };
  console.error(JSON.stringify(isExpected ? line : { ...line, stack }));
  process.exit(1);
}

const TRACE = /^([0-9a-f]{32})\//i;

/** https://cloud.google.com/trace/docs/trace-context: the header that the platform sets on every request. */
function contextOf(request: Request, project: string | undefined): LogContext {
  const header = request.headers['x-cloud-trace-context'];
  const trace = typeof header === 'string' ? TRACE.exec(header)?.[1] : undefined;
  const { correlationId } = request;
  return trace && project
    ? { correlationId, trace: `projects/${project}/traces/${trace}` }
    : { correlationId };
}

function start<Name extends ConfigName>(
  target: string,
  config: Config<Name | CommonName>,
  build: (started: Started<Name>) => Handler,
): Handler {
  const common: Config<CommonName> = config;
  const log = createLogger({ level: common.LOG_LEVEL, service: common.K_SERVICE ?? target });
  const pool = openDatabase(common, log, target);
  const database = withSchemaCheck(pool, {
    onTooOld: (error) => giveUp(target, error),
    onAwayAtStart: (error) => log.warn('database.away_at_start', { error }),
  });
  const { count, flush } = countInDatabase(database);
  const { guard, counts } = countRequests((counted) => count(`${counted}.${target}`));
  onShutdown(async () => {
    await flush();
    await pool.close();
  });
  const handler = guard(build({ config, log, database, count, counts }));
  return (request) => withLogContext(contextOf(request, common.GOOGLE_CLOUD_PROJECT), () => handler(request));
}

/**
 * Registers a function under its target name. Its configuration is read at load: whatever is missing ends the process
 * there, named. Returns nothing that could be called without the guards.
 */
export function defineFunction<Name extends ConfigName>(
  target: string,
  names: readonly Name[],
  build: (started: Started<Name>) => Handler,
): void {
  installFrontDoor({ signals: true });
  withoutDomains();
  try {
    const ready = readConfig<Name | CommonName>([...names, ...DATABASE_NAMES, ...LOG_NAMES])
      .then((config) => start(target, config, build))
      .catch((error: unknown) => giveUp(target, error));
    http(
      target,
      serve(async (request) => (await ready)(request)),
    );
  } catch (error) {
    giveUp(target, error);
  }
}
