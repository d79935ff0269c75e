import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { claimBulk, leaveLane, type BulkClaim } from '../database/posts/bulk-lane';
import { claimDue, type Entry, type UnreadableEntry } from '../database/common/claim-outbox';
import { markDelivered, markFailed, markRetry } from '../database/common/conclude-outbox';
import type { Logger } from '../logger';
import { withLogContext } from '../logger';
import { later, NOT_IN_TIME, type Outcome } from './common/outcome';
import { giveUpEffect, performEffect, type EffectDependencies } from './perform-effect';

/** As many at once as the pool and the providers bear; an entry spends most of its time waiting for Telegram. */
const BATCH = 20;
const PATIENCE_FOR_UNREADABLE_SECONDS = 600;
const NO_BULK: BulkClaim = { entries: [], waitMs: null };
/** Whoever waits for the bucket of what is sent in bulk looks so often whether anything else has come due. */
const LONGEST_PAUSE_MS = 250;

export interface Drained {
  readonly delivered: number;
  readonly retried: number;
  readonly failed: number;
}

async function attempt(deps: EffectDependencies, entry: Entry | UnreadableEntry): Promise<Outcome> {
  try {
    if (entry.hasExpired)
      return 'effect' in entry ? await giveUpEffect(deps, entry.effect, entry) : NOT_IN_TIME;
    // A newer version wrote it, and will read it; this one only must not lose it.
    if (!('effect' in entry)) return later('this version cannot read it', PATIENCE_FOR_UNREADABLE_SECONDS);
    return await performEffect(deps, entry.effect, entry);
  } catch (error) {
    deps.log.error('outbox.attempt_failed', { outboxId: entry.outboxId, attempts: entry.attempts, error });
    return later(error instanceof Error ? error.message : 'unknown error');
  }
}

async function recordOutcome(
  deps: EffectDependencies,
  entry: Entry | UnreadableEntry,
  outcome: Outcome,
): Promise<void> {
  const fields = { outboxId: entry.outboxId, key: entry.key, attempts: entry.attempts };
  switch (outcome.type) {
    case 'done':
      await markDelivered(deps.database, entry);
      deps.log.info('outbox.delivered', fields);
      break;
    case 'not_yet':
      await markRetry(deps.database, entry, { error: null, afterSeconds: outcome.afterSeconds });
      break;
    case 'later':
      await markRetry(deps.database, entry, { error: outcome.reason, afterSeconds: outcome.afterSeconds });
      deps.log.info('outbox.postponed', { ...fields, reason: outcome.reason });
      break;
    case 'failed':
      await markFailed(deps.database, entry, outcome.reason);
      deps.log.error('outbox.failed', { ...fields, reason: outcome.reason });
  }
}

async function perform(deps: EffectDependencies, entry: Entry | UnreadableEntry): Promise<Outcome['type']> {
  const run = async () => {
    const outcome = await attempt(deps, entry);
    try {
      await recordOutcome(deps, entry, outcome);
      return outcome.type;
    } catch (error) {
      // Its lease ends and it is done again. The others of the batch must not be left because of it.
      deps.log.error('outbox.conclude_failed', { outboxId: entry.outboxId, outcome: outcome.type, error });
      return 'later';
    }
  };
  // The platform's trace stays that of the request in which the worker does it, but not its id: who nudged the worker has
  // nothing to do with an entry that has none.
  return withLogContext(
    { correlationId: entry.correlationId ?? randomUUID(), reference: entry.reference ?? undefined },
    run,
  );
}

export interface Draining {
  readonly budgetMs: number;
  /** Whether what is sent in bulk is done, too, as fast as all workers together may. Default true. */
  readonly withBulk?: boolean;
  readonly now?: () => number;
}

/**
 * Performs what is due, many at once, until nothing is or the budget is used up. Any number of workers may drain one
 * database: a claim is a lease, and no two overlap. An entry whose worker dies comes due again when its lease ends. What
 * is sent in bulk is claimed beside the rest and never in place of it.
 */
export async function drainOutbox(
  deps: EffectDependencies & { readonly log: Logger },
  { budgetMs, withBulk = true, now = performance.now.bind(performance) }: Draining,
): Promise<Drained> {
  const count = { done: 0, not_yet: 0, later: 0, failed: 0 };
  const deadline = now() + budgetMs;
  let isLeft: boolean;
  do {
    const first = await claimDue(deps.database, BATCH);
    const bulk = withBulk ? await claimBulk(deps.database) : NO_BULK;
    isLeft = bulk.waitMs !== null;
    const entries = [...first, ...bulk.entries];
    if (entries.length === 0) {
      if (bulk.waitMs === null) break;
      await pause(Math.min(bulk.waitMs, LONGEST_PAUSE_MS));
    }
    for (const type of await Promise.all(entries.map((entry) => perform(deps, entry)))) count[type] += 1;
  } while (now() < deadline);
  if (isLeft) await leaveLane(deps.database);
  return { delivered: count.done, retried: count.later, failed: count.failed };
}
