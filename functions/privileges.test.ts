/** @project journeys */
import { FOLDERS, TARGETS } from '../playground/stack-types';
import { useTestDatabase } from '../tests/support/test-database';
import { privilegesUsed, statementsIn, TRIGGERS, VERBS } from '../tests/support/privileges-used';
import { grantsOf, PRIVILEGES } from './privileges';

const test = useTestDatabase();
const bundleOf = (target: keyof typeof PRIVILEGES) => `dist/${FOLDERS[target]}/index.cjs`;

const tablesThere = async () => {
  const rows = await test.database.query(
    (sql) => sql<{ name: string }[]>`
      select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not like 'app\\_%'`,
  );
  return new Set(rows.map(({ name }) => name));
};

/** For each privilege that differs: what is wrong, and the statement that shows it. */
async function differences(target: keyof typeof PRIVILEGES): Promise<string[]> {
  const granted: Readonly<Record<string, string>> = PRIVILEGES[target];
  const needed = privilegesUsed(bundleOf(target), await tablesThere());
  return [...new Set([...Object.keys(needed), ...Object.keys(granted)])].flatMap((table) =>
    VERBS.flatMap((verb) => {
      const statement = needed[table]?.[verb];
      const isGranted = granted[table]?.split(' ').includes(verb) ?? false;
      if (isGranted === (statement !== undefined)) return [];
      return [
        statement === undefined
          ? `${target} has ${verb} on ${table}, and no statement needs it`
          : `${target} lacks ${verb} on ${table} in functions/privileges.ts for: ${statement}`,
      ];
    }),
  );
}

it.each(TARGETS)('grants %s what its statements need, and nothing else', async (target) => {
  expect(await differences(target)).toEqual([]);
});

it('also grants what only an earlier release needs', () => {
  const needed = { health: { orders: 'delete', bans: 'select' } };
  expect(grantsOf('health', needed)).toMatchObject({ orders: 'select delete', bans: 'select' });
  expect(grantsOf('worker', needed)).toEqual(PRIVILEGES.worker);
});

it('reads statements out of every bundle', () => {
  for (const target of TARGETS) expect(statementsIn(bundleOf(target)).length).toBeGreaterThan(20);
});

it('knows every trigger that writes', async () => {
  const triggers = await test.database.query(
    (sql) => sql<{ name: string }[]>`
      select t.tgname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
      where not t.tgisinternal and c.relname not like 'app\\_%' and t.tgname not like 'app\\_%' order by 1`,
  );
  // Those that mark figures, drop days, list members, keep places in step or note listed names run with the rights of their owner.
  const others = triggers
    .map(({ name }) => name)
    .filter(
      (name) =>
        !/^(mark_.*figures|drop_days_of_(new|old)_sums|(un)?list_(new_)?(member|subscriber)|keep_\w+|forget_place_link|note_(new_)?listed_name)$/.test(
          name,
        ),
    );
  // `forget_former_owner` changes only the row that its own statement writes.
  expect(others).toEqual(['forget_former_administrator', 'forget_former_owner']);
  expect(Object.keys(TRIGGERS)).toEqual(['delete channel_administrators']);
});
