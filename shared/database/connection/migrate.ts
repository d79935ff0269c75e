import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { silentLogger } from '../../logger';
import { connect, CONNECT_TIMEOUT_SECONDS } from './connect';
import type { ConnectionSettings } from './options';
import { asUnavailable, isMissingTable } from './pool';
import type { Sql } from './options';

export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

/** Any number will do, as long as it is always the same: two deploys must not migrate at once. */
export const ADVISORY_LOCK = 7_238_401;
const LOCK_TIMEOUT_SECONDS = 5;

/** Reads `NNNN_name.sql` files, in order. Throws if one is misnamed or a number is missing or doubled. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort();
  return Promise.all(
    files.map(async (file, index) => {
      const match = /^(\d{4})_([a-z0-9_]+)\.sql$/.exec(file);
      if (Number(match?.[1]) !== index + 1)
        throw new Error(`${file}: expected a migration numbered ${index + 1}`);
      return {
        version: index + 1,
        name: String(match?.[2]),
        sql: await readFile(join(folder, file), 'utf8'),
      };
    }),
  );
}

/**
 * Runs `deed` on a connection of its own, which has no time limit for a statement as the pool's have. Throws `Unavailable`
 * when the database is away.
 */
export async function onOneConnection<T>(
  way: string | ConnectionSettings,
  deed: (sql: Sql) => Promise<T>,
): Promise<T> {
  const options = { max: 1, onnotice: () => undefined, connect_timeout: CONNECT_TIMEOUT_SECONDS };
  const wayIn = typeof way === 'string' ? { DATABASE_URL: way } : way;
  const { sql, close } = await connect(wayIn, options, silentLogger);
  try {
    return await deed(sql);
  } catch (error) {
    throw asUnavailable(error);
  } finally {
    await close(5);
  }
}

const lacking = (migrations: readonly Migration[], applied: readonly { version: number }[]): Migration[] =>
  migrations.filter(({ version }) => !applied.some((row) => row.version === version));

/**
 * Brings the database up to date: forward only, each migration in a transaction of its own, under an advisory lock.
 * Safe to repeat and to run twice at once. Returns the migrations it applied.
 */
export const migrate = (
  way: string | ConnectionSettings,
  migrations: readonly Migration[],
): Promise<Migration[]> =>
  onOneConnection(way, async (sql) => {
    await sql`select pg_advisory_lock(${ADVISORY_LOCK})`;
    await sql`
      create table if not exists schema_migrations (
        version integer primary key,
        name text not null,
        applied_at timestamptz not null default now()
      )`;
    const applied = await sql<{ version: number }[]>`select version from schema_migrations`;
    const missing = lacking(migrations, applied);
    for (const migration of missing) {
      await sql.begin(async (tx) => {
        // What waits for a lock is waited for by everybody else: better to fail, and be run again.
        await tx.unsafe(`set local lock_timeout = '${LOCK_TIMEOUT_SECONDS}s'`);
        await tx.unsafe(migration.sql);
        await tx`insert into schema_migrations (version, name) values (${migration.version}, ${migration.name})`;
      });
    }
    return missing;
  });

/** The migrations that `migrate` would apply. Changes nothing. */
export const planMigrations = (
  way: string | ConnectionSettings,
  migrations: readonly Migration[],
): Promise<Migration[]> =>
  onOneConnection(way, async (sql) => {
    const applied = await sql<{ version: number }[]>`select version from schema_migrations`.catch(
      (error: unknown) => {
        if (isMissingTable(error)) return [];
        throw error;
      },
    );
    return lacking(migrations, applied);
  });
