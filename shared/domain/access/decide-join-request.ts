import { ACCESS_EXPIRES_SECONDS, type Promised } from '../effects';
import type { ClosedChannelId, OpenChannelId } from '../common/ids';

/** What is known of somebody who asks to join a private channel. */
export interface JoinRequest {
  readonly openChannelId: OpenChannelId;
  readonly closedChannelId: ClosedChannelId;
  readonly title: string;
  readonly userId: number;
  /** Whether they have paid for being in now, and are not banned. */
  readonly isActive: boolean;
}

/**
 * Who has paid is let in, by whatever link they asked. Anybody else is turned away if the bot made the link; by a link of
 * the owner's they are the owner's to answer.
 */
export function decideJoinRequest(asked: JoinRequest, isOurLink: boolean, requestId: string): Promised[] {
  const { openChannelId, closedChannelId, title, userId, isActive } = asked;
  const key = `join:${requestId}`;
  if (isActive) {
    const effect = { kind: 'approve_join_request', openChannelId, userId } as const;
    return [{ effect, key, expiresInSeconds: ACCESS_EXPIRES_SECONDS }];
  }
  if (!isOurLink) return [];
  const effect = { kind: 'decline_join_request', closedChannelId, userId, title, openChannelId } as const;
  return [{ effect, key, expiresInSeconds: ACCESS_EXPIRES_SECONDS }];
}
