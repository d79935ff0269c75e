import { spawn } from 'node:child_process';
import { once } from 'node:events';
import postgres from 'postgres';
import { eventually } from '../../../../tests/journeys/support/eventually';
import { useTestDatabase } from '../../../../tests/support/test-database';
import { demandDirect, ThroughPooler } from './demand-direct';
import type { Migration } from './apply-migration';
import { migrate, planMigrations } from './migrate';

const test = useTestDatabase({ per: 'test' });
const URL_OF_POOLERS = [
  'postgres://u:p@ep-cool-night-123456-pooler.eu-central-1.aws.neon.tech/d?sslmode=verify-full',
  'postgres://postgres.ref:p@aws-0-eu-central-1.pooler.supabase.com:6543/postgres',
  'postgres://u@db.example.com:5432,db2.example.com:6543/d',
];

const tables = (from: number, to: number, sql: (name: string) => string): Migration[] =>
  Array.from({ length: to - from + 1 }, (_, index) => {
    const name = `made_${from + index}`;
    return { version: 1000 + from + index, name, sql: sql(name) };
  });
const TEN = tables(1, 10, (name) => `create table ${name} (id int); select pg_sleep(0.01)`);

it('lets several migrators take turns, so that each migration is applied once', async () => {
  const applied = await Promise.all([1, 2, 3, 4].map(() => migrate(test.url, TEN)));
  expect(
    applied
      .flat()
      .map(({ version }) => version)
      .sort(),
  ).toEqual(TEN.map(({ version }) => version));
  expect(await planMigrations(test.url, TEN)).toEqual([]);
});

it('leaves no lock behind if a migrator is killed in the middle of a statement', async () => {
  const endless = [
    { version: 1001, name: 'endless', sql: 'create table half (id int); select pg_sleep(600)' },
  ];
  const code = `
    const { migrate } = require('./shared/database/connection/schema/migrate');
    migrate(${JSON.stringify(test.url)}, ${JSON.stringify(endless)}).catch(() => undefined);`;
  const child = spawn(process.execPath, ['--import', 'tsx', '-e', code], { stdio: 'ignore' });
  const isAtWork = () =>
    test.database.query(
      (sql) =>
        sql`select from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'`,
    );
  await eventually(async () => (await isAtWork()).length === 1);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(await migrate(test.url, TEN)).toEqual(TEN);
  const [half] = await test.database.query((sql) => sql`select to_regclass('half') as is`);
  expect(half).toEqual({ is: null });
});

it('says who holds it up, while it waits for the lock or for an index', async () => {
  const heard: string[] = [];
  const report = {
    onWait: (what: string, sessions: readonly { program: string }[]) =>
      void heard.push(`${what}: ${sessions.map(({ program }) => program).join()}`),
    afterMs: 50,
  };
  const other = postgres(test.url, { max: 1, connection: { application_name: 'pg_dump' } });
  const index = 'create index concurrently slow on orders (amount_cents);';
  const migration = { version: 1001, name: 'slow', sql: `select 1;\n-- concurrently\n${index}\n` };
  await other`select pg_advisory_lock(7238401)`;
  const migrating = migrate(test.url, [migration], report);
  await eventually(() => expect(heard).toEqual(['another migration or grant: pg_dump']));
  await other`begin`;
  await other`lock table orders in row exclusive mode`;
  await other`select pg_advisory_unlock(7238401)`;
  await eventually(() => expect(heard).toEqual([expect.anything(), 'the index slow: pg_dump']));
  await other`commit`;
  expect(await migrating).toEqual([migration]);
  await other.end();
});

it('takes ordinary connections for what they are, also while others come and go', async () => {
  await Promise.all(
    Array.from({ length: 8 }, () =>
      expect(demandDirect({ DATABASE_URL: test.url })).resolves.toBeUndefined(),
    ),
  );
});

it.each(URL_OF_POOLERS)('refuses the address of a pooler: %s', async (url) => {
  await expect(demandDirect({ DATABASE_URL: url })).rejects.toThrow(ThroughPooler);
});
