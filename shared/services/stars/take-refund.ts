import { findRefund, type FoundRefund } from '../../database/stars/find-refund';
import { concludeRefund, readCharge } from '../../database/stars/performed-refunds';
import { MONEY_EXPIRES_SECONDS, type Promised } from '../../domain/effects';
import type { StarRefund } from '../../domain/stars/charge';
import { starReport } from '../../domain/stars/report';
import { starDelivery } from '../../domain/stars/stored';
import { deliveryOf } from '../common/delivery-of';
import { settlePayment, type Settlement } from '../payments/settle-payment';
import { takeCharge, type ChargeDependencies, type ChargeOrigin } from './take-charge';

/** What a message says about a payment that is sent back. */
export const aboutRefund = (refund: FoundRefund) => {
  const { paymentId, reference, openChannelId, title, item, amountCents, payer } = refund;
  const { amountCrypto, cryptoCurrency } = refund;
  return {
    ...{ paymentId, reference, openChannelId, title, item, amountCents, payer },
    ...{ amountCrypto, cryptoCurrency },
  };
};

/** Tells a manager that what they asked for is done. The owner is told anyway. */
const tellDone = (refund: FoundRefund): Promised[] => {
  const { askedBy, ownerUserId, chargeId, reference } = refund;
  if (askedBy === null || askedBy === ownerUserId) return [];
  const message = { type: 'refund_done', ...aboutRefund(refund) } as const;
  return [
    {
      effect: { kind: 'send_message', chatId: askedBy, message },
      key: `refunded:${chargeId}:asked`,
      expiresInSeconds: MONEY_EXPIRES_SECONDS,
      reference,
    },
  ];
};

/**
 * Takes in that Telegram sent a payment back: by our own call, by an update, or in Telegram's list, whichever is first. The
 * order is judged again, which ends the access that it paid for and tells both sides. A repeat changes nothing. If the
 * payment itself was never reported, it is taken in first.
 */
export async function takeRefund(
  deps: ChargeDependencies,
  { chargeId, userId, stars, payload: invoice }: StarRefund,
  { isRecovered = false, isReplay = false }: ChargeOrigin = {},
): Promise<Settlement> {
  const { database, log } = deps;
  const { charge: known, now } = await readCharge(database, chargeId);
  const reported = { chargeId, userId, stars, payload: invoice };
  if (known === undefined) await takeCharge(deps, { ...reported, paidAt: now }, { isRecovered: true });
  const charge = known ?? (await readCharge(database, chargeId)).charge;
  if (charge === undefined) throw new Error('a charge was not recorded');
  const report = starReport(charge, 'refunded');
  const delivery = deliveryOf('stars', `refunded:${chargeId}`, starDelivery(report, reported));
  const settlement = await settlePayment(deps, { ...delivery, isRecovered }, report, { isReplay });
  const { paymentId, reference } = charge;
  // Read after it was judged, because then nobody can ask for it any longer.
  const refund = await findRefund(database, { paymentId });
  // Last, because until then Telegram's list is asked again for what a crash left undone.
  await concludeRefund(database, chargeId, refund === undefined ? [] : tellDone(refund));
  log.info('refund.made', { paymentId, reference, isRecovered, outcome: settlement.outcome });
  return settlement;
}
