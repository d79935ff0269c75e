import { connect } from 'node:net';
import { createTestDatabase, type TestDatabase } from '../../tests/support/test-database';
import { DATABASE_NAMES, readConfig } from '../config';
import { Unavailable } from '../errors';
import { silentLogger } from '../logger';
import { openDatabase, type Database } from './pool';

/** What the connector hands out: sockets to the tests' own Postgres in place of Cloud SQL's. */
let stream: () => ReturnType<typeof connect>;
let asked: object[] = [];
jest.doMock('@google-cloud/cloud-sql-connector', () => ({
  AuthTypes: { IAM: 'IAM', PASSWORD: 'PASSWORD' },
  IpAddressTypes: { PUBLIC: 'PUBLIC' },
  Connector: class {
    async getOptions(options: object) {
      asked.push(options);
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
