import { findInvitation, saveAcceptance } from '../../../database/owner/invitations';
import { readChannelRole } from '../../../database/common/channel-roles';
import { payerOf } from '../../../domain/common/anonymous-payer';
import { reply } from '../../../domain/effects';
import { promised, type Reaction } from '../../../domain/prompt-effects';
import type { IntentOf } from '../../../telegram/route-update';
import { answerMessage } from '../../common/answer-message';
import { personOf, replyWith, type UpdateContext } from '../../common/update-context';
import { promiseNotice } from '../page/owner-request';

/** Makes the user who opens an invitation link a manager or viewer of the channel. */
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
          { answer: 'invitation_taken_up', ...payerOf(person), role, title },
          `invitation:${token}:accepted`,
        ),
      ],
    }));
  if (isAccepted) return promised();
  // The user who accepted it opens it again: repeat the welcome only if they still have that role.
  const channelRole = await readChannelRole(database, {
    openChannelId: invitation.openChannelId,
    userId: user.id,
  });
  if (invitation.usedBy === user.id && channelRole?.role === role) return replyWith(context, user, welcome);
  const isUnused = invitation.usedBy === null;
  const answer = isUnused && invitation.isFull ? 'team_full' : 'invitation_over';
  return replyWith(context, user, answerMessage({ answer }));
}
