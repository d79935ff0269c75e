import { createTestDatabase, type TestDatabase } from '../../tests/support/test-database';
import { Unavailable } from '../errors';
import { assertSchema, SCHEMA_VERSION, SchemaTooOld } from './schema-version';
import { migrate, readMigrations } from './migrate';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase({ DATABASE_POOL_MAX: '2', DATABASE_POOL_WAIT_MS: '100' });
});
afterAll(() => test.close());

const sleep = (seconds: number) => test.database.query((sql) => sql`select pg_sleep(${seconds})`);

it('answers a caller beyond the pool within the wait, and never hangs', async () => {
  const holding = [sleep(0.4), sleep(0.4)];
  await expect(sleep(0)).rejects.toThrow(Unavailable);
  await Promise.all(holding);
});

it('tells its size, what is in use, idle and waiting', async () => {
  await Promise.all([sleep(0.02), sleep(0.02)]);
  const holding = [sleep(0.05), sleep(0.05), sleep(0.01)];
  expect(test.database.status()).toEqual({ size: 2, inUse: 2, idle: 0, waiting: 1 });
  await Promise.all(holding);
  expect(test.database.status()).toEqual({ size: 2, inUse: 0, idle: 2, waiting: 0 });
});

it('ends 1,000 failing queries with no connection in use', async () => {
  const wide = await createTestDatabase();
  const failures = Array.from({ length: 1000 }, () => wide.database.query((sql) => sql`select 1 / 0`));
  const results = await Promise.allSettled(failures);
  expect(results.every(({ status }) => status === 'rejected')).toBe(true);
  expect(wide.database.status()).toMatchObject({ inUse: 0, waiting: 0 });
  await wide.close();
});

it('replaces connections that died', async () => {
  await test.database
    .query((sql) => sql`select pg_terminate_backend(pg_backend_pid())`)
    .catch((error: unknown) => expect(error).toBeInstanceOf(Unavailable));
  await expect(test.database.query((sql) => sql`select 1 as one`)).resolves.toEqual([{ one: 1 }]);
});

it('closes before a draining function gives up, also after a connection died', async () => {
  const failedOver = await createTestDatabase();
  const { database } = failedOver;
  await database.query((sql) => sql`select pg_terminate_backend(pg_backend_pid())`).catch(() => undefined);
  await database.query((sql) => sql`select 1`);
  const gaveUp = new Promise((_, reject) => setTimeout(reject, 1_500, new Error('still closing')).unref());
  await Promise.race([database.close(), gaveUp]);
  await failedOver.close();
});

it('says unavailable when the database is away, and the health check says no', async () => {
  const away = await createTestDatabase();
  await away.close();
  await expect(away.database.query((sql) => sql`select 1`)).rejects.toThrow(Unavailable);
  await expect(away.database.healthCheck()).resolves.toBe(false);
});

it('keeps ids beyond 32 bits exact', async () => {
  const [row] = await test.database.query((sql) => sql`select -1001234567890123::bigint as id`);
  expect(row?.['id']).toBe(-1001234567890123);
});

describe('the schema', () => {
  it('is as new as the newest migration', async () => {
    expect((await readMigrations('infra/migrations')).at(-1)?.version).toBe(SCHEMA_VERSION);
    await expect(assertSchema(test.database)).resolves.toBeUndefined();
  });

  it('is applied once, however many migrate at the same time', async () => {
    const fresh = await createTestDatabase();
    await fresh.database.query((sql) => sql`drop schema public cascade`);
    await fresh.database.query((sql) => sql`create schema public`);
    await expect(assertSchema(fresh.database)).rejects.toThrow(SchemaTooOld);
    const migrations = await readMigrations('infra/migrations');
    const applied = await Promise.all([1, 2, 3].map(() => migrate(fresh.url, migrations)));
    expect(applied.map(({ length }) => length).sort()).toEqual([0, 0, migrations.length]);
    await fresh.close();
  });
});
