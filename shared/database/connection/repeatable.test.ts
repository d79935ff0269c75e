import { readdirSync, readFileSync } from 'node:fs';
import { DELIVERY_MARK, isRepeatable } from './repeatable';

it.each([
  'select 1',
  "select 'grant:' || grant_id, 'begin; delete' from manual_extensions",
  'select created_at, updated_at, is_locked, begins_at from orders',
  'with one as (select 1) select * from one',
  "select 1 -- a stranger's update",
  'with delivery as (insert into inbox (source) values ($1) on conflict do nothing /* delivery */) select 1',
])('repeats %j', (statement) => {
  expect(isRepeatable(statement)).toBe(true);
});

it.each([
  'insert into counters values ($1)',
  'with claimed as (UPDATE outbox set claimed_at = now() returning 1) select * from claimed',
  'select from orders for update',
  'delete from keypads',
  'begin',
  'commit',
  'lock table orders',
  "select nextval('orders_seq')",
  "with x as (-- a stranger's\n update t set a = 1 returning 1) select 'y'",
  "with x as (/* a stranger's */ update t set a = 1 returning 1) select 'y'",
  "with x as (select '--', a from t), y as (update t set a = 1 returning 1) select 'y'",
  'do $$ begin end $$',
])('does not repeat %j', (statement) => {
  expect(isRepeatable(statement)).toBe(false);
});

it('knows each statement that records a delivery with its outcome', () => {
  const sources = readdirSync('shared/database', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
    .map((path) => ({ path, text: readFileSync(`shared/database/${path}`, 'utf8') }));
  const unmarked = sources.flatMap(({ path, text }) =>
    [...text.matchAll(/insert into inbox \([^)]*outcome[^)]*\)[^;]*?(?=returning|;|\)`|`,)/g)]
      .filter(([statement]) => !statement.includes(DELIVERY_MARK) && !statement.includes('concluding(sql)'))
      .map(([statement]) => `${path}: ${statement}`),
  );
  expect(unmarked).toEqual([]);
});
