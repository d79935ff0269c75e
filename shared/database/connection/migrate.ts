import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asUnavailable, asUnreachable, unreachable, isMissingTable } from './away';
import { endpointOf } from './endpoint';
import type { ConnectionSettings, Sql } from './options';
import { Session, withoutValues } from './session';

export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

/** Keeps two deploys from migrating at once. Any number works if it never changes. */
export const ADVISORY_LOCK = 7_238_401;
const LOCK_TIMEOUT_SECONDS = 5;
const CLOSE_TIMEOUT_SECONDS = 5;

/** Reads the `NNNN_name.sql` files in order. Throws if a name is wrong, or a number is missing or repeated. */
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
 * Runs `work` on a separate connection, whose statements have no time limit, unlike the pool's. Throws `Unavailable`
 * if the database is away.
 */
export async function onOneConnection<T>(
  target: string | ConnectionSettings,
  work: (sql: Sql) => Promise<T>,
): Promise<T> {
  const endpoint = endpointOf(typeof target === 'string' ? { DATABASE_URL: target } : target);
  const opened = await endpoint.open().catch((error: unknown) => {
    throw unreachable(error);
  });
  const session = new Session(endpoint, opened, { onnotice: () => undefined });
  try {
    return await work(session.driver);
  } catch (error) {
    const shown = withoutValues(error);
    throw session.isReady ? asUnavailable(shown) : asUnreachable(shown);
  } finally {
    await session.end(CLOSE_TIMEOUT_SECONDS);
  }
}

const LOCK_AGAIN_MS = 500;

/**
 * Takes the lock of migrations with `take`, which returns `{ taken }`. Asks again and again, because a statement that waits
 * for it would keep an index from being finished, which waits for every older statement.
 */
export async function lockMigrations(take: () => Promise<readonly { taken: boolean }[]>): Promise<void> {
  while (!(await take())[0]?.taken) await new Promise((resolve) => setTimeout(resolve, LOCK_AGAIN_MS));
}

/** What is after this line are indexes, one statement each, which are built while the product writes. */
const CONCURRENTLY = /^-- concurrently\b.*$/m;

/**
 * Builds the indexes of a migration. Not in its transaction, which Postgres doesn't allow. An index that an earlier attempt
 * left unfinished is built again.
 */
async function buildIndexes(sql: Sql, text: string): Promise<void> {
  for (const [statement, name = ''] of text.matchAll(/^create index concurrently (\w+) [^;]+;/gm)) {
    await sql`drop index concurrently if exists ${sql(name)}`;
    await sql.unsafe(statement);
  }
}

const notApplied = (migrations: readonly Migration[], applied: readonly { version: number }[]): Migration[] =>
  migrations.filter(({ version }) => !applied.some((row) => row.version === version));

/**
 * Brings the database up to date: forward only, each migration in its own transaction, after its indexes, under an advisory lock. Safe
 * to repeat and to run twice at once. Returns the migrations that it applied.
 */
export const migrate = (
  target: string | ConnectionSettings,
  migrations: readonly Migration[],
): Promise<Migration[]> =>
  onOneConnection(target, async (sql) => {
    await lockMigrations(() => sql`select pg_try_advisory_lock(${ADVISORY_LOCK}) as taken`);
    await sql`
      create table if not exists schema_migrations (
        version integer primary key,
        name text not null,
        applied_at timestamptz not null default now()
      )`;
    const applied = await sql<{ version: number }[]>`select version from schema_migrations`;
    const missing = notApplied(migrations, applied);
    for (const migration of missing) {
      const [changes = '', indexes = ''] = migration.sql.split(CONCURRENTLY);
      await buildIndexes(sql, indexes);
      await sql.begin(async (tx) => {
        // Everything else queues behind a migration that waits for a lock, so it is better to fail and be run again.
        await tx.unsafe(`set local lock_timeout = '${LOCK_TIMEOUT_SECONDS}s'`);
        await tx.unsafe(changes);
        await tx`insert into schema_migrations (version, name) values (${migration.version}, ${migration.name})`;
      });
    }
    return missing;
  });

/** Returns the migrations that `migrate` would apply. Changes nothing. */
export const planMigrations = (
  target: string | ConnectionSettings,
  migrations: readonly Migration[],
): Promise<Migration[]> =>
  onOneConnection(target, async (sql) => {
    const applied = await sql<{ version: number }[]>`select version from schema_migrations`.catch(
      (error: unknown) => {
        if (isMissingTable(error)) return [];
        throw error;
      },
    );
    return notApplied(migrations, applied);
  });
