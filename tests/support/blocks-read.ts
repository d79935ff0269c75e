import type { Fragment } from '../../shared/database/connection/options';
import type { Database } from '../../shared/database/connection/pool';

interface PlanRow {
  readonly 'QUERY PLAN': readonly [
    { readonly Plan: { readonly 'Shared Hit Blocks': number; readonly 'Shared Read Blocks': number } },
  ];
}

/**
 * Runs what reads the database, with the plans of its statements in place of their rows, and returns how many blocks the
 * statements read. It depends on the plans alone, not on the machine.
 */
export async function blocksRead(
  database: Database,
  read: (explaining: Database) => Promise<unknown>,
): Promise<number> {
  let blocks = 0;
  const explaining: Database = {
    ...database,
    query: async <T>(run: Parameters<typeof database.query<T>>[0]) => {
      const rows = await database.query(
        (sql) => sql<PlanRow[]>`explain (analyze, buffers, format json) ${run(sql) as unknown as Fragment}`,
      );
      for (const { 'QUERY PLAN': plans } of rows)
        for (const { Plan } of plans) blocks += Plan['Shared Hit Blocks'] + Plan['Shared Read Blocks'];
      return rows as never;
    },
  };
  await read(explaining);
  return blocks;
}
