import postgres from 'postgres';
import { DATABASE_NAMES, readConfig } from '../../shared/config';
import { openDatabase, type Database } from '../../shared/database/connection/pool';
import { foldFigures } from '../../shared/database/reports/figures/fold-figures';
import { markHistory } from '../../shared/database/reports/figures/mark-history';
import { silentLogger } from '../../shared/logger';
import { signFor } from '../../shared/security/purpose-keys';
import { spawnServer, type HttpCall, type SpawnedServer } from '../spawn-server';
import type { Closers, Surroundings } from '../surroundings';
import { fillSales } from './fill-sales';
import { prepareRequests, type ScaleRequest } from './scale-requests';

const FOLDERS = { telegramWebhook: 'telegram-webhook', paymentIpn: 'payment-ipn', worker: 'worker' } as const;

type FirstRequest = Pick<HttpCall, 'headers' | 'body'>;

/** A database with so many orders, and the functions that work on it. */
export interface ScaleDatabase {
  readonly orders: number;
  readonly sql: postgres.Sql;
  readonly database: Database;
  readonly servers: Readonly<Record<ScaleRequest['function'], SpawnedServer>>;
}

export interface ScaleEffort {
  readonly orders: number;
  /** How many requests of each kind there will be. */
  readonly times: number;
  readonly requests: readonly ScaleRequest[];
  readonly say: (line: string) => void;
}

/** Copies the empty database of the run. Returns the URL of the copy. */
export async function copyDatabase(around: Surroundings, name: string): Promise<string> {
  const url = new URL(around.environmentOf('worker')['DATABASE_URL'] ?? '');
  const empty = url.pathname.slice(1);
  const admin = postgres(new URL('/template1', url).href, { max: 1, onnotice: () => undefined });
  // Nobody may be connected to what is copied. The connection of the run opens again when it is used.
  await admin`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${empty}`;
  await admin`create database ${admin(name)} template ${admin(empty)}`;
  await admin.end();
  return new URL(`/${name}`, url).href;
}

/** Copies the empty database of the run, fills the copy and starts its functions. */
export async function openScaleDatabase(
  around: Surroundings,
  closers: Closers,
  { orders, times, requests, say }: ScaleEffort,
): Promise<ScaleDatabase> {
  const name = `scale_${orders}`;
  const url = await copyDatabase(around, name);
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  closers.push(() => sql.end({ timeout: 5 }));
  const startedAt = performance.now();
  await fillSales(sql, { orders, say });
  await prepareRequests(sql, times + 1);
  const config = await readConfig(DATABASE_NAMES, { DATABASE_URL: url });
  const database = openDatabase(config, silentLogger);
  closers.push(() => database.close());
  while (await markHistory(database));
  const quarters = await foldFigures(database);
  await sql`vacuum (analyze)`;
  await sql`checkpoint`;
  say(
    `${orders} orders and ${quarters} summed quarters in ${Math.round((performance.now() - startedAt) / 1000)} s`,
  );
  const start = async (
    target: keyof typeof FOLDERS,
    first: FirstRequest,
    extra: Record<string, string> = {},
  ) => {
    const server = await spawnServer({
      source: around.built.folderOf(FOLDERS[target]),
      target,
      environment: { ...around.environmentOf(target), ...extra, DATABASE_URL: url },
      logFile: around.logFileOf(`${name}-${target}`),
      firstCall: { method: 'POST', path: '/', ...first },
    });
    closers.push(() => server.stop());
    return server;
  };
  // Draws the pages that the webhook has no time for.
  const headers = { ...signFor('worker', around.secrets.signingSecret, '{}') };
  const worker = await start('worker', { headers, body: '{}' });
  const nudging = (target: ScaleRequest['function']) => {
    const first = requests.find((request) => request.function === target);
    if (first === undefined) throw new Error(`nothing is asked of ${target}`);
    return start(target, first.request(times), { WORKER_URL: worker.url });
  };
  return {
    orders,
    sql,
    database,
    servers: { telegramWebhook: await nudging('telegramWebhook'), paymentIpn: await nudging('paymentIpn') },
  };
}
