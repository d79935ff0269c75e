import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { useTestDatabase } from '../../../tests/support/test-database';
import { NOT_PERSONAL, PERSONAL_DATA, type PersonalData } from '../../domain/common/personal-data';

const test = useTestDatabase();

const TOPICS: readonly PersonalData[] = Object.values(PERSONAL_DATA);
const columnsOf = (columns: PersonalData['columns']) =>
  Object.entries(columns).flatMap(([table, names]) => names.split(' ').map((name) => `${table}.${name}`));
const LISTED = [...TOPICS.map(({ columns }) => columns), NOT_PERSONAL].flatMap(columnsOf);

it('says of every column whether it is about a person', async () => {
  // `app_clock` is the clock that tests and the playground move. No migration makes it.
  const columns = await test.database.query(
    (sql) => sql<{ name: string }[]>`
      select table_name || '.' || column_name as name from information_schema.columns
      where table_schema = 'public' and table_name <> 'app_clock'`,
  );
  expect([...LISTED].sort()).toEqual(columns.map(({ name }) => name).sort());
});

it('gives each person’s id a purpose', () => {
  const ids = /\.(?:user_id|\w+_user_id|\w+_by|administrator_ids)$/;
  expect(columnsOf(NOT_PERSONAL).filter((column) => ids.test(column))).toEqual([]);
});

it.each(TOPICS.flatMap(({ kept }) => (typeof kept === 'number' ? [kept] : [])))(
  'promises only days after which something is deleted: %i',
  (days) => {
    const purge = readFileSync(join(__dirname, '../operations/purge.ts'), 'utf8');
    expect(purge).toContain(`interval '${days} days'`);
  },
);
