import type { EffectRows } from '../common/effect-row';
import { applyBan } from './apply-ban';
import { concludeJoinRequest, type JoinRequestDependencies } from './conclude-join-request';
import type { RemovalDependencies } from './end-removal';
import { grantAccess } from './grant-access';
import { removeMember } from './remove-member';
import { revokeInviteLink } from './revoke-invite-link';

export const accessEffects = {
  grant_access: { perform: grantAccess },
  approve_join_request: { perform: concludeJoinRequest },
  decline_join_request: { perform: concludeJoinRequest },
  apply_ban: { perform: applyBan },
  revoke_invite_link: { perform: revokeInviteLink },
  remove_member: { perform: removeMember },
} satisfies EffectRows<JoinRequestDependencies & RemovalDependencies>;
