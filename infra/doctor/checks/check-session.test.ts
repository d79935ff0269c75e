import { checkedSystemOf } from '../checked-system';
import { protectionCheck } from './check-session';

const codes = async (config: object) => {
  const look = await protectionCheck.look(checkedSystemOf(config, []), new Set());
  return 'findings' in look ? look.findings.map(({ code, remedy }) => `${code}: ${remedy}`) : [];
};

it.each([
  [{ DATABASE_URL: 'postgres://u@db.example.com/d?sslmode=verify-full' }, []],
  [{ DATABASE_URL: 'postgres://u@127.0.0.1/d' }, []],
  [{ CLOUD_SQL_INSTANCE: 'p:r:i' }, []],
  [
    { DATABASE_URL: 'postgres://u@db.example.com/d?sslmode=require' },
    ['database.unverified: Write sslmode=verify-full into DATABASE_URL.'],
  ],
  [
    {
      DATABASE_URL: 'postgres://u@pool.example.com/d?sslmode=verify-full',
      DATABASE_DIRECT_URL: 'postgres://u@db.example.com/d',
    },
    ['database.plain: Write sslmode=verify-full into DATABASE_DIRECT_URL.'],
  ],
])('warns about a database elsewhere whose certificate is not checked: %j', async (config, expected) => {
  expect(await codes(config)).toEqual(expected);
});
