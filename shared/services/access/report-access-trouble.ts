import { promiseAlone } from '../../database/common/outbox';
import type { MemberAccess } from '../../database/access/member-access';
import {
  placeChecked,
  tellAccessTrouble,
  tellDelayed,
  tellInTooManyChats,
} from '../../domain/access/access-promises';
import type { Database } from '../../database/connection/pool';
import type { AccessTrouble } from '../../domain/messages/access';
import type { MembershipFailure } from '../../telegram/failure';
import { later, type Attempt, type Outcome } from '../common/outcome';

/** A transient failure gets this many attempts before the buyer is told. */
const TOLD_AFTER_ATTEMPTS = 3;

/** A failure that Telegram reported, or one that we know of without asking. */
export type GrantFailure = MembershipFailure | { readonly type: 'no_channel'; readonly reason: string };

/** The owner's trouble that a failure is. Trouble with one buyer must not use up the alarm of the whole channel. */
function troubleOf({ type }: GrantFailure): AccessTrouble {
  if (type === 'full' || type === 'banned' || type === 'no_channel') return type;
  return type === 'no_such_user' || type === 'about_user' ? 'about_user' : 'refused';
}

/**
 * Retries until a buyer who has paid can be let in. Tells the buyer once, and the owner if the owner has to act. The owner
 * isn't told about a limit that only the buyer can change.
 */
export async function reportAccessTrouble(
  database: Database,
  access: MemberAccess,
  { failure, attempt: { key, attempts } }: { failure: GrantFailure; attempt: Attempt },
): Promise<Outcome> {
  if (failure.type === 'retryable') {
    if (attempts >= TOLD_AFTER_ATTEMPTS) await promiseAlone(database, [tellDelayed(access, key, false)]);
    return later(failure.reason, failure.afterSeconds);
  }
  if (failure.type === 'in_too_many_chats') {
    await promiseAlone(database, [tellInTooManyChats(access, key)]);
    return later(failure.reason);
  }
  const reason = failure.type === 'already' ? 'it was answered already' : failure.reason;
  const trouble = troubleOf(failure);
  await promiseAlone(database, [
    tellDelayed(access, key, true),
    tellAccessTrouble(access, { trouble, reason }),
    ...(trouble === 'refused' ? placeChecked(access, key) : []),
  ]);
  return later(reason);
}
