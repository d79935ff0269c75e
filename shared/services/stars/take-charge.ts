import { recordCharge } from '../../database/stars/charges';
import type { Database } from '../../database/connection/pool';
import type { StarCharge } from '../../domain/stars/charge';
import { starReport } from '../../domain/stars/report';
import { starDelivery } from '../../domain/stars/stored';
import type { Logger } from '../../logger';
import { deliveryOf } from '../common/delivery-of';
import { newReference } from '../common/new-reference';
import { settlePayment, type Settlement } from '../payments/settle-payment';

export interface ChargeDependencies {
  readonly database: Database;
  readonly log: Logger;
}

/** How a payment in Stars was learned about. */
export interface ChargeOrigin {
  /** It was in Telegram's list, and no update had come. */
  readonly isRecovered?: boolean;
  /** Its delivery was stored before, and is settled again. */
  readonly isReplay?: boolean;
}

/**
 * Takes in a payment in Stars, once for each charge id: records it, then settles its order by it. Each of the three statements
 * may be the last one of this process: the next delivery goes on from there.
 */
export async function takeCharge(
  deps: ChargeDependencies,
  charge: StarCharge,
  { isRecovered = false, isReplay = false }: ChargeOrigin = {},
): Promise<Settlement> {
  const { chargeId } = charge;
  const recorded = await recordCharge(deps.database, charge, { isRecovered, newReference: newReference() });
  const report = starReport(recorded, 'paid');
  const delivery = deliveryOf('stars', `paid:${chargeId}`, starDelivery(report, charge));
  const settlement = await settlePayment(deps, { ...delivery, isRecovered }, report, { isReplay });
  if (isRecovered && settlement.outcome !== 'repeat') deps.log.warn('payment.recovered', { chargeId });
  return settlement;
}
