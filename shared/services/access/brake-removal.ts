import type { Database } from '../../database/connection/pool';
import {
  bookSlot,
  claimSlot,
  readBrake,
  saveMemberCount,
  type Brake,
} from '../../database/access/removal-brakes';
import type { MemberAccess } from '../../database/access/member-access';
import { promiseAlone } from '../../database/common/outbox';
import { tellBraked } from '../../domain/access/access-promises';
import { holdsSlot, REMOVED_AT_LEAST, removalsPerHour } from '../../domain/access/decide-removal';
import type { ClosedChannelId } from '../../domain/common/ids';
import { countMembers, type CallResult, type MembershipApi } from '../../telegram/membership';
import { CONFLICT, retryOnConflict, TRIES_OF_EFFECT } from '../common/retry-on-conflict';

interface BrakeDependencies {
  readonly database: Database;
  readonly api: MembershipApi;
}

/** How many removals an hour allows, and for how many seconds the brake holds (0 if it doesn't). */
export interface BrakeState {
  readonly most: number;
  readonly waitSeconds: number;
}

/**
 * Books a later time for a removal that has to wait. Tells the owner once a day, and again after they released the
 * brake.
 */
async function askOwnerToConfirm(
  database: Database,
  access: MemberAccess,
  { most, ...brake }: Pick<Brake, 'removed' | 'releases'> & { most: number },
): Promise<BrakeState> {
  await promiseAlone(database, [tellBraked(access, { ...brake, most })]);
  return { most, waitSeconds: await bookSlot(database, access, most) };
}

/**
 * Returns whether the brake lets a member of the channel be removed now. It keeps a bug of ours or a wrong clock from
 * emptying the channel: it allows five removals in any hour, or a tenth of the members if that is more, unless the
 * owner released it. Asks Telegram for the number of members only after five removals, and at most once an hour.
 */
export async function askBrake(
  { database, api }: BrakeDependencies,
  access: MemberAccess,
  closedChannelId: ClosedChannelId,
): Promise<CallResult<BrakeState>> {
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

/** In place of the brake, because the owner has decided about these removals. */
export const UNBRAKED: {
  readonly askBrake: typeof askBrake;
  readonly takeSlot: typeof takeSlot;
} = {
  askBrake: () => Promise.resolve({ ok: true, value: { most: 0, waitSeconds: 0 } }),
  takeSlot: () => Promise.resolve({ ok: true, value: 0 }),
};

/** Claims one of the removals that an hour allows. Returns 0, or the seconds to wait if others claimed the last one. */
export async function takeSlot(
  deps: BrakeDependencies,
  access: MemberAccess,
  closedChannelId: ClosedChannelId,
): Promise<CallResult<number>> {
  if (holdsSlot(access)) return { ok: true, value: 0 };
  const busy: CallResult<number> = { ok: true, value: 1 };
  return retryOnConflict({ what: 'brake', tries: TRIES_OF_EFFECT, otherwise: () => busy }, async () => {
    const brake = await askBrake(deps, access, closedChannelId);
    if (!brake.ok) return brake;
    const { most, waitSeconds } = brake.value;
    if (waitSeconds > 0) return { ok: true, value: waitSeconds };
    return (await claimSlot(deps.database, access, most)) ? { ok: true, value: 0 } : CONFLICT;
  });
}
