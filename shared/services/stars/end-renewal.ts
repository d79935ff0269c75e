import { promiseAlone } from '../../database/common/outbox';
import { saveEnded } from '../../database/stars/renewal-ends';
import { findBegunRenewal, findRenewal, type Renewal } from '../../database/stars/renewals';
import type { Database } from '../../database/connection/pool';
import { MONEY_EXPIRES_SECONDS, type EffectOf } from '../../domain/effects';
import type { RenewalEnder } from '../../domain/stars/renewal';
import type { RenewalNews } from '../../domain/stars/renewal-message';
import { tellNotEnded, tellRenewal } from '../../domain/stars/tell-renewal';
import type { Api } from '../../telegram/api';
import { telegramFailure } from '../../telegram/failure';
import { DONE, failed, later, notYet, type Attempt, type Outcome } from '../common/outcome';
import { withSecondTry } from '../common/second-try';
import { keepOneRenewal } from './keep-one-renewal';

export interface RenewalDependencies {
  readonly database: Database;
  readonly api: Pick<Api, 'editUserStarSubscription'>;
}

/** How soon to look again at a payment that isn't judged. */
const AGAIN_SECONDS = 30;

const NEWS = { buyer: 'by_buyer', owner: 'by_owner', bot: 'by_bot' } as const satisfies Record<
  RenewalEnder,
  RenewalNews
>;

/**
 * Looks what the first payment of a subscription paid for. If it settled its order, its payer is told that it renews, and what
 * renewed the same access before ends; if it is a case, or nobody knows what it is for, nobody shall be charged for it again.
 */
export async function checkRenewal(
  { database }: RenewalDependencies,
  { chargeId }: EffectOf<'check_renewal'>,
  { key }: Pick<Attempt, 'key'>,
): Promise<Outcome> {
  const begun = await findBegunRenewal(database, chargeId);
  if (begun === undefined) return DONE;
  const { payload, standing } = begun;
  if (standing === null || standing === 'pending') return notYet(AGAIN_SECONDS);
  if (standing !== 'settled') {
    const effect = { kind: 'end_renewal', payload, by: 'bot', chargeId } as const;
    await promiseAlone(database, [
      { effect, key: `end_renewal:${chargeId}`, expiresInSeconds: MONEY_EXPIRES_SECONDS },
    ]);
    return DONE;
  }
  const known = await findRenewal(database, payload);
  if (known === undefined) return DONE;
  const { openChannelId, payer, state, chargedUntil, now } = known;
  const keptId = await keepOneRenewal(database, { openChannelId, userId: payer.userId }, key);
  // One that was due meanwhile has been paid for or has failed, so its beginning isn't news.
  if (keptId === chargeId && state === 'active' && chargedUntil > now)
    await promiseAlone(database, [tellRenewal(known, 'begun', 'begun')]);
  return DONE;
}

/** Which subscription to end: that of the invoice, or another one that the same invoice began. */
async function toEnd(
  database: Database,
  { payload, chargeId }: EffectOf<'end_renewal'>,
): Promise<{ userId: number; chargeId: string; known: Renewal | undefined } | undefined> {
  const known = await findRenewal(database, payload);
  if (chargeId !== undefined && chargeId !== known?.firstChargeId) {
    const begun = await findBegunRenewal(database, chargeId);
    return begun && { userId: begun.userId, chargeId, known };
  }
  if (known?.firstChargeId == null || known.isEnded) return undefined;
  return { userId: known.payer.userId, chargeId: known.firstChargeId, known };
}

/**
 * Has Telegram charge nothing more. The access that is paid stays. Safe to repeat. If Telegram refuses for good, the owner is
 * told, because only the buyer can end it then.
 */
export async function endRenewal(
  { database, api }: RenewalDependencies,
  effect: EffectOf<'end_renewal'>,
  { key }: Attempt,
): Promise<Outcome> {
  const found = await toEnd(database, effect);
  if (found === undefined) return DONE;
  const { userId, chargeId, known } = found;
  try {
    await withSecondTry(() => api.editUserStarSubscription(userId, chargeId, true));
  } catch (error) {
    const failure = telegramFailure(error);
    if (failure.type === 'retryable') return later(failure.reason, failure.afterSeconds);
    const reason = 'reason' in failure ? failure.reason : 'refused';
    if (known !== undefined) await promiseAlone(database, [tellNotEnded(known, reason, key)]);
    return failed(reason);
  }
  const { payload, by } = effect;
  // Whose access was ended has been told so, and so has who stopped it in Telegram.
  const isTold = known?.paidUntil != null && !known.isBanned && known.state !== 'canceled';
  await saveEnded(database, { payload, by, chargeId }, isTold ? [tellRenewal(known, NEWS[by], key)] : []);
  return DONE;
}

/** Tells the owner that Telegram did not end a renewal in time. */
export async function giveUpEndRenewal(
  { database }: RenewalDependencies,
  effect: EffectOf<'end_renewal'>,
  { key }: Attempt,
): Promise<Outcome> {
  const found = await toEnd(database, effect);
  const reason = 'no answer from Telegram';
  if (found?.known !== undefined) await promiseAlone(database, [tellNotEnded(found.known, reason, key)]);
  return failed(reason);
}
