import { leanFetch } from '../../shared/http-client';
import { answerErrors } from '../../shared/http/answer-errors';
import { bodyLimit } from '../../shared/http/body-limit';
import { guarded } from '../../shared/http/guarded';
import { onlyMethod } from '../../shared/http/only-method';
import { isIpnAuthentic } from '../../shared/nowpayments/ipn-signature';
import { ipnSignature } from '../../shared/security/ipn-signature';
import { nudgeWorker } from '../../shared/security/nudge-worker';
import { defineFunction } from '../define-function';
import { VARIABLES } from '../variables';
import { paymentIpnHandler } from './handler';

const MAX_BODY_BYTES = 64 * 1024;

defineFunction('paymentIpn', VARIABLES.paymentIpn, ({ config, log, database, count }) => {
  const secrets = [config.NOWPAYMENTS_IPN_SECRET, config.NOWPAYMENTS_IPN_SECRET_PREVIOUS ?? []].flat();
  return guarded(
    [
      answerErrors(log),
      onlyMethod('POST'),
      bodyLimit(MAX_BODY_BYTES),
      ipnSignature(secrets, isIpnAuthentic, () => count('ipn_signature_refused')),
    ],
    paymentIpnHandler({
      database,
      log,
      count,
      nudge: nudgeWorker({
        url: config.WORKER_URL,
        secret: config.WEBHOOK_SIGNING_SECRET,
        fetch: leanFetch,
        log,
      }),
    }),
  );
});
