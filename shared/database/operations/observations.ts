import type { Database } from '../connection/pool';

export type ObservationName = 'status' | 'telegram_webhook' | 'public_names';

/**
 * How often each observation is made, for any number of instances. A little less than the one or five minutes between
 * the scheduler's calls: it is not punctual, and a call that is slightly early must not skip a turn.
 */
const EVERY_SECONDS: Readonly<Record<ObservationName, number>> = {
  status: 55,
  telegram_webhook: 295,
  public_names: 295,
};

/**
 * Claims the observations that are due. Each goes to one caller, however many ask at once. Writes nothing if none is
 * due. An observation that fails is due again in its turn.
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

/** Stores an observation. */
export const saveObservation = (database: Database, name: ObservationName, value: object): Promise<unknown> =>
  database.query(
    (sql) => sql`
      update observations set value = ${sql.json(value as never)}, observed_at = app_now() where name = ${name}`,
  );
