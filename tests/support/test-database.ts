import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { readConfig, DATABASE_NAMES } from '../../shared/config';
import { openDatabase, type Database } from '../../shared/database/connection/pool';
import { silentLogger } from '../../shared/logger';
import { aheadMs } from './clock';
import { useFixture, type Lifetime } from './use-fixture';

export interface TestDatabase {
  readonly url: string;
  readonly database: Database;
  /** Moves the database's clock, which begins at `nowMs`, so that tests never sleep. */
  advance(interval: string): Promise<void>;
  close(): Promise<void>;
}

/** Creates a database for this test file, cloned from the migrated template in about 50 ms. */
export async function createTestDatabase(environment: Record<string, string> = {}): Promise<TestDatabase> {
  const server = String(process.env['TEST_DATABASE_SERVER']);
  const name = `test_${randomBytes(6).toString('hex')}`;
  const admin = postgres(server, { max: 1 });
  await admin`create database ${admin(name)} template template_telepay`;
  const url = server.replace(/\/postgres$/, `/${name}`);
  const config = await readConfig(DATABASE_NAMES, { DATABASE_URL: url, ...environment });
  const database = openDatabase(config, silentLogger);
  await database.query((sql) => sql`update app_clock set shifted = ${aheadMs()} * interval '1 millisecond'`);
  // The template is of another moment. Claim all observations, so that Telegram is asked only after a test moves the clock.
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

/** A test database for the tests of a file, or a new one `per` test. */
export const useTestDatabase = ({
  per = 'file',
  environment = {},
}: { per?: Lifetime; environment?: Record<string, string> } = {}): TestDatabase =>
  useFixture(() => createTestDatabase(environment), per);
