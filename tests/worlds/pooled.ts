import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { DATABASE_NAMES, readConfig } from '../../shared/config';
import { openDatabase } from '../../shared/database/connection/pool';
import { silentLogger } from '../../shared/logger';
import { startPgbouncer } from '../support/pgbouncer';
import { runCommandLine } from '../support/run-command-line';
import { createTestDatabase } from '../support/test-database';
import { startWorld } from './journey';

/** A database behind PgBouncer, migrated as an operator does, and the functions, with a login that owns nothing. */
export async function startPooled() {
  const own = await createTestDatabase();
  const login = `pooled_${randomBytes(4).toString('hex')}`;
  const admin = postgres(own.url, { max: 1 });
  await admin.unsafe(`create role ${login} login`);
  const pooler = await startPgbouncer(own.url, ['postgres', login]);
  const environment = {
    DATABASE_URL: pooler.through(own.url.replace('postgres@', `${login}@`)),
    DATABASE_POOLER: 'transaction',
  };
  const variables = { ...environment, DATABASE_DIRECT_URL: own.url };
  const migrated = await runCommandLine('infra/migrate.ts', [], variables);
  const world = await startWorld({ databaseUrl: own.url, environment });
  const config = await readConfig(DATABASE_NAMES, environment);
  const pool = openDatabase(config, silentLogger, { lockTimeoutMs: 1 });
  return {
    own,
    login,
    pooler,
    variables,
    config,
    pool,
    migrated,
    world,
    close: async () => {
      await pool.close();
      await world.close();
      await pooler.close();
      await admin.unsafe(`drop owned by ${login}; drop role ${login}`);
      await admin.end();
      await own.close();
    },
  };
}
