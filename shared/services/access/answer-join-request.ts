import type { TelegramPerson } from '../../database/common/chats';
import type { Delivery } from '../../database/common/inbox';
import { promiseAnswer, readJoinRequest } from '../../database/access/join-requests';
import { saveSeenMember, type SeenMember } from '../../database/access/seen-members';
import { promiseAlone } from '../../database/common/outbox';
import { notePublicName } from '../../database/places/public-names';
import type { Database } from '../../database/connection/pool';
import { readAccessIn, type MemberAccess } from '../../database/access/member-access';
import { removalAgain } from '../../domain/access/access-promises';
import { decideJoinRequest, type JoinRequest } from '../../domain/access/decide-join-request';
import type { ClosedChannelId } from '../../domain/common/ids';
import { storableText } from '../../domain/common/storable-text';
import { NO_REACTION, promised, type Reaction } from '../../domain/prompt-effects';
import type { IntentOf } from '../../telegram/route-update';
import { personOf, type UpdateContext } from '../common/update-context';
import { noteChatAdministrator } from '../places/note-chat';
import { ruleListed } from './rule-listed';

export interface ReceivedJoinRequest {
  readonly closedChannelId: ClosedChannelId;
  readonly userId: number;
  readonly person: TelegramPerson;
  /** Where the bot can write to them until it has answered. Usually their id. */
  readonly userChatId?: number;
  /** True if the bot itself made the link that the user followed. */
  readonly isOurLink: boolean;
}

/**
 * Promises the answer to a join request. Returns `false` if the bot gives none: the channel is unknown, or the owner
 * made the link and the user has no access.
 */
export async function answerJoinRequest(
  database: Database,
  delivery: Delivery,
  { closedChannelId, userId, person, isOurLink, userChatId = userId }: ReceivedJoinRequest,
): Promise<boolean> {
  const request = await readListedRequest(database, { closedChannelId, userId, username: person.username });
  const promised =
    request === undefined
      ? []
      : decideJoinRequest(request, { requestId: delivery.deliveryId, isOurLink, userChatId });
  if (promised.length === 0) return false;
  await promiseAnswer(database, delivery, { person, promised });
  return true;
}

/** Reads a join request. A user on a list of members that waits for them has access from here on. */
async function readListedRequest(
  database: Database,
  requester: Parameters<typeof ruleListed>[1],
): Promise<JoinRequest | undefined> {
  const request = await readJoinRequest(database, requester);
  if (request === undefined || request.isActive || !(await ruleListed(database, requester))) return request;
  return readJoinRequest(database, requester);
}

/** Handles a join request. The worker gives the answer that this promises. */
export async function answerJoin(
  { database, delivery, botId }: UpdateContext,
  intent: IntentOf<'join_request'>,
): Promise<Reaction> {
  const { requester, closedChannelId, linkCreatorId, requesterChatId: userChatId } = intent;
  const isTold = await noteNameInUpdate(database, intent);
  const isPromised = await answerJoinRequest(database, delivery, {
    closedChannelId,
    userId: requester.id,
    person: personOf(requester),
    isOurLink: linkCreatorId === botId,
    userChatId,
  });
  return { prompt: [], isPromised: isPromised || isTold };
}

/** Only a name is news here. That there is none any longer is found by the daily check, which saves a statement per update. */
const noteNameInUpdate = async (
  database: Database,
  { closedChannelId, username }: IntentOf<'join_request' | 'member_changed'>,
): Promise<boolean> =>
  username !== undefined &&
  notePublicName(database, { chatId: closedChannelId, username: storableText(username) });

const ADMINISTRATORS: readonly string[] = ['administrator', 'creator'];

/**
 * Records a member's new status for the owner's report. Acts only on an administrator who became a plain member: if
 * their access has ended, promises their removal again, because it was given up earlier.
 */
export async function noteMember(database: Database, delivery: Delivery, seen: SeenMember): Promise<void> {
  if (ADMINISTRATORS.includes(seen.oldStatus) && seen.status === 'member') {
    const access = await readAccessIn(database, seen);
    if (access !== undefined && hasEnded(access))
      await promiseAlone(database, removalAgain(access, delivery.deliveryId));
  }
  await saveSeenMember(database, delivery, seen);
}

/**
 * Returns whether a user had access and lost it. Without `paidUntil` (refunded, or never paid) only an admitted user
 * had access.
 */
const hasEnded = ({ paidUntil, placeUntil, isAdmitted, now }: MemberAccess): boolean =>
  (placeUntil === null || placeUntil <= now) && (paidUntil !== null || isAdmitted);

/** Handles a change of a member: records their status, and whether they administer the channel. */
export async function answerMemberChange(
  { database, delivery, botId }: UpdateContext,
  intent: IntentOf<'member_changed'>,
): Promise<Reaction> {
  const isTold = await noteNameInUpdate(database, intent);
  await noteChatAdministrator(database, intent);
  await noteMember(database, delivery, { ...intent, isOurs: intent.actorId === botId });
  return isTold ? promised() : NO_REACTION;
}
