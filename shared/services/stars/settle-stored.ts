import { storedCharge, storedRefund } from '../../domain/stars/stored';
import type { Rail } from '../common/rail';
import { takeCharge } from './take-charge';
import { takeRefund } from './take-refund';

/** Takes in a payment in Stars, or the refund of one, again as its delivery was stored. */
export const settleStoredStars: Rail<never>['settleStored'] = async (deps, payload) => {
  const [refund, charge] = [storedRefund(payload), storedCharge(payload)];
  if (refund !== undefined) await takeRefund(deps, refund, { isReplay: true });
  else if (charge !== undefined) await takeCharge(deps, charge, { isReplay: true });
  return refund !== undefined || charge !== undefined;
};
