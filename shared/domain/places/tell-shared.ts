import { MONEY_EXPIRES_SECONDS, type Promised } from '../effects';
import type { OpenChannelId } from '../common/ids';

/** A chat of a channel that an offer of another owner opens, too. */
export interface SharedChat {
  readonly chatTitle: string;
  readonly otherTitle: string;
  readonly otherOwnerId: number;
}

/** The most chats that one message names. */
const MOST_NAMED = 20;

interface NewOwner {
  readonly openChannelId: OpenChannelId;
  readonly title: string;
  readonly ownerUserId: number;
}

/**
 * Tells the new owner of a channel, and the owners of the other offers, which chats they share now. `key` identifies the
 * transfer.
 */
export function tellShared(
  { openChannelId, title, ownerUserId }: NewOwner,
  chats: readonly SharedChat[],
  key: string,
): Promised[] {
  const others = [...new Set(chats.map(({ otherOwnerId }) => otherOwnerId))];
  const told = [
    { chatId: ownerUserId, of: chats },
    ...others.map((chatId) => ({ chatId, of: chats.filter(({ otherOwnerId }) => otherOwnerId === chatId) })),
  ];
  return told
    .filter(({ of }) => of.length > 0)
    .map(({ chatId, of }) => ({
      effect: {
        kind: 'send_message',
        chatId,
        message: {
          type: 'places_shared',
          openChannelId,
          title,
          shared: of.slice(0, MOST_NAMED).map(({ chatTitle, otherTitle }) => ({ chatTitle, otherTitle })),
          count: of.length,
        },
      },
      key: `${key}:shared:${openChannelId}:${chatId}`,
      expiresInSeconds: MONEY_EXPIRES_SECONDS,
    }));
}
