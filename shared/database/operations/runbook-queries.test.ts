import { useTestDatabase } from '../../../tests/support/test-database';
import * as queries from './runbook-queries';

const test = useTestDatabase();

it.each(Object.entries(queries))('%s runs as the runbook shows it', async (_, query) => {
  // No process has this number, so nothing ends.
  const text = query.replace('PID', '2147483647');
  await test.database.query(async (sql) => {
    const rows = await sql.unsafe(text);
    expect(Array.isArray(rows)).toBe(true);
    return rows;
  });
});

it('names the function of each connection', async () => {
  const rows = await test.database.query((sql) => sql.unsafe(queries.WHO_IS_CONNECTED));
  expect(rows.map((row) => String(row['application_name']))).toContainEqual(
    expect.stringMatching(/^telepay/),
  );
});
