import type { Delivery } from '../../database/common/inbox';
import { allowRemoval } from '../../database/access/removal-rulings';
import type { Database } from '../../database/connection/pool';
import type { OfPlace } from '../../database/access/subscriptions';
import { readChannelRole } from '../../database/common/channel-roles';
import { readAccess, type MemberAccess } from '../../database/access/member-access';
import { isTakenAway, removalAgain } from '../../domain/access/access-promises';
import type { OpenChannelId } from '../../domain/common/ids';
import { isForEver } from '../../domain/common/for-ever';
import { mayAct, RULING_ROLE } from '../../domain/common/roles';
import { phaseOf } from '../../domain/common/subscription';
import { CONFLICT, retryOnConflict } from '../common/retry-on-conflict';

interface RemovalRuling {
  readonly actorUserId: number;
  readonly openChannelId: OpenChannelId;
}

/** The time at which a member who lost their protection is removed. `later`: they have access or grace left. `never`: for ever. */
export type RemovalTime = 'now' | 'later' | 'never' | 'removals_off';

function removalTimeOf(access: MemberAccess): RemovalTime {
  const { placeUntil, now } = access;
  if (isForEver(placeUntil)) return 'never';
  if (access.removals !== 'on') return 'removals_off';
  if (placeUntil !== null && placeUntil > now) return 'later';
  if (isTakenAway(access)) return 'now';
  const phase = phaseOf({ ...access, until: access.paidUntil });
  return phase === 'active' || phase === 'grace' ? 'later' : 'now';
}

/**
 * Ends a member's protection in one place, as their owner decided: from now on they are removed like any other member. Returns
 * `undefined` if the actor may not decide it.
 */
export async function endProtection(
  database: Database,
  delivery: Delivery,
  { actorUserId, openChannelId, userId, chatId }: RemovalRuling & OfPlace,
): Promise<RemovalTime | undefined> {
  return retryOnConflict({ what: 'access' }, async () => {
    const channelRole = await readChannelRole(database, { openChannelId, userId: actorUserId });
    if (channelRole === undefined || !mayAct(channelRole.role, RULING_ROLE)) return undefined;
    const access = await readAccess(database, { openChannelId, userId, chatId });
    if (access === undefined) return undefined;
    const promised = removalAgain(access, delivery.deliveryId);
    const isAllowed = await allowRemoval(database, delivery, { access, actorUserId, promised });
    return isAllowed ? removalTimeOf(access) : CONFLICT;
  });
}
