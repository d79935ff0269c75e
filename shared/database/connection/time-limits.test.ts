import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { useTestDatabase } from '../../../tests/support/test-database';
import { LimitsRefused, roleBehind, setTimeLimits } from './schema/grant';

const test = useTestDatabase();
const suffix = randomBytes(4).toString('hex');
const NAMES = [`plain_${suffix}`, `dotted.${suffix}`, `odd "name" ${suffix}`];
const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
const as = (name: string) => test.url.replace('postgres@', `${encodeURIComponent(name)}@`);
let admin: postgres.Sql;

beforeAll(async () => {
  admin = postgres(String(process.env['TEST_DATABASE_SERVER']), { max: 1 });
  for (const name of NAMES) await admin.unsafe(`create role ${quoted(name)} login`);
});
afterAll(async () => {
  for (const name of NAMES) await admin.unsafe(`drop role ${quoted(name)}`);
  await admin.end();
});

const limitsOf = async (name: string) => {
  const sql = postgres(as(name), { max: 1 });
  const [row] =
    await sql`select current_setting('statement_timeout') as s, current_setting('lock_timeout') as l`;
  await sql.end();
  return row;
};

it.each(NAMES)('gives each new session of %s its time limits', async (name) => {
  await setTimeLimits(test.url, [name]);
  expect(await limitsOf(name)).toEqual({ s: '10s', l: '2s' });
});

it('lets a login set its own limits', async () => {
  await expect(setTimeLimits(as(NAMES[0] ?? ''), [NAMES[0] ?? ''])).resolves.toBeUndefined();
});

it('says what to run if it may not set those of another login', async () => {
  const refused = setTimeLimits(as(NAMES[0] ?? ''), [NAMES[2] ?? '']);
  await expect(refused).rejects.toThrow(LimitsRefused);
  await expect(refused).rejects.toThrow(
    /^This login may not set .*\n {2}alter role "odd ""name"" \w+" in database "test_\w+" set statement_timeout = '10000ms';\n/,
  );
});

it.each([
  [`plain_${suffix}`, `plain_${suffix}`],
  [`plain_${suffix}.abcdefghij`, `plain_${suffix}`],
  [`dotted.${suffix}`, `dotted.${suffix}`],
  [`unknown_${suffix}.abc`, `unknown_${suffix}.abc`],
])('finds the role behind the user %s of a URL', async (user, role) => {
  expect(await roleBehind(test.url, user)).toBe(role);
});
