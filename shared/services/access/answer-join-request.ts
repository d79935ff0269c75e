import type { TelegramPerson } from '../../database/common/chats';
import type { Delivery } from '../../database/common/inbox';
import { promiseAnswer, readJoinRequest } from '../../database/access/join-requests';
import { saveSeenMember, type SeenMember } from '../../database/access/members';
import { promiseAlone } from '../../database/common/outbox';
import type { Database } from '../../database/connection/pool';
import { readAccessIn, type MemberAccess } from '../../database/access/subscriptions';
import { removalAgain } from '../../domain/access/access-promises';
import { decideJoinRequest } from '../../domain/access/decide-join-request';
import type { ClosedChannelId } from '../../domain/common/ids';
import { NO_REACTION, type Reaction } from '../../domain/prompt-effects';
import type { IntentOf } from '../../telegram/route-update';
import { personOf, type UpdateContext } from '../common/update-context';
import { noteChatAdministrator } from '../places/note-chat';

export interface AskedToJoin {
  readonly closedChannelId: ClosedChannelId;
  readonly userId: number;
  readonly person: TelegramPerson;
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

/** Promises the answer to a request to join, which the worker gives. */
export async function answerJoin(
  { database, delivery, botId }: UpdateContext,
  intent: IntentOf<'join_request'>,
): Promise<Reaction> {
  const { requester, closedChannelId, linkCreatorId } = intent;
  const isPromised = await answerJoinRequest(database, delivery, {
    closedChannelId,
    userId: requester.id,
    person: personOf(requester),
    isOurLink: linkCreatorId === botId,
  });
  return { prompt: [], isPromised };
}

const ADMINISTRATORS: readonly string[] = ['administrator', 'creator'];

/**
 * Keeps who is seen in a private channel, for its owner's report. Nothing is done about it, but to an administrator who is
 * one no more: whose removal was given up because of that is removed after all.
 */
export async function noteMember(database: Database, delivery: Delivery, seen: SeenMember): Promise<void> {
  if (ADMINISTRATORS.includes(seen.oldStatus) && seen.status === 'member') {
    const access = await readAccessIn(database, seen);
    if (access !== undefined && hasEnded(access))
      await promiseAlone(database, [removalAgain(access, delivery.deliveryId)]);
  }
  await saveSeenMember(database, delivery, seen);
}

/** Who has had access and has none. Without an end: money sent back, or an order that was never paid. */
const hasEnded = ({ paidUntil, isAdmitted, now }: MemberAccess): boolean =>
  paidUntil === null ? isAdmitted : paidUntil <= now;

/** Keeps who was seen in a private channel, among its members and among its administrators. */
export async function answerMemberChange(
  { database, delivery, botId }: UpdateContext,
  intent: IntentOf<'member_changed'>,
): Promise<Reaction> {
  await noteChatAdministrator(database, intent);
  await noteMember(database, delivery, { ...intent, isOurs: intent.actorId === botId });
  return NO_REACTION;
}
