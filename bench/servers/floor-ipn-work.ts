import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Delivery } from '../../shared/database/common/inbox';
import { readCaseNamed } from '../../shared/database/payments/payments';
import { savePaymentDecision } from '../../shared/database/payments/save-decision';
import type { Cents } from '../../shared/domain/common/ids';
import { decidePayment } from '../../shared/domain/decide-payment';
import type { PaymentCase } from '../../shared/domain/payments/payment-case';
import { isPayment, parseIpn } from '../../shared/nowpayments/ipn';
import { AMOUNT_CENTS, CHANNEL_ID, finishedIpn, payerAt, referenceAt } from '../requests';
import { post } from './floor-call';
import { openFloorDatabase } from './floor-database';
import { recordedStatement } from './recorded-statement';
import type { FloorWork } from './serve-floor';

/** An IPN, and what was read of its order. */
interface Given {
  readonly body: ReturnType<typeof finishedIpn>;
  readonly reference: string;
  readonly deliveryId: string;
  readonly known?: Pick<PaymentCase, 'payer'> & { readonly version: number };
}

const SAMPLE = {
  reference: referenceAt(0),
  payer: { userId: payerAt(0), username: 'sample payer', firstName: null, isReachable: true },
  version: -7,
  body: finishedIpn(0),
};

const KNOWN: PaymentCase = {
  order: {
    reference: SAMPLE.reference,
    state: 'open',
    userId: SAMPLE.payer.userId,
    amountCents: AMOUNT_CENTS as Cents,
    priceStars: null,
    paymentId: null,
    tolerancePercent: 0,
    item: { kind: 'donation' },
    restCents: [],
    invoicedCents: [AMOUNT_CENTS],
    isStillOffered: true,
    isReplaced: false,
  },
  channel: {
    openChannelId: CHANNEL_ID,
    title: 'Alpha Signals',
    ownerUserId: 7001,
    notificationsEnabled: true,
    notifyEachSale: true,
    notificationsChatId: null,
    timeZone: 'UTC',
  },
  payer: SAMPLE.payer,
  donor: { note: null, isAnonymous: false },
  payments: [],
  access: null,
  now: new Date(),
};

const DELIVERY: Delivery = {
  source: 'nowpayments',
  deliveryId: 'sample delivery',
  correlationId: 'floor',
  payload: SAMPLE.body,
};

const SLOTS = new Map<unknown, (given: Given) => unknown>([
  [SAMPLE.reference, ({ reference }) => reference],
  [SAMPLE.body.payment_id, ({ body }) => body.payment_id],
  [String(SAMPLE.body.invoice_id), ({ body }) => String(body.invoice_id)],
  [SAMPLE.payer.userId, ({ known }) => known?.payer.userId],
  [SAMPLE.payer.username, ({ known }) => known?.payer.username],
  [SAMPLE.version, ({ known }) => known?.version],
  [DELIVERY.deliveryId, ({ deliveryId }) => deliveryId],
]);

/** One nudge is under way and one may follow, as in the functions. */
function nudging(url: string): () => void {
  let isUnderWay = false;
  let isAsked = false;
  return function nudge() {
    isAsked = true;
    if (isUnderWay) return;
    isUnderWay = true;
    isAsked = false;
    void post(url, '{"due":true}').finally(() => {
      isUnderWay = false;
      if (isAsked) nudge();
    });
  };
}

/** The least that a finished payment takes: one HMAC, a statement that reads and one that writes, and a nudge after it. */
export async function ipnWork(): Promise<FloorWork> {
  const sql = openFloorDatabase();
  const secret = String(process.env['NOWPAYMENTS_IPN_SECRET']);
  const nudge = nudging(String(process.env['WORKER_URL']));
  const ipn = parseIpn(SAMPLE.body);
  if (!isPayment(ipn)) throw new Error('the sample is not a payment');
  const named = { ...ipn, reference: SAMPLE.reference };
  const decided = { known: KNOWN, version: SAMPLE.version, ids: ipn, decision: decidePayment(KNOWN, ipn) };
  const read = await recordedStatement((database) => readCaseNamed(database, named, DELIVERY), SLOTS);
  const save = await recordedStatement((database) => savePaymentDecision(database, decided, DELIVERY), SLOTS);
  return async ({ headers, rawBody, body: parsed }) => {
    const expected = createHmac('sha512', secret).update(rawBody).digest();
    const signature = Buffer.from(String(headers['x-nowpayments-sig']), 'hex');
    if (!timingSafeEqual(signature, expected)) throw new Error('a wrong signature');
    const body = parsed as Given['body'];
    const reference = body.order_id.slice(-22);
    const given = { body, reference, deliveryId: `${body.payment_id}:finished:${body.actually_paid}` };
    const [known] = await read(sql, given);
    if (known === undefined) throw new Error(`no order ${reference}`);
    const saved = await save(sql, { ...given, known: known as unknown as NonNullable<Given['known']> });
    if (saved.length === 0) throw new Error(`${reference} has changed`);
    nudge();
  };
}
