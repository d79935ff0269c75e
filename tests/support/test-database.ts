import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { readConfig, DATABASE_NAMES } from '../../shared/config';
import { openDatabase, type Database } from '../../shared/database/connection/pool';
import { silentLogger } from '../../shared/logger';

export interface TestDatabase {
  readonly url: string;
  readonly database: Database;
  /** Moves the database's clock. Time is moved in tests, never slept. */
  advance(interval: string): Promise<void>;
  close(): Promise<void>;
}

/** A database of this test file's own, cloned from the migrated template in some 50 ms. */
export async function createTestDatabase(environment: Record<string, string> = {}): Promise<TestDatabase> {
  const server = String(process.env['TEST_DATABASE_SERVER']);
  const name = `test_${randomBytes(6).toString('hex')}`;
  const admin = postgres(server, { max: 1 });
  await admin`create database ${admin(name)} template template_telepay`;
  const url = server.replace(/\/postgres$/, `/${name}`);
  const config = await readConfig(DATABASE_NAMES, { DATABASE_URL: url, ...environment });
  const database = openDatabase(config, silentLogger);
  // The template may be minutes old: nobody asks Telegram anything in a test that does not move the clock.
  await database.query((sql) => sql`update observations set claimed_at = app_now()`);
  return {
    url,
    database,
    advance: async (interval) => {
      await database.query((sql) => sql`update app_clock set shifted = shifted + ${interval}::interval`);
    },
    close: async () => {
      await database.close();
      await admin`drop database ${admin(name)} with (force)`;
      await admin.end();
    },
  };
}
