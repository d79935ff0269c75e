import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import postgres from 'postgres';
import { readFile } from 'node:fs/promises';
import { startTemporaryPostgres, type LocalPostgres } from '../../playground/postgres/start-postgres';
import { migrate, readMigrations } from '../../shared/database/migrate';

declare global {
  var telepayTestPostgres: LocalPostgres | undefined;
}

const ROOT = join(__dirname, '../..');

/** Builds what is deployed, so that journeys run it; starts the tests' own Postgres and makes the template that every test file's database is cloned from. */
export default async function globalSetup(): Promise<void> {
  execFileSync(process.execPath, ['--import', 'tsx', 'infra/build.ts'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
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
