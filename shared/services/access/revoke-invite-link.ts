import type { EffectOf } from '../../domain/effects';
import { revokeJoinLink, type MembershipApi } from '../../telegram/membership';
import { DONE, later, type Outcome } from '../common/outcome';

type RevokeInviteLink = EffectOf<'revoke_invite_link'>;

/**
 * Takes a link out of use at Telegram. Nobody but its buyer was ever let in by it, and it ends by itself with the access: a
 * right that is missing is waited for in silence.
 */
export async function revokeInviteLink(
  { api }: { readonly api: MembershipApi },
  effect: RevokeInviteLink,
): Promise<Outcome> {
  const revoked = await revokeJoinLink(api, effect);
  if (revoked.ok) return DONE;
  switch (revoked.failure.type) {
    case 'already':
      return DONE;
    case 'retryable':
      return later(revoked.failure.reason, revoked.failure.afterSeconds);
    default:
      return later(revoked.failure.reason);
  }
}
