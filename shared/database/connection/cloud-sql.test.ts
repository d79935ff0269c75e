import { connect } from 'node:net';
import { useTestDatabase } from '../../../tests/support/test-database';
import { DATABASE_NAMES, readConfig } from '../../config';
import { Unavailable } from '../../errors';
import { silentLogger } from '../../logger';
import { migrate, planMigrations } from './migrate';
import { openDatabase, type Database } from './pool';

/** Gives the sockets that the connector hands out. They lead to the tests' own Postgres instead of Cloud SQL's. */
let stream: () => ReturnType<typeof connect>;
let calls: object[] = [];
let isRefusing = false;
jest.doMock('@google-cloud/cloud-sql-connector', () => ({
  AuthTypes: { IAM: 'IAM', PASSWORD: 'PASSWORD' },
  IpAddressTypes: { PUBLIC: 'PUBLIC' },
  Connector: class {
    async getOptions(options: object) {
      calls.push(options);
      if (isRefusing) throw new Error('no such instance');
      return { stream: () => stream() };
    }
    close() {
      calls.push({ closed: true });
    }
  },
}));

const test = useTestDatabase();
let database: Database;

beforeEach(async () => {
  calls = [];
  const { port, pathname } = new URL(test.url);
  stream = () => connect(Number(port), '127.0.0.1');
  const config = await readConfig(DATABASE_NAMES, {
    CLOUD_SQL_INSTANCE: 'project:region:instance',
    DATABASE_NAME: pathname.slice(1),
    DATABASE_USER: 'postgres',
    DATABASE_POOL_MAX: '2',
  });
  database = openDatabase(config, silentLogger);
});

it('queries through a connector with IAM if there is no password', async () => {
  await expect(database.query((sql) => sql`select current_database() as name`)).resolves.toHaveLength(1);
  await database.close();
  expect(calls).toMatchObject([
    { instanceConnectionName: 'project:region:instance', authType: 'IAM' },
    { closed: true },
  ]);
});

it('fails as unavailable while the connector gives no socket, then recovers', async () => {
  const working = stream;
  stream = () => {
    throw new Error('the certificate has expired');
  };
  const failing = Array.from({ length: 6 }, () => database.query((sql) => sql`select 1`));
  for (const result of await Promise.allSettled(failing)) {
    expect(result).toMatchObject({ status: 'rejected', reason: expect.any(Unavailable) as unknown });
  }
  stream = working;
  await expect(database.query((sql) => sql`select 1 as one`)).resolves.toEqual([{ one: 1 }]);
  await database.close();
});

it('migrates through connectors that it closes', async () => {
  const settings = {
    CLOUD_SQL_INSTANCE: 'p:r:i',
    DATABASE_NAME: new URL(test.url).pathname.slice(1),
    DATABASE_USER: 'postgres',
  };
  const later = [{ version: 9999, name: 'later', sql: 'create table later (id int)' }];
  expect(await planMigrations(settings, later)).toEqual(later);
  expect(await migrate({ ...settings, DATABASE_PASSWORD: 'unasked' }, later)).toEqual(later);
  expect(await planMigrations(settings, later)).toEqual([]);
  expect(calls).toMatchObject([
    { instanceConnectionName: 'p:r:i', authType: 'IAM' },
    { closed: true },
    { authType: 'PASSWORD' },
    { closed: true },
    { authType: 'IAM' },
    { closed: true },
  ]);
  await database.query((sql) => sql`select id from later`);
  await database.close();
});

it('closes a connector that gives no certificate', async () => {
  isRefusing = true;
  const settings = {
    CLOUD_SQL_INSTANCE: 'p:r:i',
    DATABASE_NAME: new URL(test.url).pathname.slice(1),
    DATABASE_USER: 'postgres',
  };
  await expect(planMigrations(settings, [])).rejects.toThrow('no such instance');
  expect(calls).toMatchObject([{ instanceConnectionName: 'p:r:i' }, { closed: true }]);
  isRefusing = false;
});
