import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { SCHEMA_VERSION } from '../shared/database/connection/schema-version';
import { runCommandLine } from '../tests/support/run-command-line';

const server = String(process.env['TEST_DATABASE_SERVER']);
const name = `command_${randomBytes(6).toString('hex')}`;
const role = `${name}@telepay.iam`;
const url = server.replace(/\/postgres$/, `/${name}`);
let admin: postgres.Sql;
beforeAll(async () => {
  admin = postgres(server, { max: 1 });
  await admin`create database ${admin(name)}`;
  await admin.unsafe(`create role "${role}" login`);
});
afterAll(async () => {
  await admin`drop database ${admin(name)} with (force)`;
  await admin.unsafe(`drop role "${role}"`);
  await admin.end();
});

const migrate = (...words: string[]) => runCommandLine('infra/migrate.ts', words, { DATABASE_URL: url });

it('says with --plan what it would do and does none of it, then does it, then has nothing to do', async () => {
  const plan = await migrate('--plan', '--grant-to', role);
  expect(plan.stdout).toMatch(
    /^would apply 0001_first\n(would apply .*\n)+would grant to .*\nNothing was applied\.\n$/,
  );
  const done = await migrate('--grant-to', role);
  expect(done.stdout).toBe(
    plan.stdout
      .replaceAll('would apply', 'applied')
      .replace(/would grant.*\n.*\n/, `Applied ${SCHEMA_VERSION}.\nGranted to ${role}.\n`),
  );
  const again = await migrate('--plan');
  expect([plan.code, done.code, again]).toEqual([
    0,
    0,
    { code: 0, stderr: '', stdout: 'The schema is up to date.\n' },
  ]);
});

it.each([
  [['--grant-to', 'nobody@telepay.iam'], /^There is no role nobody@telepay\.iam in this database\./],
  [['--grant-to', 'a,,b'], /^Which roles\?/],
  [['--sideways'], /^Unknown option '--sideways'/],
])('refuses %j in a plain sentence', async (words, sentence) => {
  const { code, stderr } = await migrate(...words);
  expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringMatching(sentence) as string });
  expect(stderr).not.toMatch(/\bat .*:\d+:\d+/);
});

it('says that the database is away, and what is missing', async () => {
  const away = await runCommandLine('infra/migrate.ts', [], {
    DATABASE_URL: 'postgres://u:sentinel@127.0.0.1:9/d',
  });
  expect(away).toEqual({
    code: 1,
    stdout: '',
    stderr: 'It could not be done: the database is away (ECONNREFUSED).\n',
  });
  const unset = await runCommandLine('infra/migrate.ts', [], {
    CLOUD_SQL_INSTANCE: 'p:r:i',
    DATABASE_NAME: 'd',
  });
  expect(unset).toMatchObject({ code: 1, stderr: 'Configuration:\n  DATABASE_USER is missing\n' });
});
