import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sparticuz from '@sparticuz/chromium';
import postgres from 'postgres';
import { startTemporaryPostgres, type LocalPostgres } from '../../playground/postgres/start-postgres';
import { migrate, readMigrations } from '../../shared/database/connection/schema/migrate';

declare global {
  var telepayTestPostgres: LocalPostgres | undefined;
}

const ROOT = join(__dirname, '../..');

/** Builds the bundles that are deployed, because journeys run them. */
async function buildBundles(): Promise<void> {
  const build = spawn(process.execPath, ['--import', 'tsx', 'infra/build.ts'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = (await once(build, 'exit')) as [number | null];
  if (code !== 0) throw new Error('the bundles could not be built');
}

/** Starts the tests' own Postgres and makes the template that every test file's database is cloned from. */
async function startPostgres(): Promise<void> {
  const server = await startTemporaryPostgres();
  globalThis.telepayTestPostgres = server;
  const sql = postgres(server.url, { max: 1 });
  await sql`create database template_telepay`;
  await sql.end();
  const url = server.url.replace(/\/postgres$/, '/template_telepay');
  await migrate(url, await readMigrations(join(ROOT, 'infra/migrations')));
  const template = postgres(url, { max: 1 });
  await template.unsafe(await readFile(join(ROOT, 'playground/postgres/clock.sql'), 'utf8'));
  await template.end();
  process.env['TEST_DATABASE_SERVER'] = server.url;
}

/**
 * Unpacks the browser from npm, once on a machine. Two test files would otherwise unpack it at the same time, and one of them
 * would start a file that the other still writes. The browser tests say so themselves if it can't be unpacked.
 */
const unpackBrowser = async (): Promise<unknown> =>
  process.env['CHROMIUM_PATH'] ?? sparticuz.executablePath().catch(() => undefined);

/** Runs for every project but `unit`, once, and only if a test of such a project was selected. */
export default async function globalSetup(): Promise<void> {
  // Without a handler, Node would end at once and leave the server and its data behind.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  const results = await Promise.allSettled([buildBundles(), startPostgres(), unpackBrowser()]);
  const failed = results.find((result) => result.status === 'rejected');
  if (failed === undefined) return;
  // Stop it here, because Jest calls no teardown after a failed setup.
  await globalThis.telepayTestPostgres?.stop();
  throw failed.reason;
}
