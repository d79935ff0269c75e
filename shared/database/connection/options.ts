import type postgres from 'postgres';
import type { Config } from '../../config';

/** Where the database is, and the user to log in as: by a URL, or through Cloud SQL's connector. */
export type ConnectionSettings = Partial<
  Pick<
    Config,
    'DATABASE_URL' | 'CLOUD_SQL_INSTANCE' | 'DATABASE_NAME' | 'DATABASE_USER' | 'DATABASE_PASSWORD'
  >
>;

export type PoolOptions = postgres.Options<{ int8: postgres.PostgresType<number> }>;

export type Sql = postgres.Sql<{ int8: number }>;

/** A part of a statement. */
export type Fragment = postgres.Fragment;
