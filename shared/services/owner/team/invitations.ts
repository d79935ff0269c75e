import { findInvitation, saveAcceptance } from '../../../database/owner/invitations';
import { readChannelRole } from '../../../database/common/channel-roles';
import { MONEY_EXPIRES_SECONDS, reply, type Promised } from '../../../domain/effects';
import type { Answer } from '../../../domain/messages/answers';
import { promised, type Reaction } from '../../../domain/prompt-effects';
import type { IntentOf } from '../../../telegram/route-update';
import { answerMessage } from '../../common/answer-message';
import { personOf, replyWith, type UpdateContext } from '../../common/update-context';

/** Tells one of those concerned. It is no promise about money, and waits as long as if it were. */
export const promiseNotice = (chatId: number, answer: Answer, key: string): Promised => ({
  effect: { kind: 'send_message', chatId, message: answerMessage(answer) },
  key,
  expiresInSeconds: MONEY_EXPIRES_SECONDS,
});

/** Somebody opened the link that an owner sent them: they run the channel from now on. */
export async function acceptInvitation(
  context: UpdateContext,
  { user, token }: IntentOf<'accept_invitation'>,
): Promise<Reaction> {
  const { database, delivery, updateId } = context;
  const invitation = await findInvitation(database, token);
  if (invitation === undefined) return replyWith(context, user, answerMessage({ answer: 'invitation_over' }));
  const { role, title, ownerUserId } = invitation;
  if (ownerUserId === user.id)
    return replyWith(context, user, answerMessage({ answer: 'invitation_for_another', role, title }));
  const welcome = answerMessage({ answer: 'invitation_accepted', role, title });
  const person = personOf(user);
  const { userId, username } = person;
  const isAccepted =
    invitation.usedBy === null &&
    (await saveAcceptance(database, delivery, {
      token,
      invitation,
      person,
      promised: [
        reply(updateId, user.id, welcome),
        promiseNotice(
          ownerUserId,
          { answer: 'invitation_taken_up', userId, username, role, title },
          `invitation:${token}:accepted`,
        ),
      ],
    }));
  if (isAccepted) return promised();
  // Opened again by whom it let in: they are told the same, unless they may do something else or nothing by now.
  const channelRole = await readChannelRole(database, {
    openChannelId: invitation.openChannelId,
    userId: user.id,
  });
  if (invitation.usedBy === user.id && channelRole?.role === role) return replyWith(context, user, welcome);
  const isUnused = invitation.usedBy === null;
  const answer = isUnused && invitation.isFull ? 'team_full' : 'invitation_over';
  return replyWith(context, user, answerMessage({ answer }));
}
