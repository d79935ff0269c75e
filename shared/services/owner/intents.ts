import type { IntentRows } from '../common/intent-row';
import { runOwnerAction, chooseChannel } from './run-owner-action';
import { answerClaim } from './set-up/claim';
import { insteadOfPicking } from './set-up/open-picker';
import { beginSetUp, endSetUp, pressSetUp } from './set-up/set-up';
import { takeShared } from './places/add-place';
import { acceptInvitation } from './team/invitations';

export const ownerIntents = {
  my_channels: insteadOfPicking(chooseChannel),
  own: runOwnerAction,
  open_set_up: insteadOfPicking(beginSetUp),
  set_up: insteadOfPicking(pressSetUp),
  cancel_set_up: insteadOfPicking(endSetUp),
  postpone_set_up: insteadOfPicking(endSetUp),
  claim: insteadOfPicking(answerClaim),
  chat_shared: takeShared,
  accept_invitation: acceptInvitation,
} satisfies IntentRows;
