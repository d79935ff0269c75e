import type { Database } from '../connection/pool';
import { HOUR_SECONDS, MINUTE_SECONDS } from '../../domain/common/time';
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

/** How long after each message without an answer it is sent again; after the last one, not by itself. */
const REPEATED_AFTER_SECONDS = [MINUTE_SECONDS, HOUR_SECONDS] as const;
/** How often a message without an answer is sent again. */
export const MOST_REPEATS = REPEATED_AFTER_SECONDS.length;

/**
 * Records that a message was sent and no answer came, so it may have arrived. Schedules another attempt, or gives it up and
 * returns `true`. It then expires, so that only a person's request sends it again.
 */
export async function markUnanswered(
  database: Database,
  { outboxId, attempts }: EntryClaim,
  error: string,
): Promise<boolean> {
  const [first, second] = REPEATED_AFTER_SECONDS;
  const [row] = await database.query(
    (sql) => sql<{ isGivenUp: boolean }[]>`
      update outbox set unanswered = coalesce(unanswered, 0) + 1, failures = failures + 1, last_error = ${error},
        due_at = app_now() + interval '1 second' * (1 + random() / 4)
          * case coalesce(unanswered, 0) when 0 then ${first}::int else ${second}::int end,
        failed_at = case when unanswered >= ${MOST_REPEATS} then app_now() end,
        expires_at = case when unanswered >= ${MOST_REPEATS} then app_now() else expires_at end
      where outbox_id = ${outboxId} and attempts = ${attempts} and delivered_at is null and failed_at is null
      returning failed_at is not null as "isGivenUp"`,
  );
  return row?.isGivenUp === true;
}

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
