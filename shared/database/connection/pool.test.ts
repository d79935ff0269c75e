import { setTimeout as pause } from 'node:timers/promises';
import { inspect } from 'node:util';
import { createTestDatabase, useTestDatabase, type TestDatabase } from '../../../tests/support/test-database';
import { Unavailable } from '../../errors';
import { assertSchema, SCHEMA_VERSION, SchemaTooOld } from './schema/schema-version';
import { migrate, readMigrations } from './schema/migrate';

const test = useTestDatabase({ environment: { DATABASE_POOL_MAX: '2', DATABASE_POOL_WAIT_MS: '100' } });

/** Holds both connections of a pool until the returned function is called. */
async function holdBoth({ database }: TestDatabase): Promise<() => Promise<void>> {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  const held: Promise<void>[] = [];
  const hold = (begun: () => void) =>
    void held.push(
      database.query(async (sql) => {
        await sql`select pg_sleep(0.02)`;
        begun();
        await released;
      }),
    );
  await Promise.all([new Promise<void>(hold), new Promise<void>(hold)]);
  return async () => {
    release();
    await Promise.all(held);
  };
}

it('refuses a caller beyond the pool once the wait is over', async () => {
  const release = await holdBoth(test);
  await expect(test.database.query((sql) => sql`select 1`)).rejects.toThrow(Unavailable);
  await release();
});

it('reports how many are open, in use, idle or waiting', async () => {
  const patient = await createTestDatabase({ DATABASE_POOL_MAX: '2', DATABASE_POOL_WAIT_MS: '60000' });
  const release = await holdBoth(patient);
  const waiting = patient.database.query((sql) => sql`select 1`);
  expect(patient.database.status()).toEqual({ size: 2, inUse: 2, idle: 0, waiting: 1 });
  await release();
  await waiting;
  expect(patient.database.status()).toEqual({ size: 2, inUse: 0, idle: 2, waiting: 0 });
  await patient.close();
});

it('ends 1,000 failing queries with no connection in use', async () => {
  const wide = await createTestDatabase();
  const failures = Array.from({ length: 1000 }, () => wide.database.query((sql) => sql`select 1 / 0`));
  const results = await Promise.allSettled(failures);
  expect(results.every(({ status }) => status === 'rejected')).toBe(true);
  expect(wide.database.status()).toMatchObject({ inUse: 0, waiting: 0 });
  await wide.close();
});

it('shows neither a failed statement nor its values if the error is printed', async () => {
  const failing = test.database.query((sql) => sql`select ${'sentinel'}::int`);
  const error: unknown = await failing.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Error);
  expect(inspect(error, { depth: 5 })).toContain('22P02');
  expect(inspect(error, { depth: 5 })).not.toMatch(/sentinel(?!")|select/);
});

it('replaces connections that died', async () => {
  await test.database
    .query((sql) => sql`select pg_terminate_backend(pg_backend_pid())`)
    .catch((error: unknown) => expect(error).toBeInstanceOf(Unavailable));
  await expect(test.database.query((sql) => sql`select 1 as one`)).resolves.toEqual([{ one: 1 }]);
});

it('closes before a draining function gives up, even after a connection died', async () => {
  const failedOver = await createTestDatabase();
  const { database } = failedOver;
  await database.query((sql) => sql`select pg_terminate_backend(pg_backend_pid())`).catch(() => undefined);
  await database.query((sql) => sql`select 1`);
  const closed: string[] = [];
  void database.close().then(() => closed.push('closed'));
  // Counts 1.5 seconds in which this process runs, because a busy machine may pause it and the closing with it.
  for (let step = 0; step < 150 && closed.length === 0; step += 1) await pause(10);
  expect(closed).toEqual(['closed']);
  await failedOver.close();
});

it('reports a database that is away as unavailable', async () => {
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

  it('is applied once by several migrations at the same time', async () => {
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

it('has no statement compiled, which would take longer than the statement', async () => {
  expect(await test.database.query((sql) => sql`show jit`)).toEqual([{ jit: 'off' }]);
});
