import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import postgres from 'postgres';

export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

/** Any number will do, as long as it is always the same: two deploys must not migrate at once. */
const ADVISORY_LOCK = 7_238_401;

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
 * Brings the database up to date: forward only, each migration in a transaction of its own, under an advisory lock.
 * Safe to repeat and to run twice at once. Returns the migrations it applied.
 */
export async function migrate(databaseUrl: string, migrations: readonly Migration[]): Promise<Migration[]> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => undefined, connect_timeout: 5 });
  try {
    await sql`select pg_advisory_lock(${ADVISORY_LOCK})`;
    await sql`
      create table if not exists schema_migrations (
        version integer primary key,
        name text not null,
        applied_at timestamptz not null default now()
      )`;
    const applied = await sql<{ version: number }[]>`select version from schema_migrations`;
    const missing = migrations.filter(({ version }) => !applied.some((row) => row.version === version));
    for (const migration of missing) {
      await sql.begin(async (tx) => {
        await tx.unsafe(migration.sql);
        await tx`insert into schema_migrations (version, name) values (${migration.version}, ${migration.name})`;
      });
    }
    return missing;
  } finally {
    await sql.end({ timeout: 5 });
  }
}
