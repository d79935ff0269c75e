import { createHmac, timingSafeEqual } from 'node:crypto';
import { http } from '@google-cloud/functions-framework';
import { readPaymentCase } from '../../shared/database/payments/payments';
import { savePaymentDecision } from '../../shared/database/payments/save-decision';
import type { PaymentCase } from '../../shared/domain/payments/payment-case';
import type { PaymentDecision } from '../../shared/domain/decide-payment';
import type { Promised } from '../../shared/domain/effects';
import type { Cents, OrderReference } from '../../shared/domain/common/ids';
import type { Payment } from '../../shared/domain/payments/payment';
import type { finishedIpn } from '../requests';
import { post } from './floor-call';
import { openFloorDatabase } from './floor-database';

type Body = ReturnType<typeof finishedIpn>;

const database = openFloorDatabase();
const secret = String(process.env['NOWPAYMENTS_IPN_SECRET']);
const workerUrl = String(process.env['WORKER_URL']);

const paymentOf = (body: Body): Payment => ({
  paymentId: body.payment_id,
  parentPaymentId: null,
  seen: ['finished'],
  provenCents: body.price_amount * 100,
  settles: true,
  decision: null,
  decidedOn: null,
  isHanging: false,
  isWaitedFor: false,
  paymentStatus: 'finished',
  priceAmount: String(body.price_amount),
  priceCurrency: body.price_currency,
  payAmount: String(body.pay_amount),
  actuallyPaid: String(body.actually_paid),
  payCurrency: body.pay_currency,
  outcomeAmount: String(body.outcome_amount),
  actuallyPaidAtFiat: String(body.actually_paid_at_fiat),
  typedCents: null,
  outcomeCurrency: body.outcome_currency,
});

/** The two promises of a settled donation, in their real size. */
function promisesOf({ order, channel, payer }: PaymentCase, paymentId: number): Promised[] {
  const { reference, amountCents } = order;
  const about = { reference, title: channel.title, item: order.item, amountCents };
  const promise = (
    chatId: number,
    message: Extract<Promised['effect'], { kind: 'send_message' }>['message'],
  ) => ({
    effect: { kind: 'send_message', chatId, message } as const,
    key: `${reference}:${paymentId}:${message.type}`,
    expiresInSeconds: 259_200,
    reference,
  });
  const received = { amountCrypto: '0.05716941', cryptoCurrency: 'ltc', expectedCrypto: '0.05716941' };
  const { openChannelId, title } = channel;
  const paidAt = '2026-01-01T00:00:00.000Z';
  return [
    promise(payer.userId, { type: 'thanks', exception: 'none', received, ...about }),
    promise(channel.ownerUserId, {
      type: 'donation_received',
      openChannelId,
      title,
      payer,
      amountCents,
      paidAt,
      ...received,
    }),
  ];
}

// The minimum for a finished payment: one HMAC, one reading statement, one writing statement and one nudge.
http('floorIpn', async (request, response) => {
  const body = request.body as Body;
  const signature = Buffer.from(request.get('x-nowpayments-sig') ?? '', 'hex');
  const expected = createHmac('sha512', secret)
    .update(request.rawBody ?? '')
    .digest();
  if (!timingSafeEqual(signature, expected)) return void response.status(401).end();
  const deliveryId = `${body.payment_id}:finished:${body.actually_paid}`;
  const delivery = { source: 'nowpayments', deliveryId, correlationId: 'floor', payload: body } as const;
  const reference = body.order_id.slice(-22) as OrderReference;
  const { known, version } = await readPaymentCase(database, reference, delivery);
  if (known === undefined) throw new Error(`no order ${reference}`);
  const decision: PaymentDecision = {
    judgement: {
      state: 'settled',
      paymentId: body.payment_id,
      receivedCents: known.order.amountCents,
      excessCents: 0 as Cents,
      incomeCents: known.order.amountCents,
      verdicts: new Map([[body.payment_id, { standing: 'settled', exception: 'none', settles: true }]]),
    },
    payments: [paymentOf(body)],
    access: undefined,
    promised: promisesOf(known, body.payment_id),
  };
  const ids = { paymentId: body.payment_id, invoiceId: String(body.invoice_id), orderId: body.order_id };
  await savePaymentDecision(database, { known, version, ids, decision }, delivery);
  await post(workerUrl, '{"due":true}');
  response.json({ ok: true });
});
