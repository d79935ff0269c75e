import { ipnDeliveryId, isPayment, parseIpn } from '../../nowpayments/ipn';
import { deliveryOf } from '../common/delivery-of';
import type { Rail } from '../common/rail';
import { settlePayment } from '../payments/settle-payment';

/** Settles an IPN again as it was stored, also one that could not be read when it came. */
export const settleStoredIpn: Rail<never>['settleStored'] = async (deps, payload) => {
  const ipn = parseIpn(payload);
  if (!isPayment(ipn)) return false;
  const delivery = deliveryOf('nowpayments', ipnDeliveryId(ipn), payload);
  await settlePayment(deps, delivery, ipn, { isReplay: true });
  return true;
};
