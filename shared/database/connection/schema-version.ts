import { isMissingTable, type Database } from './pool';

/** The newest migration this code needs. A test holds it to the files in `infra/migrations`. */
export const SCHEMA_VERSION = 11;

/** The database lacks migrations that this code needs. Starting would fail later, in front of a buyer. */
export class SchemaTooOld extends Error {
  override readonly name = 'SchemaTooOld';

  constructor(found: number) {
    super(`the database is at schema ${found}, this code needs ${SCHEMA_VERSION}: run npm run migrate`);
  }
}

/** The newest migration that was applied; 0 where there never was one. */
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

/** Throws `SchemaTooOld` if the schema is older than this code; a newer one is fine (expand, then contract). */
export async function assertSchema(database: Database): Promise<void> {
  const found = await readSchemaVersion(database);
  if (found < SCHEMA_VERSION) throw new SchemaTooOld(found);
}

export interface SchemaCheck {
  /** Ends the process. */
  readonly onTooOld: (error: SchemaTooOld) => void;
  readonly onAwayAtStart: (error: unknown) => void;
}

/**
 * `database` that proves its schema before the first query. Asked at once, so that an old schema stops the start; while
 * the database is away it is asked again with each query.
 */
export function withSchemaCheck(database: Database, { onTooOld, onAwayAtStart }: SchemaCheck): Database {
  let checked: Promise<void> | undefined;
  let isProven = false;
  const check = () =>
    (checked ??= assertSchema(database).then(
      () => {
        isProven = true;
      },
      (error: unknown) => {
        checked = undefined;
        if (error instanceof SchemaTooOld) onTooOld(error);
        throw error;
      },
    ));
  check().catch(onAwayAtStart);
  return {
    ...database,
    query: async (run) => {
      if (!isProven) await check();
      return database.query(run);
    },
  };
}
