import { findInvitation, saveAcceptance } from '../../../database/owner/invitations';
import type { GivenRole } from '../../../database/owner/team';
import { readChannelRole } from '../../../database/common/channel-roles';
import { MONEY_EXPIRES_SECONDS, reply, type Promised } from '../../../domain/effects';
import { promised, type Reaction } from '../../../domain/prompt-effects';
import type { IntentOf } from '../../../telegram/route-update';
import type { TelegramUser } from '../../../telegram/update';
import { titled } from '../../../telegram/views/view';
import { personOf, replyWith, type UpdateContext } from '../../common/update-context';

/** What each may do, to whom it is given. */
export const MAY: Readonly<Record<GivenRole, string>> = {
  manager: 'manage',
  read_only: 'look into',
};

/** Tells one of those concerned. It is no promise about money, and waits as long as if it were. */
export const told = (chatId: number, text: string, key: string): Promised => ({
  effect: { kind: 'send_message', chatId, message: { type: 'owner_answered', text } },
  key,
  expiresInSeconds: MONEY_EXPIRES_SECONDS,
});

const nameOf = ({ id, username }: Pick<TelegramUser, 'id' | 'username'>): string =>
  username === undefined ? `User ${id}` : `@${username}`;

const OVER = 'This invitation is over: it is good for one person and one day. Ask the owner for another.';

const FULL =
  'This channel is run by as many as may run one. Its owner can take a role away from somebody first.';

/** Somebody opened the link that an owner sent them: they run the channel from now on. */
export async function acceptInvitation(
  handled: UpdateContext,
  { user, token }: IntentOf<'accept_invitation'>,
): Promise<Reaction> {
  const { database, delivery, updateId } = handled;
  const invitation = await findInvitation(database, token);
  if (invitation === undefined) return replyWith(handled, user, { type: 'owner_answered', text: OVER });
  const { role, ownerUserId } = invitation;
  const title = `“${titled(invitation.title)}”`;
  if (ownerUserId === user.id)
    return replyWith(handled, user, {
      type: 'owner_answered',
      text: `This link is for somebody else: forward it to whom you want to ${MAY[role]} ${title}.`,
    });
  const welcome = {
    type: 'owner_answered',
    text: `You may now ${MAY[role]} ${title}. /channels leads there.`,
  } as const;
  const isAccepted =
    invitation.usedBy === null &&
    (await saveAcceptance(database, delivery, {
      token,
      invitation,
      person: personOf(user),
      promised: [
        reply(updateId, user.id, welcome),
        told(
          ownerUserId,
          `${nameOf(user)} took up your invitation and may now ${MAY[role]} ${title}.`,
          `invitation:${token}:accepted`,
        ),
      ],
    }));
  if (isAccepted) return promised();
  // Opened again by whom it let in: they are told the same, unless they may do something else or nothing by now.
  const standing = await readChannelRole(database, {
    openChannelId: invitation.openChannelId,
    userId: user.id,
  });
  if (invitation.usedBy === user.id && standing?.role === role) return replyWith(handled, user, welcome);
  const isUnused = invitation.usedBy === null;
  return replyWith(handled, user, {
    type: 'owner_answered',
    text: isUnused && invitation.isFull ? FULL : OVER,
  });
}
