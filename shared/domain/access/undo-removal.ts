import { ACCESS_EXPIRES_SECONDS, type Promised } from '../effects';
import type { ClosedChannelId, OpenChannelId, OrderReference } from '../common/ids';
import { removalAgain } from './access-promises';

/** A member that the bot removed, as things are now. Times are epoch milliseconds. */
export interface RemovedMember {
  /** The record of the removal in the audit log. */
  readonly auditId: number;
  readonly removedAt: number;
  readonly openChannelId: OpenChannelId;
  readonly title: string;
  /** The place that they were removed from. `null`: the main one. */
  readonly chatId: ClosedChannelId | null;
  /** The owner took the place away from the offer. */
  readonly isClosed: boolean;
  readonly userId: number;
  readonly username: string | null;
  /** Why they were removed, as recorded then: `banned`, `ended_by_owner`, `refunded`, `expired` or `place_closed`. */
  readonly cause: string | null;
  /** The order that paid for their access last; `null` if none did. */
  readonly reference: OrderReference | null;
  readonly paidUntil: number | null;
  readonly isBanned: boolean;
  /** They are in the channel again. */
  readonly isInside: boolean;
  /** They got a link since, or will get one: they paid again, asked for it, or the removal was undone. */
  readonly isInvited: boolean;
  readonly now: number;
}

/** What the removal of a member means today. */
export type RemovalFate =
  /** They have access and are out: undoing sends them a link. */
  | 'owed'
  /** They had paid when they were removed, and their access has ended since. The owner may give them days. */
  | 'missed'
  /** Their access had ended, so the removal was right. */
  | 'ended'
  /** The owner took the place away from the offer, so the removal was right. */
  | 'closed'
  | 'banned'
  | 'inside'
  | 'invited';

/** Judges a removal by the access that the database knows now: a payment found since counts, and a corrected clock, too. */
export function fateOf(member: RemovedMember): RemovalFate {
  const { paidUntil, removedAt, now } = member;
  if (member.isBanned) return 'banned';
  if (member.isClosed) return 'closed';
  if (member.isInside) return 'inside';
  if (paidUntil === null) return 'ended';
  if (paidUntil > now) return member.isInvited ? 'invited' : 'owed';
  return paidUntil > removedAt ? 'missed' : 'ended';
}

/** Letting somebody in takes some four calls, so these are the 20 calls a second that bulk messages have. */
const UNDONE_PER_SECOND = 5;

/** A grant in the main place promises those in the others under its own key, so a place must not get two. */
function keyOf(
  { auditId, openChannelId, userId, chatId }: RemovedMember,
  all: readonly RemovedMember[],
): string {
  const main = all.find(
    (other) =>
      chatId !== null &&
      other.chatId === null &&
      other.openChannelId === openChannelId &&
      other.userId === userId,
  );
  return main === undefined ? `removal:${auditId}:undone` : `removal:${main.auditId}:undone:${chatId}`;
}

/** What undoing one removal promises, under the key that keeps it from being promised twice. */
export interface UndoneRemoval {
  readonly member: RemovedMember;
  readonly key: string;
  readonly promised: readonly Promised[];
}

/**
 * Undoes removals of members who are owed access: each gets a link of their own, and leaves when the access really ends.
 * Paced, so that buyers wait for nobody. `before` says how many were undone in the same run already.
 */
export const undoneRemovals = (members: readonly RemovedMember[], before: number): UndoneRemoval[] =>
  members.map((member, index) => {
    const { openChannelId, userId, reference, chatId } = member;
    const dueInSeconds = Math.floor((before + index) / UNDONE_PER_SECOND);
    const key = keyOf(member, members);
    const place = chatId !== null && { chatId };
    const link: Promised = {
      effect: { kind: 'grant_access', openChannelId, userId, reference, news: { type: 'asked' }, ...place },
      key,
      dueInSeconds,
      expiresInSeconds: dueInSeconds + ACCESS_EXPIRES_SECONDS,
      ...(reference !== null && { reference }),
    };
    // The promise to remove them was kept too early.
    const again = removalAgain(
      { ...member, isMain: chatId === null, closedChannelId: chatId, isOpen: !member.isClosed },
      `${key}:again`,
    );
    return { member, key, promised: [link, ...again] };
  });
