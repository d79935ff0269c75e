import * as fc from 'fast-check';
import { isPoolerAddress, protectionOf, userInUrl } from '../config';
import { databaseUrl, settingsInUrl } from './database-url';
import { examineVariables } from './examine';

const read = (url: string) => databaseUrl().safeParse(url);
const cleaned = (url: string) => read(url).data;

it.each([
  // Neon's own: https://neon.com/docs/connect/connect-from-any-app
  [
    'postgres://u:p@h.neon.tech/d?sslmode=require&channel_binding=require',
    'postgres://u:p@h.neon.tech/d?sslmode=require',
  ],
  // Prisma's: https://www.prisma.io/docs/orm/overview/databases/postgresql
  ['postgres://u@h:6543/d?pgbouncer=true&connection_limit=1', 'postgres://u@h:6543/d'],
  // Vercel's for Supabase.
  ['postgres://u@h:6543/d?sslmode=require&supa=base-pooler.x', 'postgres://u@h:6543/d?sslmode=require'],
  ['postgres://u@h/d?sslrootcert=system', 'postgres://u@h/d?sslmode=verify-full'],
  ['postgres://u@h/d?sslmode=verify-full&sslrootcert=system', 'postgres://u@h/d?sslmode=verify-full'],
  ['postgres://u@h/d?options=endpoint%3Dep-1', 'postgres://u@h/d?options=endpoint%3Dep-1'],
  [
    'postgres://a:1,b:2/d?target_session_attrs=primary&pgbouncer=true',
    'postgres://a:1,b:2/d?target_session_attrs=primary',
  ],
])('reads %s without hints to other drivers', (url, expected) => {
  expect(cleaned(url)).toBe(expected);
});

it('keeps every other parameter, in its order', () => {
  const hint = fc.constantFrom(
    'channel_binding=require',
    'pgbouncer=true',
    'pool_timeout=10',
    'gssencmode=disable',
  );
  const kept = fc.constantFrom(
    'sslmode=require',
    'application_name=a%26b',
    'search_path=shop',
    'options=-c%20a%3Db',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(hint, kept)), (parameters) => {
      const url = `postgres://u:p%3Fw@h/d${parameters.length === 0 ? '' : `?${parameters.join('&')}`}`;
      const rest = parameters.filter(
        (each) => !/^(channel_binding|pgbouncer|pool_timeout|gssencmode)=/.test(each),
      );
      expect(cleaned(url)).toBe(`postgres://u:p%3Fw@h/d${rest.length === 0 ? '' : `?${rest.join('&')}`}`);
    }),
  );
});

it.each(['sslcert=a', 'sslkey=a', 'sslrootcert=ca.pem', 'schema=shop', 'hostaddr=1.2.3.4', 'service=s'])(
  'says which parameter to remove: %s',
  (parameter) => {
    const { problems } = examineVariables(['DATABASE_URL'], {
      DATABASE_URL: `postgres://u:hunter2@h/d?${parameter}`,
    });
    const [first] = problems.map(({ text }) => text);
    expect(first).toContain(`remove ${parameter.split('=')[0]}, which TelePay does not know`);
    expect(JSON.stringify(problems)).not.toContain('hunter2');
  },
);

it.each([
  ['search_path=shop', ['search_path']],
  ['statement_timeout=5000&sslmode=require', ['statement_timeout']],
  ['sslmode=verify-full&application_name=x', []],
])('refuses settings of a session behind a pooler: %s', (query, names) => {
  const url = `postgres://u@h/d?${query}`;
  expect(settingsInUrl(url)).toEqual(names);
  const { problems } = examineVariables(['DATABASE_URL', 'DATABASE_POOLER'], {
    DATABASE_URL: url,
    DATABASE_POOLER: 'transaction',
  });
  expect(problems).toHaveLength(names.length);
});

it.each([
  ['postgres://u@localhost/d', 'near'],
  ['postgres://u@127.0.0.1:5432/d', 'near'],
  ['postgres://u@[::1]:5432/d', 'near'],
  ['postgres://u@postgres:5432/d', 'near'],
  ['postgres://u@10.1.2.3/d', 'near'],
  ['postgres://u@172.31.0.1/d', 'near'],
  ['postgres:///d?host=/run/postgresql', 'near'],
  ['postgres://u@172.32.0.1/d', 'plain'],
  ['postgres://u@db.example.com/d', 'plain'],
  ['postgres://u@10.example.com/d?sslmode=disable', 'plain'],
  ['postgres://u@localhost,db.example.com/d', 'plain'],
  ['postgres://u@db.example.com/d?sslmode=require', 'unverified'],
  ['postgres://u@db.example.com/d?sslmode=prefer', 'unverified'],
  ['postgres://u@db.example.com/d?ssl=require', 'unverified'],
  ['postgres://u@db.example.com/d?sslmode=verify-full', 'verified'],
  ['postgres://u@db.example.com/d?sslmode=verify-ca', 'verified'],
])('knows how well %s is protected: %s', (url, expected) => {
  expect(protectionOf(url)).toBe(expected);
});

it.each([
  ['postgres://u@ep-1-pooler.eu.aws.neon.tech/d', true],
  ['postgres://u@x.pooler.supabase.com:6543/d', true],
  ['postgres://u@a:5432,b:6543/d', true],
  ['postgres://u@x.pooler.supabase.com:5432/d', false],
  ['postgres://u@ep-1.eu.aws.neon.tech/d', false],
  ['postgres://u:6543@h/6543', false],
])('recognises the address of a pooler in transaction mode: %s', (url, expected) => {
  expect(isPoolerAddress(url)).toBe(expected);
});

it.each([
  ['postgres://u:p@h/d', 'u'],
  ['postgres://worker%40p.iam@h/d', 'worker@p.iam'],
  ['postgres://postgres.ref:p@h/d', 'postgres.ref'],
  ['postgres://h/d', undefined],
])('finds the user of %s', (url, expected) => {
  expect(userInUrl(url)).toBe(expected);
});
