import type { ClosedChannelId } from '../common/ids';
import { endPromises } from './end-promises';
import { ACCESS_EXPIRES_SECONDS, type Promised } from '../effects';
import type { PaidAccess } from '../payments/payment-case';
import { paidUntil, type GrantReference } from '../common/subscription';

/** A user's access after a support ruling. Times are epoch milliseconds. */
export interface RuledAccess {
  readonly paidUntil: number | null;
  readonly promised: readonly Promised[];
}

/**
 * Grants days without a payment. They count like bought days: they begin when the current ones end, and bring the same
 * invite link, reminders and removal.
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

/** Ends access at once. All days are revoked, and the member is removed as after a refund. */
export const decideRevokedDays = (access: PaidAccess, now: number): RuledAccess => ({
  paidUntil: null,
  promised: endPromises(access, null, now),
});

/** Has Telegram apply or lift a ban, whichever is right when the effect is performed: in one place, or in all of an offer. */
export const banApplied = (
  {
    openChannelId,
    userId,
    chatId,
  }: Pick<PaidAccess, 'openChannelId' | 'userId'> & { readonly chatId?: ClosedChannelId | undefined },
  because: string,
): Promised => ({
  effect: { kind: 'apply_ban', openChannelId, userId, ...(chatId !== undefined && { chatId }) },
  key: `${because}:apply_ban`,
  expiresInSeconds: ACCESS_EXPIRES_SECONDS,
});
