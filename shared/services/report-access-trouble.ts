import { promiseAlone } from '../database/outbox';
import type { Access } from '../database/subscriptions';
import { tellAccessTrouble, tellDelayed } from '../domain/access-promises';
import type { Database } from '../database/pool';
import type { MembershipFailure } from '../telegram/failure';
import { later, type Attempt, type Outcome } from './outcome';

/** Before somebody who waits is told so, a passing failure has this many tries. */
const TOLD_AFTER_ATTEMPTS = 3;

/**
 * Somebody has paid and cannot be let in yet. They are told once, and the owner once a day where the owner has to act; it
 * is tried until it works.
 */
export async function reportAccessTrouble(
  database: Database,
  access: Access,
  { failure, attempt: { key, attempts } }: { failure: MembershipFailure; attempt: Attempt },
): Promise<Outcome> {
  const reason = failure.type === 'already' ? 'it was answered already' : failure.reason;
  if (failure.type === 'retryable') {
    if (attempts >= TOLD_AFTER_ATTEMPTS) await promiseAlone(database, [tellDelayed(access, key)]);
    return later(reason, failure.afterSeconds);
  }
  await promiseAlone(database, [tellDelayed(access, key), tellAccessTrouble(access, reason)]);
  return later(reason);
}
