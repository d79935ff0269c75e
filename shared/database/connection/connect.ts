import postgres from 'postgres';
import type { Logger } from '../../logger';
import type { ConnectionSettings, PoolOptions, Sql } from './options';

export const CONNECT_TIMEOUT_SECONDS = 5;

/** A client, with a `close` that waits at most `timeoutSeconds` for statements in progress. */
export interface Connection {
  readonly sql: Sql;
  readonly close: (timeoutSeconds: number) => Promise<void>;
}

/**
 * Prepares to connect by URL if there is one, otherwise through Cloud SQL. Rejects if Cloud SQL gives no certificate.
 * Any other failure shows with the first statement.
 */
export async function connect(
  settings: ConnectionSettings,
  options: PoolOptions,
  log: Logger,
): Promise<Connection> {
  if (settings.DATABASE_URL !== undefined) {
    const sql = postgres(settings.DATABASE_URL, options);
    return { sql, close: (timeout) => sql.end({ timeout }) };
  }
  const { connectToCloudSql } = await import('./cloud-sql');
  const connector = await connectToCloudSql(String(settings.CLOUD_SQL_INSTANCE), settings, log);
  const withSocket = {
    ...options,
    database: settings.DATABASE_NAME ?? '',
    username: settings.DATABASE_USER ?? '',
    password: settings.DATABASE_PASSWORD ?? '',
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
