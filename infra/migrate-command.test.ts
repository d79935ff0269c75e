import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { SCHEMA_VERSION } from '../shared/database/connection/schema/schema-version';
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

it('does exactly what --plan announced', async () => {
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

it('says with --check what a restored database holds, and whether anything was restored', async () => {
  const full = await migrate('--check');
  expect(full).toMatchObject({ code: 0, stderr: '' });
  expect(full.stdout).toBe(
    `Schema ${SCHEMA_VERSION}.\n0 channels, 0 orders, 0 payments, 0 members.\nNo update or IPN has arrived yet.\n`,
  );
  const empty = await runCommandLine('infra/migrate.ts', ['--check'], { DATABASE_URL: server });
  expect(empty).toEqual({
    code: 1,
    stderr: '',
    stdout: 'The database has no schema: nothing was restored.\n',
  });
});

it.each([
  [['--grant-to', 'nobody@telepay.iam'], /^There is no role nobody@telepay\.iam in this database\./],
  [['--grant-to', 'a,,b'], /^Name the roles:/],
  [['--grant-to', 'nothing=a'], /^Name the roles:/],
  [['--sideways'], /^Unknown option: --sideways\. See --help\.$/m],
])('refuses %j in a sentence', async (words, sentence) => {
  const { code, stderr } = await migrate(...words);
  expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringMatching(sentence) as string });
  expect(stderr).not.toMatch(/\bat .*:\d+:\d+/);
});

it('says that the database is unreachable', async () => {
  const away = await runCommandLine('infra/migrate.ts', [], {
    DATABASE_URL: 'postgres://u:sentinel@127.0.0.1:9/d',
  });
  expect(away).toEqual({
    code: 1,
    stdout: '',
    stderr: 'The command failed: the database is away (ECONNREFUSED).\n',
  });
});

it('names the variables that are missing', async () => {
  const unset = await runCommandLine('infra/migrate.ts', [], {
    CLOUD_SQL_INSTANCE: 'p:r:i',
    DATABASE_NAME: 'd',
  });
  expect(unset.code).toBe(1);
  expect(unset.stderr).toMatch(/^Configuration:\n {2}DATABASE_USER is missing\nName the installation: /);
});
