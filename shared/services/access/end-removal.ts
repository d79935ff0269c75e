import { recordFailure } from '../../database/common/audit-log';
import type { Database } from '../../database/connection/pool';
import type { MemberAccess } from '../../database/access/subscriptions';
import { abandonRemoval, concludeRemoval } from '../../database/access/removals';
import { tellAccessTrouble, tellEnded, tellRemovalTrouble } from '../../domain/access/access-promises';
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

/** An attempt at removing somebody, with their access as it was read last. */
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

/** Not removed yet. From the third time on the owner is told, and of what passes by itself not before a day. */
export async function retryAndReport(
  { database }: RemovalDependencies,
  { access, attempt: { key } }: RemovalAttempt,
  { afterSeconds, ...why }: Trouble,
): Promise<Outcome> {
  const { openChannelId, userId, reference } = access;
  const act = { act: 'removal_failed', openChannelId, userId, reference, details: { reason: why.reason } };
  const promised = [tellRemovalTrouble(access, why)];
  await recordFailure(database, act, { key, promised, isPassing: why.trouble === 'unanswered' });
  return later(why.reason, afterSeconds);
}

/** An administrator can be removed by nobody but the owner. */
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
      return retryAndReport(deps, removing, { trouble: 'unclear', reason: failure.reason });
    case 'refused':
      return retryAndReport(deps, removing, { trouble: 'refused', reason: failure.reason });
  }
}

/** Of who paid and never had a way in, the owner has to hear: nobody else can put that right. */
const ended = (access: MemberAccess): Promised[] =>
  isOwed(access)
    ? [tellEnded(access, true), tellAccessTrouble(access, { trouble: 'too_late', reason: '' })]
    : [tellEnded(access, false)];

/** Out: recorded and told once. `CONFLICT` when they have days again. */
export async function recordRemoved(
  { database }: RemovalDependencies,
  { access, attempt }: RemovalAttempt,
): Promise<Outcome | Conflict> {
  const isRecorded = await concludeRemoval(database, access, {
    key: attempt.key,
    promised: access.isRemoved || access.isBanned ? [] : ended(access),
  });
  return isRecorded ? DONE : CONFLICT;
}
