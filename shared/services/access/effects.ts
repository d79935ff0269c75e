import type { EffectRows } from '../common/effect-row';
import { applyBan } from './apply-ban';
import { approveWaiting } from './approve-waiting';
import { concludeJoinRequest, type JoinRequestDependencies } from './conclude-join-request';
import { endIfGone, tellGrantDelayed } from './end-if-gone';
import type { RemovalDependencies } from './end-removal';
import { grantAccess } from './grant-access';
import { removeMember } from './remove-member';
import { revokeInviteLink } from './revoke-invite-link';

export const accessEffects = {
  grant_access: { perform: endIfGone(grantAccess, tellGrantDelayed) },
  approve_join_request: { perform: endIfGone(concludeJoinRequest) },
  decline_join_request: { perform: endIfGone(concludeJoinRequest) },
  approve_waiting: { perform: endIfGone(approveWaiting) },
  apply_ban: { perform: endIfGone(applyBan) },
  revoke_invite_link: { perform: endIfGone(revokeInviteLink) },
  remove_member: { perform: endIfGone(removeMember) },
} satisfies EffectRows<JoinRequestDependencies & RemovalDependencies>;
