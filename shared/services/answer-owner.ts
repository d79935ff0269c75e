import type { Delivery } from '../database/inbox';
import { allowRemoval, releaseRemovals, switchRemovalsOff } from '../database/owner-rulings';
import type { Database } from '../database/pool';
import { readAccess } from '../database/subscriptions';
import { removalAgain } from '../domain/access-promises';
import type { OpenChannelId } from '../domain/ids';
import { Unavailable } from '../errors';

const MAX_TRIES = 5;

interface Ruling {
  readonly ownerUserId: number;
  readonly openChannelId: OpenChannelId;
}

/** The owner's word that somebody who was in before is to go like anybody else. Whether the channel is theirs. */
export async function removeProtected(
  database: Database,
  delivery: Delivery,
  { ownerUserId, openChannelId, userId }: Ruling & { readonly userId: number },
): Promise<boolean> {
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const access = await readAccess(database, { openChannelId, userId });
    if (access?.ownerUserId !== ownerUserId) return false;
    const promised = [removalAgain(access, delivery.deliveryId)];
    if (await allowRemoval(database, delivery, { access, promised })) return true;
  }
  throw new Unavailable('the access is being changed too often', { retryAfterSeconds: 1 });
}

/** Lets removals go on for an hour, however many there are. Whether the channel is theirs. */
export const releaseBrake = (database: Database, delivery: Delivery, ruling: Ruling): Promise<boolean> =>
  releaseRemovals(database, delivery, ruling);

/** Nobody is removed from the channel any more. Whether it is theirs. */
export const stopRemovals = (database: Database, delivery: Delivery, ruling: Ruling): Promise<boolean> =>
  switchRemovalsOff(database, delivery, ruling);
