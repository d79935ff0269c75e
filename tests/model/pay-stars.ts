import { randomUUID } from 'node:crypto';
import { silentLogger } from '../../shared/logger';
import type { OrderReference } from '../../shared/domain/common/ids';
import type { PaymentReport } from '../../shared/domain/payments/payment-report';
import { deliveryOf } from '../../shared/services/common/delivery-of';
import { settlePayment } from '../../shared/services/payments/settle-payment';
import type { ActionLabel, ActionOf } from './actions';
import { nth, type BuyerRun } from './buyer-run';
import { order as open } from './order';
import type { StarCharge } from './ledger';

const decimal = (cents: number): string =>
  `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;

/** Takes in what Telegram says about a charge, as the intake of Stars does. */
async function report({ model, ledger, buyer }: BuyerRun, charge: StarCharge, times: number): Promise<void> {
  const { paymentId, chargeId, reference, status, stars, priceCents, payerUserId } = charge;
  ledger.recordCharge(charge, buyer.id);
  const settled: PaymentReport = {
    rail: 'stars',
    paymentId,
    parentPaymentId: null,
    payerUserId,
    invoiceId: null,
    orderId: null,
    reference: reference as OrderReference,
    paymentStatus: status,
    rawStatus: status,
    priceAmount: decimal(priceCents),
    priceCurrency: 'usd',
    payAmount: String(stars),
    actuallyPaid: String(stars),
    actuallyPaidAtFiat: null,
    payCurrency: 'xtr',
    outcomeAmount: null,
    outcomeCurrency: null,
  };
  const payload = {
    payment_id: paymentId,
    payment_status: status,
    actually_paid: String(stars),
    pay_currency: 'xtr',
  };
  const deps = { database: model.world.product, log: silentLogger };
  const delivery = deliveryOf('stars', `${status === 'refunded' ? 'refunded' : 'paid'}:${chargeId}`, payload);
  const once = () => settlePayment(deps, { ...delivery, correlationId: randomUUID() }, settled);
  await Promise.all(Array.from({ length: times }, once));
  ledger.acknowledge({ payment_id: paymentId, payment_status: status });
}

/** The order's price in Stars, which it gets if it has none. */
async function priceOf({ model }: BuyerRun, reference: string) {
  const { database } = model.world;
  const [row] = await database<{ stars: number; cents: number }[]>`
    update orders set price_stars = coalesce(price_stars, ceil(amount_cents / 1.3)) where reference = ${reference}
    returning price_stars as stars, amount_cents as cents`;
  return row;
}

/** Pays an order in Stars, whatever has become of it: its invoice may be paid again, and by anybody. */
export async function payStars(
  run: BuyerRun,
  { order, by, times }: ActionOf<'pay_stars'>,
): Promise<ActionLabel> {
  const about = nth([...(run.observed?.orders ?? [])].reverse(), order);
  if (about === undefined) return open(run, 1);
  const { reference, state } = about;
  const { database } = run.model.world;
  const price = await priceOf(run, reference);
  if (price === undefined) return undefined;
  const payerUserId = by === 'buyer' ? run.buyer.id : run.slot.stranger.id;
  const chargeId = `charge-${randomUUID()}`;
  const payload = `s1_${randomUUID()}`;
  await database`
    insert into star_invoices (payload, order_reference, price_stars, price_cents)
    values (${payload}, ${reference}, ${price.stars}, ${price.cents})`;
  const [row] = await database<{ paymentId: string }[]>`
    insert into star_charges (charge_id, user_id, stars, payload, order_reference, paid_at)
    values (${chargeId}, ${payerUserId}, ${price.stars}, ${payload}, ${reference}, app_now())
    returning payment_id as "paymentId"`;
  const charge: StarCharge = {
    paymentId: Number(row?.paymentId),
    chargeId,
    reference,
    status: 'finished',
    stars: price.stars,
    priceCents: price.cents,
    payerUserId,
  };
  await report(run, charge, times);
  return `pay stars by ${by} for ${state}`;
}

/** Telegram sends the Stars of a payment back. */
export async function refundStars(
  run: BuyerRun,
  { payment }: ActionOf<'refund_stars'>,
): Promise<ActionLabel> {
  const charge = nth(
    run.ledger.charges().filter(({ status }) => status === 'finished'),
    payment,
  );
  if (charge === undefined) return undefined;
  await report(run, { ...charge, status: 'refunded' }, 1);
  return 'refund stars';
}
