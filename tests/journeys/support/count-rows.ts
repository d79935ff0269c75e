import type { Stack } from '../../../playground/stack';

/** The number of rows in each table that bad input could write to. */
export async function countRows(database: Stack['database']): Promise<Record<string, number>> {
  const [row] = await database<Record<string, number>[]>`
    select (select count(*)::int from inbox) as inbox, (select count(*)::int from payments) as payments,
      (select count(*)::int from outbox) as outbox, (select count(*)::int from orders) as orders`;
  return { ...row };
}
