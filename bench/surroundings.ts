import { chmodSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { environmentOf, environmentOfHost, makeSecrets, type Secrets } from '../playground/environments';
import { findPort } from '../playground/find-ports';
import { startPostgres } from '../playground/postgres/start-postgres';
import { PORT_NAMES, type Ports, type Target } from '../playground/stack-types';
import { migrate, readMigrations } from '../shared/database/connection/schema/migrate';
import { buildServers, type Built } from './build-servers';
import { CHANNEL_ID } from './requests';
import { ask, endProcess, spawnNode } from './spawn-server';

/** The calls that the sink received since the last `takeSinkCalls`. */
export interface SinkCalls {
  readonly botApi: number;
  readonly nudges: number;
}

/** Everything that the measured servers need. All of it belongs to this run alone. */
export interface Surroundings {
  readonly built: Built;
  readonly sql: postgres.Sql;
  readonly postgresVersion: string;
  readonly secrets: Secrets;
  logFileOf(name: string): string;
  environmentOf(target: Target): Record<string, string>;
  /** The variables of all functions. */
  environmentOfAll(): Record<string, string>;
  takeSinkCalls(): Promise<SinkCalls>;
}

/** What has to be closed at the end, last first. */
export type Closers = (() => unknown)[];

function makeFolder(closers: Closers): string {
  const folder = mkdtempSync(join(tmpdir(), 'telepay-bench-'));
  chmodSync(folder, 0o755); // the user that Postgres runs as must be able to enter
  closers.push(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A durable database, as in production, because the cost of a commit is part of what is measured. */
async function startDatabase(folder: string, closers: Closers): Promise<{ url: string; sql: postgres.Sql }> {
  const server = await startPostgres({ dataFolder: join(folder, 'data') });
  closers.push(() => server.stop());
  await migrate(server.url, await readMigrations(join(__dirname, '../infra/migrations')));
  const sql = postgres(server.url, { max: 1, onnotice: () => undefined });
  closers.push(() => sql.end({ timeout: 5 }));
  await sql`
    insert into channels (open_channel_id, title, owner_user_id, donation_message)
    values (${CHANNEL_ID}, 'Alpha Signals', 7001, 'These notes are free. If they helped you, you can help back.')`;
  return { url: server.url, sql };
}

async function startSink(file: string, logFile: string, closers: Closers): Promise<number> {
  const port = await findPort();
  const sink = spawnNode([file, String(port)], {}, logFile);
  closers.push(() => endProcess(sink));
  const deadline = performance.now() + 10_000;
  while ((await ask(port, { method: 'GET', path: '/', headers: {}, body: '' })) !== 200) {
    if (performance.now() > deadline) throw new Error('the sink did not answer');
    await sleep(20);
  }
  return port;
}

/** Builds, starts and fills what a run needs. If it throws, `closers` has everything it started. */
export async function makeSurroundings(
  closers: Closers,
  options: { isBuilt: boolean },
): Promise<Surroundings> {
  const built = await buildServers(options);
  closers.push(() => built.remove());
  const folder = makeFolder(closers);
  const { url, sql } = await startDatabase(folder, closers);
  const logFileOf = (name: string) => join(folder, `${name}.log`);
  const sinkPort = await startSink(join(built.folderOf('sink'), 'index.cjs'), logFileOf('sink'), closers);
  const secrets = makeSecrets({});
  const [version] = await sql<{ server_version: string }[]>`show server_version`;
  // The sink answers every outgoing call.
  const ports = Object.fromEntries(PORT_NAMES.map((name) => [name, sinkPort])) as Ports;
  const extra = { RATE_LIMIT_BURST: '1000', GOOGLE_CLOUD_PROJECT: 'bench' };
  const all = { databaseUrl: url, ports, real: {}, secrets, extra };
  return {
    built,
    sql,
    postgresVersion: version?.server_version ?? '?',
    secrets,
    logFileOf,
    environmentOf: (target) => environmentOf(target, all),
    environmentOfAll: () => environmentOfHost(all),
    takeSinkCalls: async () => (await fetch(`http://127.0.0.1:${sinkPort}`)).json() as Promise<SinkCalls>,
  };
}
