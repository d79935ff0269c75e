import { noteAdministrator } from '../../../database/places/bot-chats';
import { readLinkedGroup } from '../../../database/places/linked-groups';
import { findPlaceChat, type PlaceClash } from '../../../database/places/place-chats';
import { readKnownPlace } from '../../../database/places/sold-places';
import { isChannelId, type ClosedChannelId } from '../../../domain/common/ids';
import type { Answer } from '../../../domain/messages/answers';
import type { PlaceChat } from '../../../domain/messages/places';
import { MAX_PLACES, type PlaceRole } from '../../../domain/places/place';
import { readPickedChat, type PickedChat } from '../../../telegram/judge-chat';
import { notePickedChat } from '../../places/note-chat';
import type { OwnerRequest } from '../page/owner-request';
import { checkChat } from '../set-up/check-chat';

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

/** The discussion group of the main place is one of another kind, because of what follows from it. */
export async function roleOfChat({ context, channelRole }: OwnerRequest, chatId: number): Promise<PlaceRole> {
  const linked = await readLinkedGroup(context.database, channelRole.closedChannelId);
  return linked?.chatId === chatId ? 'discussion' : 'extra';
}

/** Says why a chat can't be used that the bot or the user doesn't administer. Its title is the user's own word, or known to them. */
async function complaintAbout(
  request: OwnerRequest,
  { chatId, title }: PickedPlace,
  picked: Extract<PickedChat, string>,
): Promise<Complaint> {
  if (picked === 'group') return { complaint: { answer: 'basic_group' } };
  if (picked === 'absent' && (await roleOfChat(request, chatId)) === 'discussion')
    return { complaint: { answer: 'discussion_without_bot' }, again: chatId };
  if (title === undefined) return { complaint: { answer: 'chat_not_among_yours' } };
  const answer = picked === 'absent' ? 'bot_not_administrator' : 'user_not_administrator';
  return { complaint: { answer, title }, again: chatId };
}

/**
 * Asks Telegram whether an offer can get a chat as another place, as it asks about the main place in a set-up, and stores what it
 * says. Believes nothing but the chat's id.
 */
export async function checkPlaceChat(request: OwnerRequest, place: PickedPlace): Promise<CheckedPlaceChat> {
  const { context, channelRole } = request;
  const { asking, botId, database, updateId } = context;
  const { userId, openChannelId } = channelRole;
  const { chatId } = place;
  if (!isChannelId(chatId)) return complaintAbout(request, place, 'group');
  const picked = await readPickedChat(asking, { chatId, userId, botId }, ['channel', 'supergroup']);
  if (picked === 'silent') return 'silent';
  if (typeof picked === 'string') return complaintAbout(request, place, picked);
  // A tap has no date, so that the next update counts whatever clock it was made by.
  const changedAt = place.date ?? (await readKnownPlace(database, chatId)).changedAt ?? 0;
  await notePickedChat(database, updateId, { ...picked, chatId, actorId: userId, changedAt });
  await noteAdministrator(database, { chatId, userId, isOne: true });
  const found = await findPlaceChat(database, { openChannelId, chatId, userId });
  if (found === undefined) return { complaint: { answer: 'chat_not_among_yours' } };
  const { clash, ...chat } = found;
  const checked = await checkChat(context, { chat, kind: 'private', userId });
  if (checked === 'silent') return checked;
  if (checked !== 'fine') return { ...checked, again: chatId };
  return clash === null ? { chat } : { complaint: CLASHES[clash] };
}
