import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { useTestDatabase } from '../../../tests/support/test-database';
import { NOT_PERSONAL } from '../../domain/common/not-personal-data';
import { PERSONAL_DATA, type PersonalData } from '../../domain/common/personal-data';

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

const PURGE = readFileSync(join(__dirname, '../operations/purge.ts'), 'utf8');

/** The most days for which a row is kept that is deleted by its age; `-Infinity` if none is. */
function mostDaysIn(table: string): number {
  const rules = PURGE.match(new RegExp(`delete from ${table} where[^]*?returning 1`, 'g')) ?? [];
  return Math.max(
    ...rules.flatMap((rule) => [...rule.matchAll(/interval '(\d+) days?'/g)].map(([, days]) => Number(days))),
  );
}

const daysOf = ({ kept }: PersonalData) =>
  typeof kept === 'number' ? [kept] : typeof kept === 'object' ? [kept.always] : [];

it.each(TOPICS.flatMap((topic) => daysOf(topic).map((days) => [days, topic.columns] as const)))(
  'promises the days after which rows are deleted: %i',
  (kept, columns) => {
    const days = Object.keys(columns).map(mostDaysIn);
    expect(days.filter((each) => each < 1)).toEqual([]);
    expect(Math.max(...days)).toBe(kept);
  },
);
