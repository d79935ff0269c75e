import { answerErrors } from '../../shared/http/answer-errors';
import { bodyLimit } from '../../shared/http/body-limit';
import { guarded } from '../../shared/http/guarded';
import { onlyMethod } from '../../shared/http/only-method';
import type { Handler } from '../../shared/http/types';
import { LOCK_TIMEOUT_MS } from '../../shared/database/connection/options';
import { isIpnAuthentic } from '../../shared/nowpayments/ipn-signature';
import { orderNamedIn } from '../../shared/nowpayments/order-in-body';
import { ipnSignature } from '../../shared/security/ipn-signature';
import { defineFunction, type FunctionContext } from '../define-function';
import { VARIABLES } from '../variables';
import { paymentIpnHandler } from './handler';

const MAX_BODY_BYTES = 64 * 1024;

type Context = FunctionContext<(typeof VARIABLES.paymentIpn)[number]>;

function build({ config, log, database, count, wakeUp }: Context): Handler {
  // Anyone can send 128 hexadecimal digits, so only an order that exists proves a wrong secret.
  const countRefused = (rawBody: Buffer) => {
    const reference = orderNamedIn(rawBody);
    if (reference !== undefined) count('ipn_signature_refused', reference);
  };
  const secrets = [config.NOWPAYMENTS_IPN_SECRET, config.NOWPAYMENTS_IPN_SECRET_PREVIOUS ?? []].flat();
  return guarded(
    [
      answerErrors(log),
      onlyMethod('POST'),
      bodyLimit(MAX_BODY_BYTES),
      ipnSignature(secrets, isIpnAuthentic, countRefused),
    ],
    paymentIpnHandler({ database, log, count, wakeUp }),
  );
}

// Otherwise, a few IPNs about one locked order would hold every connection for longer than NOWPayments waits.
export const definition = defineFunction('paymentIpn', VARIABLES.paymentIpn, {
  build,
  lockTimeoutMs: LOCK_TIMEOUT_MS,
});
