import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { claimBulk, leaveLane, type BulkClaim } from '../database/posts/bulk-lane';
import { claimDue, type Entry, type UnreadableEntry } from '../database/common/claim-outbox';
import {
  markDelivered,
  markFailed,
  markRefusedByChat,
  markRetry,
  markUnanswered,
} from '../database/common/conclude-outbox';
import type { Logger } from '../logger';
import { withLogContext } from '../logger';
import { later, NOT_IN_TIME, type Outcome } from './common/outcome';
import { giveUpEffect, performEffect, type EffectDependencies } from './perform-effect';

/** As many at once as the pool and the providers can take. An entry mostly waits for Telegram. */
const BATCH = 20;
const UNREADABLE_RETRY_SECONDS = 600;
const NO_BULK: BulkClaim = { entries: [], waitMs: null };
/** While bulk sending is rate limited, check for other due work at least this often. */
const LONGEST_PAUSE_MS = 250;

export interface DrainResult {
  readonly delivered: number;
  readonly retried: number;
  readonly failed: number;
}

async function attempt(deps: EffectDependencies, entry: Entry | UnreadableEntry): Promise<Outcome> {
  try {
    if (entry.hasExpired)
      return 'effect' in entry ? await giveUpEffect(deps, entry.effect, entry) : NOT_IN_TIME;
    // A newer version wrote it and will read it. This version only must not lose it.
    if (!('effect' in entry)) return later('this version cannot read it', UNREADABLE_RETRY_SECONDS);
    return await performEffect(deps, entry.effect, entry);
  } catch (error) {
    deps.log.error('outbox.attempt_failed', { outboxId: entry.outboxId, attempts: entry.attempts, error });
    return later(error instanceof Error ? error.message : 'unknown error');
  }
}

type CountedOutcome = Exclude<Outcome['type'], 'unanswered'>;

/** Records the result of an attempt. Returns what it counts as. */
async function recordOutcome(
  deps: EffectDependencies,
  entry: Entry | UnreadableEntry,
  outcome: Outcome,
): Promise<CountedOutcome> {
  const fields = { outboxId: entry.outboxId, key: entry.key, attempts: entry.attempts };
  switch (outcome.type) {
    case 'done':
      await markDelivered(deps.database, entry);
      deps.log.info('outbox.delivered', fields);
      return 'done';
    case 'not_yet':
      await markRetry(deps.database, entry, { error: null, afterSeconds: outcome.afterSeconds });
      return 'not_yet';
    case 'later':
      await markRetry(deps.database, entry, { error: outcome.reason, afterSeconds: outcome.afterSeconds });
      deps.log.info('outbox.postponed', { ...fields, reason: outcome.reason });
      return 'later';
    case 'unanswered': {
      const { reason } = outcome;
      const isGivenUp = await markUnanswered(deps.database, entry, reason);
      if (isGivenUp) deps.log.error('outbox.failed', { ...fields, reason });
      else deps.log.info('outbox.postponed', { ...fields, reason });
      return isGivenUp ? 'failed' : 'later';
    }
    case 'failed':
      await (outcome.isOfChat ? markRefusedByChat : markFailed)(deps.database, entry, outcome.reason);
      deps.log.error('outbox.failed', { ...fields, reason: outcome.reason });
      return 'failed';
  }
}

async function performEntry(
  deps: EffectDependencies,
  entry: Entry | UnreadableEntry,
): Promise<CountedOutcome> {
  const run = async (): Promise<CountedOutcome> => {
    const outcome = await attempt(deps, entry);
    try {
      return await recordOutcome(deps, entry, outcome);
    } catch (error) {
      // Its lease ends, and it is attempted again. It must not stop the other entries of the batch.
      deps.log.error('outbox.conclude_failed', { outboxId: entry.outboxId, outcome: outcome.type, error });
      return 'later';
    }
  };
  // Keeps the platform's trace of the worker's request but not its correlation id, because the request that nudged the
  // worker has nothing to do with an entry that has no id.
  return withLogContext(
    { correlationId: entry.correlationId ?? randomUUID(), reference: entry.reference ?? undefined },
    run,
  );
}

export interface DrainOptions {
  readonly budgetMs: number;
  /** Also performs bulk entries, as fast as all workers together may. Default true. */
  readonly withBulk?: boolean;
  readonly now?: () => number;
  /** Called after each attempt at an entry. */
  readonly onPerformed?: () => void;
}

/**
 * Performs due entries, many at once, until none is due or the budget is used up. Any number of workers may drain one
 * database, because a claim is a lease and no two leases overlap. If a worker dies, its entries come due again when
 * their leases end. Bulk entries are claimed in addition to the others, never in their place.
 */
export async function drainOutbox(
  deps: EffectDependencies & { readonly log: Logger },
  { budgetMs, withBulk = true, now = performance.now.bind(performance), onPerformed }: DrainOptions,
): Promise<DrainResult> {
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
    const perform = async (entry: Entry | UnreadableEntry) => {
      count[await performEntry(deps, entry)] += 1;
      onPerformed?.();
    };
    await Promise.all(entries.map(perform));
  } while (now() < deadline);
  if (isLeft) await leaveLane(deps.database);
  return { delivered: count.done, retried: count.later, failed: count.failed };
}
