import type { IntentRows } from '../common/intent-row';
import { runOwnerAction, chooseChannel } from './run-owner-action';
import { answerClaim } from './set-up/claim';
import { beginSetUp, endSetUp, pressSetUp } from './set-up/set-up';
import { acceptInvitation } from './team/invitations';

export const ownerIntents = {
  my_channels: chooseChannel,
  own: runOwnerAction,
  open_set_up: beginSetUp,
  set_up: pressSetUp,
  cancel_set_up: endSetUp,
  postpone_set_up: endSetUp,
  claim: answerClaim,
  accept_invitation: acceptInvitation,
} satisfies IntentRows;
