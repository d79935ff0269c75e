import type { Person } from '../database/chats';
import type { Delivery } from '../database/inbox';
import { promiseAnswer, readJoinRequest } from '../database/join-requests';
import { saveSeenMember, type SeenMember } from '../database/members';
import type { Database } from '../database/pool';
import { decideJoinRequest } from '../domain/decide-join-request';
import type { ClosedChannelId } from '../domain/ids';

export interface AskedToJoin {
  readonly closedChannelId: ClosedChannelId;
  readonly userId: number;
  readonly person: Person;
  /** Whether the bot itself made the link that was used. */
  readonly isOurLink: boolean;
}

/** Promises an answer to who asks to join a private channel, and says whether there is one to be given. */
export async function answerJoinRequest(
  database: Database,
  delivery: Delivery,
  { closedChannelId, userId, person, isOurLink }: AskedToJoin,
): Promise<boolean> {
  const asked = await readJoinRequest(database, { closedChannelId, userId });
  const promised = asked === undefined ? [] : decideJoinRequest(asked, isOurLink, delivery.deliveryId);
  if (promised.length === 0) return false;
  await promiseAnswer(database, delivery, { person, promised });
  return true;
}

/** Keeps who is seen in a private channel, for its owner's report. Nothing is done about it. */
export const noteMember = (database: Database, delivery: Delivery, seen: SeenMember): Promise<unknown> =>
  saveSeenMember(database, delivery, seen);
