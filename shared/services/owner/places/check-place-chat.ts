import { readLinkedGroup } from '../../../database/places/linked-groups';
import { findPlaceChat, type PlaceClash } from '../../../database/places/place-chats';
import { readKnownPlace } from '../../../database/places/sold-places';
import type { ClosedChannelId } from '../../../domain/common/ids';
import type { Answer } from '../../../domain/messages/answers';
import type { LinkedGroup, PlaceChat } from '../../../domain/places/offer-place-message';
import { MAX_PLACES, type PlaceRole } from '../../../domain/places/place';
import type { OwnerRequest } from '../page/owner-request';
import { checkChat } from '../set-up/check-chat';
import { learnChat, type Learned } from '../set-up/learn-chat';

/** A chat as a user picked it. What Telegram said with it. */
export interface PickedPlace {
  readonly chatId: ClosedChannelId;
  readonly title?: string | undefined;
  /** In seconds since the epoch. */
  readonly date?: number | null;
}

type Complaint = { readonly complaint: Answer; readonly again?: number };
export type CheckedPlaceChat = { readonly chat: PlaceChat } | Complaint | 'silent';

export const isUsable = (checked: CheckedPlaceChat): checked is { readonly chat: PlaceChat } =>
  typeof checked === 'object' && 'chat' in checked;

const CLASHES: Readonly<Record<PlaceClash, Answer>> = {
  has_it: { answer: 'place_has_it' },
  posts: { answer: 'place_posts' },
  other_owner: { answer: 'place_of_another' },
  too_many: { answer: 'place_too_many', max: MAX_PLACES },
};

/** The discussion group of the main place, if the chat is it. */
async function findDiscussion(
  { context, channelRole }: OwnerRequest,
  chatId: number,
): Promise<LinkedGroup | undefined> {
  const linked = await readLinkedGroup(context.database, channelRole.closedChannelId);
  return linked?.chatId === chatId && linked.isOfGroup !== true ? linked : undefined;
}

export const roleOfChat = async (request: OwnerRequest, chatId: number): Promise<PlaceRole> =>
  (await findDiscussion(request, chatId)) === undefined ? 'extra' : 'discussion';

/** Stores what Telegram says about a chat, as about one that is picked in a set-up. */
async function learnPlace(request: OwnerRequest, { chatId, title, date }: PickedPlace): Promise<Learned> {
  const { context, channelRole } = request;
  const discussion = await findDiscussion(request, chatId);
  const learned = await learnChat(context, {
    userId: channelRole.userId,
    kind: 'private',
    chatId,
    title: title ?? (discussion && (discussion.title ?? channelRole.title)),
    // A tap has no date, so that the next update counts whatever clock it was made by.
    date: date ?? (await readKnownPlace(context.database, chatId)).changedAt ?? 0,
  });
  const isAbsent =
    typeof learned === 'object' &&
    'complaint' in learned &&
    learned.complaint.answer === 'bot_not_administrator';
  return isAbsent && discussion !== undefined
    ? { complaint: { answer: 'discussion_without_bot' }, again: chatId }
    : learned;
}

/**
 * Asks Telegram whether an offer can get a chat as another place, as it asks about the main place in a set-up, and stores what it
 * says. Believes nothing but the chat's id.
 */
export async function checkPlaceChat(request: OwnerRequest, place: PickedPlace): Promise<CheckedPlaceChat> {
  const { context, channelRole } = request;
  const { userId, openChannelId } = channelRole;
  const learned = await learnPlace(request, place);
  if (learned === 'silent' || 'complaint' in learned) return learned;
  const chatId = learned.chatId as ClosedChannelId;
  const found = await findPlaceChat(context.database, { openChannelId, chatId, userId });
  if (found === undefined) return { complaint: { answer: 'chat_not_among_yours' } };
  const { clash, ...chat } = found;
  const checked = await checkChat(context, { chat, kind: 'private', userId });
  if (checked === 'silent') return checked;
  if (checked !== 'fine') return { ...checked, again: chatId };
  return clash === null ? { chat } : { complaint: CLASHES[clash] };
}
