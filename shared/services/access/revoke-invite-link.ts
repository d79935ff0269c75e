import type { EffectOf } from '../../domain/effects';
import { revokeJoinLink, type MembershipApi } from '../../telegram/membership';
import { DONE, later, type Outcome } from '../common/outcome';

type RevokeInviteLink = EffectOf<'revoke_invite_link'>;

/**
 * Revokes a link at Telegram. If a right is missing, retries without telling anyone, because the link only ever admits
 * its buyer and expires with the access.
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
