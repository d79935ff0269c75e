import { recordFailure } from '../../database/common/audit-log';
import type { Database } from '../../database/connection/pool';
import type { MemberAccess } from '../../database/access/member-access';
import { isEndedByOwner } from '../../database/access/removal-cause';
import { abandonRemoval, concludeRemoval } from '../../database/access/removals';
import {
  inPlace,
  tellAccessTrouble,
  tellEnded,
  tellRemovalTrouble,
} from '../../domain/access/access-promises';
import { isOwed } from '../../domain/access/decide-grant';
import type { Promised } from '../../domain/effects';
import type { ClosedChannelId } from '../../domain/common/ids';
import type { RemovalTrouble } from '../../domain/messages/access';
import type { Logger } from '../../logger';
import type { MembershipFailure } from '../../telegram/failure';
import type { MembershipApi } from '../../telegram/membership';
import { DONE, failed, later, type Attempt, type Outcome } from '../common/outcome';
import { CONFLICT, type Conflict } from '../common/retry-on-conflict';

export interface RemovalDependencies {
  readonly database: Database;
  readonly api: MembershipApi;
  readonly log: Logger;
}

/** One attempt to remove a member, with their access as it was read last. */
export interface RemovalAttempt {
  readonly access: MemberAccess;
  readonly closedChannelId: ClosedChannelId;
  readonly attempt: Attempt;
}

interface Trouble {
  readonly trouble: RemovalTrouble;
  readonly reason: string;
  readonly afterSeconds?: number | undefined;
}

/** Retries later. After three failures, tells the owner; for transient failures, only after a day. */
export async function retryAndReport(
  { database }: RemovalDependencies,
  { access, attempt: { key } }: RemovalAttempt,
  { afterSeconds, ...why }: Trouble,
): Promise<Outcome> {
  const { openChannelId, userId, reference } = access;
  const details = { reason: why.reason, ...inPlace(access) };
  const act = { act: 'removal_failed', openChannelId, userId, reference, details };
  const promised = [tellRemovalTrouble(access, why)];
  await recordFailure(database, act, { key, promised, isPassing: why.trouble === 'unanswered' });
  return later(why.reason, afterSeconds);
}

/** Gives up the removal and tells the owner, because only the owner can remove an administrator. */
export async function giveUp(
  { database }: RemovalDependencies,
  { access }: RemovalAttempt,
  reason: string,
): Promise<Outcome | Conflict> {
  const told = [tellRemovalTrouble(access, { trouble: 'administrator', reason })];
  return (await abandonRemoval(database, access, told)) ? failed(reason) : CONFLICT;
}

export async function afterFailure(
  deps: RemovalDependencies,
  removing: RemovalAttempt,
  failure: MembershipFailure,
): Promise<Outcome | Conflict> {
  switch (failure.type) {
    case 'irremovable':
      return giveUp(deps, removing, failure.reason);
    case 'retryable': {
      const { reason, afterSeconds } = failure;
      return retryAndReport(deps, removing, { trouble: 'unanswered', reason, afterSeconds });
    }
    case 'already':
      return retryAndReport(deps, removing, { trouble: 'unclear', reason: 'Telegram says it was done' });
    case 'no_such_user':
    case 'in_too_many_chats':
    case 'full':
    case 'banned':
    case 'about_user':
      return retryAndReport(deps, removing, { trouble: 'unclear', reason: failure.reason });
    case 'refused':
      return retryAndReport(deps, removing, { trouble: 'refused', reason: failure.reason });
  }
}

/**
 * The messages about ended access. If a buyer paid and never got in, the owner is told too, because only the owner can
 * put that right.
 */
async function promisesOfEnd(database: Database, access: MemberAccess): Promise<Promised[]> {
  if (isOwed(access))
    return [
      tellEnded(access, { isOwed: true }),
      tellAccessTrouble(access, { trouble: 'too_late', reason: '' }),
    ];
  const isByOwner = await isEndedByOwner(database, access);
  return [tellEnded(access, { isOwed: false, ...(isByOwner && { isByOwner }) })];
}

/**
 * Records that the member is out, and tells them once that their access has ended. A place that the offer lost ends nobody's
 * access. Returns `CONFLICT` if they have access again.
 */
export async function recordRemoved(
  { database }: RemovalDependencies,
  { access, attempt }: RemovalAttempt,
): Promise<Outcome | Conflict> {
  const isEndOfAccess = access.isOpen && !access.isRemoved && !access.isBanned;
  const promised = isEndOfAccess ? await promisesOfEnd(database, access) : [];
  const isRecorded = await concludeRemoval(database, access, { key: attempt.key, promised });
  return isRecorded ? DONE : CONFLICT;
}
