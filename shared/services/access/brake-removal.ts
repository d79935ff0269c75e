import type { Database } from '../../database/connection/pool';
import {
  bookSlot,
  claimSlot,
  readBrake,
  saveMemberCount,
  type Brake,
} from '../../database/access/removal-brakes';
import type { MemberAccess } from '../../database/access/subscriptions';
import { promiseAlone } from '../../database/common/outbox';
import { tellBraked } from '../../domain/access/access-promises';
import { holdsSlot, REMOVED_AT_LEAST, removalsPerHour } from '../../domain/access/decide-removal';
import type { ClosedChannelId } from '../../domain/common/ids';
import { countMembers, type Answered, type MembershipApi } from '../../telegram/membership';
import { CONFLICT, retryOnConflict } from '../common/retry-on-conflict';

interface BrakeDependencies {
  readonly database: Database;
  readonly api: MembershipApi;
}

/** How many may be removed in an hour, and the seconds for which the brake holds, or 0. */
export interface Braking {
  readonly most: number;
  readonly waitSeconds: number;
}

/** Gives who has to wait their time. The owner hears of it once a day, and anew after they let go. */
async function askOwnerToConfirm(
  database: Database,
  access: MemberAccess,
  { most, ...brake }: Pick<Brake, 'removed' | 'releases'> & { most: number },
): Promise<Braking> {
  await promiseAlone(database, [tellBraked(access, { ...brake, most })]);
  return { most, waitSeconds: await bookSlot(database, access, most) };
}

/**
 * Looks whether the brake lets anybody of a channel be removed now, so that no fault of ours or of a clock empties it: five
 * in any hour, or a tenth of its members where that is more, unless the owner has let go. Telegram is asked how many
 * members there are only when five were removed, and once an hour.
 */
export async function askBrake(
  { database, api }: BrakeDependencies,
  access: MemberAccess,
  closedChannelId: ClosedChannelId,
): Promise<Answered<Braking>> {
  const brake = await readBrake(database, access);
  const isFree = (most: number) => holdsSlot(access) || brake.isReleased || brake.removed < most;
  const known = brake.members === null ? REMOVED_AT_LEAST : removalsPerHour(brake.members);
  if (isFree(known)) return { ok: true, value: { most: known, waitSeconds: 0 } };
  if (brake.members !== null)
    return { ok: true, value: await askOwnerToConfirm(database, access, { ...brake, most: known }) };
  const members = await countMembers(api, closedChannelId);
  if (!members.ok) return members;
  await saveMemberCount(database, access, members.value);
  const most = removalsPerHour(members.value);
  const value = isFree(most)
    ? { most, waitSeconds: 0 }
    : await askOwnerToConfirm(database, access, { ...brake, most });
  return { ok: true, value };
}

/** Takes one of the removals that there are in an hour. The seconds to wait if others took the last, or 0. */
export async function takeSlot(
  deps: BrakeDependencies,
  access: MemberAccess,
  closedChannelId: ClosedChannelId,
): Promise<Answered<number>> {
  if (holdsSlot(access)) return { ok: true, value: 0 };
  const busy: Answered<number> = { ok: true, value: 1 };
  return retryOnConflict({ what: 'brake', otherwise: () => busy }, async () => {
    const brake = await askBrake(deps, access, closedChannelId);
    if (!brake.ok) return brake;
    const { most, waitSeconds } = brake.value;
    if (waitSeconds > 0) return { ok: true, value: waitSeconds };
    return (await claimSlot(deps.database, access, most)) ? { ok: true, value: 0 } : CONFLICT;
  });
}
