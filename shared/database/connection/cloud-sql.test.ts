import { connect } from 'node:net';
import { createTestDatabase, type TestDatabase } from '../../../tests/support/test-database';
import { DATABASE_NAMES, readConfig } from '../../config';
import { Unavailable } from '../../errors';
import { silentLogger } from '../../logger';
import { migrate, planMigrations } from './migrate';
import { openDatabase, type Database } from './pool';

/** What the connector hands out: sockets to the tests' own Postgres in place of Cloud SQL's. */
let stream: () => ReturnType<typeof connect>;
let asked: object[] = [];
let refuses = false;
jest.doMock('@google-cloud/cloud-sql-connector', () => ({
  AuthTypes: { IAM: 'IAM', PASSWORD: 'PASSWORD' },
  IpAddressTypes: { PUBLIC: 'PUBLIC' },
  Connector: class {
    async getOptions(options: object) {
      asked.push(options);
      if (refuses) throw new Error('no such instance');
      return { stream: () => stream() };
    }
    close() {
      asked.push({ closed: true });
    }
  },
}));

let test: TestDatabase;
let database: Database;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.close());

beforeEach(async () => {
  asked = [];
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

it('queries through the connector’s sockets, by IAM where there is no password, and closes it', async () => {
  await expect(database.query((sql) => sql`select current_database() as name`)).resolves.toHaveLength(1);
  await database.close();
  expect(asked).toMatchObject([
    { instanceConnectionName: 'project:region:instance', authType: 'IAM' },
    { closed: true },
  ]);
});

it('says unavailable while no socket can be had, hangs nobody, and recovers', async () => {
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

it('brings the schema up to date by the same way, and closes the connector', async () => {
  const way = {
    CLOUD_SQL_INSTANCE: 'p:r:i',
    DATABASE_NAME: new URL(test.url).pathname.slice(1),
    DATABASE_USER: 'postgres',
  };
  const later = [{ version: 9999, name: 'later', sql: 'create table later (id int)' }];
  expect(await planMigrations(way, later)).toEqual(later);
  expect(await migrate({ ...way, DATABASE_PASSWORD: 'unasked' }, later)).toEqual(later);
  expect(await planMigrations(way, later)).toEqual([]);
  expect(asked).toMatchObject([
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

it('leaves no connector behind that gives no certificate', async () => {
  refuses = true;
  const way = {
    CLOUD_SQL_INSTANCE: 'p:r:i',
    DATABASE_NAME: new URL(test.url).pathname.slice(1),
    DATABASE_USER: 'postgres',
  };
  await expect(planMigrations(way, [])).rejects.toThrow('no such instance');
  expect(asked).toMatchObject([{ instanceConnectionName: 'p:r:i' }, { closed: true }]);
  refuses = false;
});
