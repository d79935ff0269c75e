import { promiseAlone } from '../../database/common/outbox';
import type { MemberAccess } from '../../database/access/subscriptions';
import { placeChecked, tellAccessTrouble, tellDelayed } from '../../domain/access/access-promises';
import type { Database } from '../../database/connection/pool';
import type { MembershipFailure } from '../../telegram/failure';
import { later, type Attempt, type Outcome } from '../common/outcome';

/** A transient failure gets this many attempts before the buyer is told. */
const TOLD_AFTER_ATTEMPTS = 3;

/** A failure that Telegram reported, or one that we know of without asking. */
export type GrantFailure =
  MembershipFailure | { readonly type: 'banned' | 'no_channel'; readonly reason: string };

/** Retries until a buyer who has paid can be let in. Tells the buyer once, and the owner if the owner has to act. */
export async function reportAccessTrouble(
  database: Database,
  access: MemberAccess,
  { failure, attempt: { key, attempts } }: { failure: GrantFailure; attempt: Attempt },
): Promise<Outcome> {
  if (failure.type === 'retryable') {
    if (attempts >= TOLD_AFTER_ATTEMPTS) await promiseAlone(database, [tellDelayed(access, key, false)]);
    return later(failure.reason, failure.afterSeconds);
  }
  const reason = failure.type === 'already' ? 'it was answered already' : failure.reason;
  const trouble = failure.type === 'banned' || failure.type === 'no_channel' ? failure.type : 'refused';
  await promiseAlone(database, [
    tellDelayed(access, key, true),
    tellAccessTrouble(access, { trouble, reason }),
    ...(trouble === 'refused' ? placeChecked(access, key) : []),
  ]);
  return later(reason);
}
