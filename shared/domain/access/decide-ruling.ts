import { endPromises } from './decide-access';
import { ACCESS_EXPIRES_SECONDS, type Promised } from '../effects';
import type { PaidAccess } from '../payments/payment-case';
import { paidUntil, type GrantReference } from '../common/subscription';

/** What a ruling makes of somebody's access. Times are epoch milliseconds. */
export interface RuledAccess {
  readonly paidUntil: number | null;
  readonly promised: readonly Promised[];
}

/**
 * Days that are given count like bought ones: they begin when what there is ends, and bring the way in, the reminders and
 * the removal that a purchase brings.
 */
export function decideGrantedDays(
  access: PaidAccess,
  { rulingId, days }: { readonly rulingId: string; readonly days: number },
  now: number,
): RuledAccess {
  const { openChannelId, userId, extensions } = access;
  const reference: GrantReference = `grant:${rulingId}`;
  const given = { reference, paymentId: null, days, grantedAt: now, isRevoked: false };
  const until = paidUntil([...extensions, given]);
  const grant: Promised = {
    effect: {
      kind: 'grant_access',
      openChannelId,
      userId,
      reference: null,
      news: { type: 'given', days },
    },
    key: `ruling:${rulingId}:grant`,
    expiresInSeconds: ACCESS_EXPIRES_SECONDS,
  };
  return { paidUntil: until, promised: [grant, ...endPromises(access, until, now)] };
}

/** Access that is ended at once: every day is taken back, and the removal is that of an order that was refunded. */
export const decideRevokedDays = (access: PaidAccess, now: number): RuledAccess => ({
  paidUntil: null,
  promised: endPromises(access, null, now),
});

/** Telegram is told of a ban, and of its end: whatever of both is true by then. */
export const banApplied = (
  { openChannelId, userId }: Pick<PaidAccess, 'openChannelId' | 'userId'>,
  because: string,
): Promised => ({
  effect: { kind: 'apply_ban', openChannelId, userId },
  key: `${because}:apply_ban`,
  expiresInSeconds: ACCESS_EXPIRES_SECONDS,
});
