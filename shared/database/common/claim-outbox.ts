import { languageOf, type Language } from '../../domain/common/language';
import type { Effect } from '../../domain/effects';
import type { Sql } from '../connection/options';
import type { Database } from '../connection/pool';
import { isInLane, readEffect } from './effect-codec';
import { payloadLanguage } from './languages';

/**
 * Longer than an effect takes while the database answers, so that a live worker keeps its claim. If one takes longer
 * anyway, another worker may perform it a second time, and only the later claim can conclude it.
 */
export const LEASE_SECONDS = 60;

type Fragment = ReturnType<Sql>;

/** An entry claimed from the outbox. `attempts` is the fence: a later claim makes every earlier one powerless. */
export interface Entry {
  readonly outboxId: number;
  readonly attempts: number;
  readonly unanswered: number;
  readonly key: string;
  readonly effect: Effect;
  readonly hasExpired: boolean;
  readonly reference: string | null;
  readonly correlationId: string | null;
  /** What the user, group or channel reads that the effect is for. */
  readonly language: Language;
}

/** A row that a newer version wrote and this one can't read. */
export interface UnreadableEntry extends Omit<Entry, 'effect'> {
  readonly unreadable: true;
}

export type ClaimedRow = Omit<Entry, 'effect' | 'language'> & {
  readonly kind: string;
  readonly payload: object;
  readonly language: string | null;
};

/** The share of a claim that is left to background work, so that it is never starved. */
const BACKGROUND_SHARE = 0.1;

export const due = (sql: Sql) => sql`delivered_at is null and failed_at is null and due_at <= app_now()`;

/** The part of a statement that claims the chosen entries for the length of a lease and returns them. */
export const claiming = (sql: Sql, chosen: Fragment) => sql`
  update outbox set attempts = attempts + 1, due_at = app_now() + ${LEASE_SECONDS} * interval '1 second'
  where outbox_id in (${chosen})
  returning outbox_id as "outboxId", kind, payload, attempts, coalesce(unanswered, 0) as unanswered,
    idempotency_key as key, order_reference as reference,
    correlation_id as "correlationId", expires_at <= app_now() as "hasExpired",
    ${payloadLanguage(sql)} as language`;

export const readEntry = ({ kind, payload, language, ...claimed }: ClaimedRow): Entry | UnreadableEntry => {
  const effect = readEffect(kind, payload);
  const row = { ...claimed, language: languageOf(language) };
  return effect === undefined ? { ...row, unreadable: true } : { ...row, effect };
};

/**
 * Claims up to `limit` due entries for the length of a lease: prompt entries first, then background entries, each
 * oldest first. No two claims overlap.
 */
export async function claimDue(database: Database, limit: number): Promise<(Entry | UnreadableEntry)[]> {
  const rows = await database.query(
    (sql) => sql<ClaimedRow[]>`
      with prompt as materialized (
        select outbox_id from outbox where ${due(sql)} and ${isInLane(sql, 'prompt')}
        order by due_at limit ${limit - Math.floor(limit * BACKGROUND_SHARE)} for update skip locked),
      background as materialized (
        select outbox_id from outbox where ${due(sql)} and ${isInLane(sql, 'background')}
        order by due_at limit ${limit} - (select count(*) from prompt) for update skip locked)
      ${claiming(sql, sql`select outbox_id from prompt union all select outbox_id from background`)}`,
  );
  return rows.map(readEntry);
}
