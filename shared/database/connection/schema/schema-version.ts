import { isMissingTable, type Database } from '../pool';

/** The newest migration that this code needs. A test compares it with the files in `infra/migrations`. */
export const SCHEMA_VERSION = 33;

/** The database lacks migrations that this code needs. Without this check, the requests of buyers would fail later. */
export class SchemaTooOld extends Error {
  override readonly name = 'SchemaTooOld';

  constructor(found: number) {
    super(`the database is at schema ${found}, this code needs ${SCHEMA_VERSION}: run npm run migrate`);
  }
}

/** Reads the newest migration that was applied; 0 if there is none. */
export const readSchemaVersion = (database: Database): Promise<number> =>
  database
    .query(
      (sql) =>
        sql<{ version: number }[]>`select coalesce(max(version), 0)::int as version from schema_migrations`,
    )
    .then(
      (rows) => rows[0]?.version ?? 0,
      (error: unknown) => {
        if (isMissingTable(error)) return 0;
        throw error;
      },
    );

/**
 * Throws `SchemaTooOld` if the schema is older than this code. A newer one is fine, because migrations expand before
 * they contract.
 */
export async function assertSchema(database: Database): Promise<void> {
  const found = await readSchemaVersion(database);
  if (found < SCHEMA_VERSION) throw new SchemaTooOld(found);
}

export interface SchemaCheck {
  /** Must end the process. */
  readonly onTooOld: (error: SchemaTooOld) => void;
  readonly onAwayAtStart: (error: unknown) => void;
}

/**
 * Returns `database` with a check of its schema before the first query. The check starts at once, so that an old
 * schema stops the start. While the database is away, each query checks again, for itself: it must not fail with a
 * connection that died before it came.
 */
export function withSchemaCheck(database: Database, { onTooOld, onAwayAtStart }: SchemaCheck): Database {
  let isProven = false;
  async function check(): Promise<void> {
    try {
      await assertSchema(database);
      isProven = true;
    } catch (error) {
      if (error instanceof SchemaTooOld) onTooOld(error);
      throw error;
    }
  }
  check().catch(onAwayAtStart);
  return {
    ...database,
    query: (run) => (isProven ? database.query(run) : check().then(() => database.query(run))),
  };
}
