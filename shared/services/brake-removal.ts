import { promiseAlone } from '../database/outbox';
import { claimSlot } from '../database/removal-brakes';
import type { Access } from '../database/subscriptions';
import { tellBraked } from '../domain/access-promises';
import { REMOVED_AT_LEAST, removalsPerHour } from '../domain/decide-removal';
import type { ClosedChannelId } from '../domain/ids';
import type { Database } from '../database/pool';
import { countMembers, type Answered, type MembershipApi } from '../telegram/membership';

/**
 * Takes one of the removals that a channel has in any hour, so that no fault of ours or of a clock empties it: five, or a
 * tenth of its members where that is more, unless the owner has let go of the brake. The seconds to wait, or 0. Telegram
 * is asked how many members there are only when five were removed.
 */
export async function brakeRemoval(
  { database, api }: { readonly database: Database; readonly api: MembershipApi },
  access: Access,
  closedChannelId: ClosedChannelId,
): Promise<Answered<number>> {
  const first = await claimSlot(database, access, REMOVED_AT_LEAST);
  if (first.isGranted) return { ok: true, value: 0 };
  const members = await countMembers(api, closedChannelId);
  if (!members.ok) return members;
  const most = removalsPerHour(members.value);
  const slot = most > REMOVED_AT_LEAST ? await claimSlot(database, access, most) : first;
  if (slot.isGranted) return { ok: true, value: 0 };
  await promiseAlone(database, [tellBraked(access, slot.removed)]);
  return { ok: true, value: Math.max(1, slot.freeInSeconds) };
}
