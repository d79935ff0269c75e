import { useTestDatabase } from '../../../../tests/support/test-database';

const test = useTestDatabase();

// Postgres looks into the caller's temporary tables first, unless they are named last:
// https://www.postgresql.org/docs/current/sql-createfunction.html#SQL-CREATEFUNCTION-SECURITY
it('lets no temporary table of a caller stand in for a table of a function that runs as its owner', async () => {
  const functions = await test.database.query(
    (sql) => sql<{ name: string; config: string | null }[]>`
      select proname as name, array_to_string(proconfig, e'\n') as config from pg_proc
      where prosecdef and pronamespace = 'public'::regnamespace`,
  );
  expect(functions.length).toBeGreaterThan(0);
  expect(functions.filter(({ config }) => !/^search_path=(.*, )?pg_temp$/m.test(config ?? ''))).toEqual([]);
});
