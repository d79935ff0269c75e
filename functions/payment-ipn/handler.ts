import { createHash } from 'node:crypto';
import { keepIfRefused, keepUnreadable } from '../../shared/database/common/park-delivery';
import type { Database } from '../../shared/database/connection/pool';
import { parseJsonObject } from '../../shared/http/parse-json';
import type { Handler, Reply, Request } from '../../shared/http/types';
import type { Logger } from '../../shared/logger';
import { ipnDeliveryId, isPayment, parseIpn } from '../../shared/nowpayments/ipn';
import { deliveryOf } from '../../shared/services/common/delivery-of';
import { settlePayment } from '../../shared/services/payments/settle-payment';
import type { WakeUp } from '../../shared/wake-up/wake-up';

export interface PaymentIpnDependencies {
  readonly database: Database;
  readonly log: Logger;
  readonly wakeUp: WakeUp;
  /** Counts an event for all instances. */
  readonly count: (name: 'ipn_contradictory') => void;
}

const OK: Reply = { status: 200, body: { ok: true } };

/**
 * Handles one authentic IPN. 200 means that it is committed, now or earlier. If the commit fails, the error becomes a
 * 5xx and NOWPayments sends the IPN again. Calls nobody before the commit.
 */
export const paymentIpnHandler = ({ database, log, wakeUp, count }: PaymentIpnDependencies): Handler => {
  async function paymentIpn(request: Request): Promise<Reply> {
    const rawBody = await request.body();
    const body = parseJsonObject(rawBody);
    const ipn = parseIpn(body);
    if (!isPayment(ipn)) {
      if (ipn.reason === 'malformed') {
        const deliveryId = createHash('sha256').update(rawBody).digest('hex');
        await keepUnreadable(database, deliveryOf('nowpayments', deliveryId, body));
        log.error('ipn.unreadable', { deliveryId });
      } else {
        // Payouts and custody transfers are signed and sent here too. If we refused them, they would only come again.
        log.warn('ipn.not_a_payment');
      }
      return OK;
    }
    const delivery = deliveryOf('nowpayments', ipnDeliveryId(ipn), body);
    const { isPromised, isContradictory } = await settlePayment({ database, log }, delivery, ipn).catch(
      async (error: unknown) => {
        await keepIfRefused(database, delivery, error);
        throw error;
      },
    );
    if (isContradictory === true) count('ipn_contradictory');
    if (isPromised) await wakeUp('due');
    return OK;
  }
  return paymentIpn;
};
