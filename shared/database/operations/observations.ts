import type { Database } from '../connection/pool';

export type ObservationName = 'status' | 'telegram_webhook';

/**
 * How often each is looked at, whatever the number of instances. A little less than the minute, or the five, in which the
 * scheduler calls: it is not punctual, and one call too early must not cost a whole turn.
 */
const EVERY_SECONDS: Readonly<Record<ObservationName, number>> = { status: 55, telegram_webhook: 295 };

/**
 * Claims the looks that are due: each is given to one caller, however many ask at once. Writes nothing while none is due. A
 * look that then fails is due again in its turn.
 */
export async function claimObservations(database: Database): Promise<ReadonlySet<ObservationName>> {
  const every = Object.entries(EVERY_SECONDS).map(([name, seconds]) => ({ name, seconds }));
  const rows = await database.query(
    (sql) => sql<{ name: ObservationName }[]>`
      update observations set claimed_at = app_now()
      where name in (
        select o.name from observations o
        join jsonb_to_recordset(${sql.json(every)}) as e (name text, seconds float8) using (name)
        where o.claimed_at <= app_now() - e.seconds * interval '1 second' for update of o skip locked)
      returning name`,
  );
  return new Set(rows.map(({ name }) => name));
}

/** Keeps what was seen. */
export const saveObservation = (database: Database, name: ObservationName, value: object): Promise<unknown> =>
  database.query(
    (sql) => sql`
      update observations set value = ${sql.json(value as never)}, observed_at = app_now() where name = ${name}`,
  );
