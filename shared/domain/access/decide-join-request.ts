import { ACCESS_EXPIRES_SECONDS, type Promised } from '../effects';
import type { ClosedChannelId, OpenChannelId } from '../common/ids';
import type { NamedPlace } from '../places/known-member';

/** A request to join a private channel, and what is known about its author. */
export interface JoinRequest {
  readonly openChannelId: OpenChannelId;
  /** The place that they ask for. */
  readonly closedChannelId: ClosedChannelId;
  /** It is the main place of its offer. */
  readonly isMain: boolean;
  readonly title: string;
  /** The place, as people know it. */
  readonly place: NamedPlace;
  readonly userId: number;
  /** True if the user has paid access now and isn't banned. */
  readonly isActive: boolean;
}

/** How a request came. */
export interface ReceivedRequest {
  /** The same for every delivery of the request. */
  readonly requestId: string;
  /** True if the bot itself made the link that the user followed. */
  readonly isOurLink: boolean;
  /** Where the bot can write to the user until the request is answered. */
  readonly userChatId: number;
}

/**
 * Approves a user with paid access, whichever link they used. Declines anyone else if the bot made the link; requests
 * by the owner's own links are left to the owner.
 */
export function decideJoinRequest(
  asked: JoinRequest,
  { requestId, isOurLink, userChatId }: ReceivedRequest,
): Promised[] {
  const { openChannelId, closedChannelId, isMain, title, place, userId, isActive } = asked;
  const inPlace = isMain ? {} : { chatId: closedChannelId };
  const key = `join:${requestId}`;
  if (isActive) {
    const effect = { kind: 'approve_join_request', openChannelId, userId, userChatId, ...inPlace } as const;
    return [{ effect, key, expiresInSeconds: ACCESS_EXPIRES_SECONDS }];
  }
  if (!isOurLink) return [];
  const effect = {
    kind: 'decline_join_request',
    closedChannelId,
    userId,
    userChatId,
    title,
    openChannelId,
    ...inPlace,
    ...(!isMain && { place }),
  } as const;
  return [{ effect, key, expiresInSeconds: ACCESS_EXPIRES_SECONDS }];
}
