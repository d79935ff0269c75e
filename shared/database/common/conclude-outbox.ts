import type { Database } from '../connection/pool';
import type { Entry } from './claim-outbox';

const LONGEST_BACKOFF_SECONDS = 3600;
/** A provider's wait is honored up to a day, because one odd header must not make a promise expire. */
const LONGEST_ASKED_SECONDS = 86_400;

type EntryClaim = Pick<Entry, 'outboxId' | 'attempts'>;

/** Concludes an entry as done. */
export const markDelivered = (database: Database, { outboxId, attempts }: EntryClaim): Promise<unknown> =>
  database.query(
    (sql) => sql`
      update outbox set delivered_at = app_now(), last_error = null
      where outbox_id = ${outboxId} and attempts = ${attempts} and delivered_at is null`,
  );

/**
 * Schedules another attempt, with the reason if there was a failure: after `afterSeconds` if the provider gave it,
 * otherwise after a wait that grows to an hour.
 */
export const markRetry = (
  database: Database,
  { outboxId, attempts }: EntryClaim,
  { error, afterSeconds }: { error: string | null; afterSeconds?: number | undefined },
): Promise<unknown> =>
  database.query(
    (sql) => sql`
      update outbox set last_error = ${error}, failures = case when ${error}::text is null then 0 else failures + 1 end,
        due_at = app_now() + interval '1 second' * coalesce(
        ${afterSeconds === undefined ? null : Math.min(afterSeconds, LONGEST_ASKED_SECONDS)}::float8,
        least(exp(least(failures + 1, 10)), ${LONGEST_BACKOFF_SECONDS}) * (0.75 + random() / 2)
      )
      where outbox_id = ${outboxId} and attempts = ${attempts} and delivered_at is null`,
  );

const fail = (
  database: Database,
  { outboxId, attempts }: EntryClaim,
  { error, chatRefusal }: { readonly error: string; readonly chatRefusal: string | null },
): Promise<unknown> =>
  database.query(
    (sql) => sql`
      update outbox set failed_at = app_now(), last_error = ${error},
        chat_refusal = coalesce(${chatRefusal}, chat_refusal)
      where outbox_id = ${outboxId} and attempts = ${attempts} and delivered_at is null and failed_at is null`,
  );

/** Concludes an entry that can never be done. The row stays visible, with its reason. */
export const markFailed = (database: Database, entry: EntryClaim, error: string): Promise<unknown> =>
  fail(database, entry, { error, chatRefusal: null });

/** Like `markFailed`, for an entry whose chat refuses it. Raises no alarm, whatever comes of it later. */
export const markRefusedByChat = (database: Database, entry: EntryClaim, reason: string): Promise<unknown> =>
  fail(database, entry, { error: reason, chatRefusal: reason });
