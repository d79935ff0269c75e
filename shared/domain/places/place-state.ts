import type { BotChat } from './bot-chat';

/** What a sold channel uses a chat for: buyers are let into the private one and the extra ones, posts go to the public one. */
export type PlaceUse = 'private' | 'extra' | 'public';

/** The rights that the bot needs, by the Bot API's names. The first one of a private channel lets buyers in. */
export const NEEDED_RIGHTS = {
  private: ['can_invite_users', 'can_restrict_members'],
  extra: ['can_invite_users', 'can_restrict_members'],
  public: ['can_post_messages'],
} as const satisfies Readonly<Record<PlaceUse, readonly string[]>>;

export type PlaceRight = (typeof NEEDED_RIGHTS)[PlaceUse][number];

/** What the bot can do in a chat. */
export type PlaceState =
  | { readonly is: 'fine' }
  | { readonly is: 'lacking'; readonly rights: readonly PlaceRight[] }
  /** The bot isn't in the chat, or isn't an administrator there. */
  | { readonly is: 'absent' }
  /** The chat was deleted. */
  | { readonly is: 'gone' };

/** Why a promise about a private channel ended that was deleted. It stays visible and raises no alarm. */
export const PLACE_GONE = 'the private channel was deleted';

/** What Telegram reported about the bot in a chat. */
export interface SeenPlace extends Pick<BotChat, 'status' | 'rights'> {
  readonly isGone: boolean;
}

/** True if the bot isn't in a chat by this status. Only its return shows that a chat exists that was deleted. */
export const isOutside = (status: string): boolean => status === 'left' || status === 'kicked';

const ADMINISTRATORS: readonly string[] = ['administrator', 'creator'];

/** True if the bot is an administrator of the chat, so that what it does there may succeed. */
export const isThere = ({ status, isGone }: SeenPlace): boolean => !isGone && ADMINISTRATORS.includes(status);

/**
 * Reads what was reported. A chat that was never reported counts as fine, because a channel from the operator's file may
 * have been set up before the bot. Telegram names every right of an administrator, so a list that lacks one means that the
 * bot lacks it; an empty list means that rights weren't reported.
 */
export function placeState(use: PlaceUse, seen: SeenPlace | null): PlaceState {
  if (seen === null) return { is: 'fine' };
  if (seen.isGone) return { is: 'gone' };
  if (!ADMINISTRATORS.includes(seen.status)) return { is: 'absent' };
  if (seen.status === 'creator' || Object.keys(seen.rights).length === 0) return { is: 'fine' };
  const rights = NEEDED_RIGHTS[use].filter((right) => seen.rights[right] !== true);
  return rights.length === 0 ? { is: 'fine' } : { is: 'lacking', rights };
}

/** True if the bot can let buyers into a private channel in this state. Removing members needs another right. */
export const canAdmit = (state: PlaceState): boolean =>
  state.is === 'fine' || (state.is === 'lacking' && !state.rights.includes('can_invite_users'));

/** True if a change from one state to another matters to the owner. */
export const isNews = (before: PlaceState, after: PlaceState): boolean =>
  JSON.stringify(before) !== JSON.stringify(after);
