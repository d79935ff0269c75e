import type { ConnectionSettings, PoolOptions, Sql } from './options';
import postgres from 'postgres';
import type { Logger } from '../../logger';

export const CONNECT_TIMEOUT_SECONDS = 5;

/** What connects, with a `close` that waits at most so many seconds for what is under way. */
export interface Connection {
  readonly sql: Sql;
  readonly close: (timeoutSeconds: number) => Promise<void>;
}

/**
 * Makes ready to connect, whichever way is configured; a URL comes first. Rejects when Cloud SQL gives no certificate; else
 * the first statement finds out.
 */
export async function connect(
  way: ConnectionSettings,
  options: PoolOptions,
  log: Logger,
): Promise<Connection> {
  if (way.DATABASE_URL !== undefined) {
    const sql = postgres(way.DATABASE_URL, options);
    return { sql, close: (timeout) => sql.end({ timeout }) };
  }
  const { connectToCloudSql } = await import('./cloud-sql');
  const connector = await connectToCloudSql(String(way.CLOUD_SQL_INSTANCE), way, log);
  const withSocket = {
    ...options,
    database: way.DATABASE_NAME ?? '',
    username: way.DATABASE_USER ?? '',
    password: way.DATABASE_PASSWORD ?? '',
    ssl: false as const, // the connector's socket is TLS already; asking again would break it
    socket: connector.socket, // known to postgres.js at run time, missing from its types
  };
  const sql = postgres(withSocket);
  const close = async (timeout: number) => {
    await sql.end({ timeout });
    connector.close();
  };
  return { sql, close };
}
