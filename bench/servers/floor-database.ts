import postgres from 'postgres';
import type { Database } from '../../shared/database/connection/pool';
import type { Sql } from '../../shared/database/connection/options';

const int8 = { to: 20, from: [20], serialize: String, parse: Number };

/** postgres.js with the options of the product's pool, and nothing around it: no permits, no schema check, no counting. */
export function openFloorDatabase(): Database {
  const sql: Sql = postgres(String(process.env['DATABASE_URL']), {
    max: 5,
    idle_timeout: 60,
    max_lifetime: 1800,
    connect_timeout: 5,
    backoff: false,
    fetch_types: false,
    types: { int8 },
    connection: { application_name: 'floor', statement_timeout: 10_000 },
  });
  return {
    query: async (run) => run(sql),
    status: () => ({ size: 0, inUse: 0, idle: 0, waiting: 0 }),
    healthCheck: async () => true,
    close: () => sql.end(),
  };
}
