import { recordFailure } from '../database/audit-log';
import type { Database } from '../database/pool';
import { abandonRemoval, concludeRemoval, type Access } from '../database/subscriptions';
import { tellEnded, tellRemovalTrouble } from '../domain/access-promises';
import type { ClosedChannelId } from '../domain/ids';
import type { Logger } from '../logger';
import type { MembershipFailure } from '../telegram/failure';
import type { MembershipApi } from '../telegram/membership';
import { DONE, failed, later, type Attempt, type Outcome } from './outcome';

export interface RemovalDependencies {
  readonly database: Database;
  readonly api: MembershipApi;
  readonly log: Logger;
}

/** An attempt at removing somebody, with their access as it was read last. */
export interface Removing {
  readonly access: Access;
  readonly closedChannelId: ClosedChannelId;
  readonly attempt: Attempt;
}

/** The access has changed since it was read: read again, decide again. */
export const CHANGED = undefined;

/** Not removed yet. From the third time on the owner is told, once a day. */
export async function trouble(
  { database }: RemovalDependencies,
  { access, attempt: { key } }: Removing,
  { reason, afterSeconds }: { reason: string; afterSeconds?: number | undefined },
): Promise<Outcome> {
  const { openChannelId, userId, reference } = access;
  const act = { act: 'removal_failed', openChannelId, userId, reference, details: { reason } };
  await recordFailure(database, act, { key, promised: [tellRemovalTrouble(access, reason, 'daily')] });
  return later(reason, afterSeconds);
}

/** An administrator can be removed by nobody but the owner. */
export async function giveUp(
  { database }: RemovalDependencies,
  { access }: Removing,
  reason: string,
): Promise<Outcome | undefined> {
  const told = [tellRemovalTrouble(access, reason, 'once')];
  return (await abandonRemoval(database, access, told)) ? failed(reason) : CHANGED;
}

export async function afterFailure(
  deps: RemovalDependencies,
  removing: Removing,
  failure: MembershipFailure,
): Promise<Outcome | undefined> {
  switch (failure.type) {
    case 'irremovable':
      return giveUp(deps, removing, failure.reason);
    case 'already':
      return trouble(deps, removing, { reason: 'Telegram says it was done' });
    default:
      return trouble(deps, removing, failure);
  }
}

/** Out: recorded and told once. `undefined` when they have days again. */
export async function conclude(
  { database }: RemovalDependencies,
  { access, attempt }: Removing,
): Promise<Outcome | undefined> {
  const isRecorded = await concludeRemoval(database, access, {
    key: attempt.key,
    promised: access.isRemoved ? [] : [tellEnded(access)],
  });
  return isRecorded ? DONE : CHANGED;
}
