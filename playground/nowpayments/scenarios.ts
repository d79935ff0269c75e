import { COINS, PAYOUT_COIN, findCoin, minimumUsdCents, roundTo, usdCents } from './coins';
import { openChild, payInvoice } from './api/create-payment';
import { deliveryOf, outOfOrder, plotOf, type Plot } from './plots';
import { deliver } from './ipn/send-ipn';
import { canonical } from './ipn/sign';
import type { Delivery, PaymentStatus, PayOptions, SimInvoice, SimPayment } from './types';
import { ipnBody } from './wire';
import { changed, getPayment, now, pause, track, type World } from './world';

const PLAIN: Delivery = { drop: false, duplicate: false, reorder: false };

/** Starts a scenario. The payment exists at once, and `done` resolves after one attempt at each of its IPNs. */
export function startPaying(
  world: World,
  invoiceId: string,
  options: PayOptions = {},
): { payment: SimPayment; done: Promise<void> } {
  const scenario = options.scenario ?? 'exact';
  const invoice = world.invoices.get(invoiceId);
  if (!invoice) throw new Error(`no invoice ${invoiceId} in the NOWPayments simulator`);
  const plot = plotOf(options);
  const isOpen = options.paymentId !== undefined;
  const payment = isOpen
    ? getPayment(world, options.paymentId ?? 0)
    : payInvoice(world, invoice, options.coin ?? defaultCoin(world, invoice));
  const statuses = isOpen ? remaining(world, payment, plot) : plot.statuses;
  const how = deliveryOf(scenario, options.delivery);
  const play = async (): Promise<void> => {
    await playStatuses(world, payment, { statuses, percent: plot.percent, how });
    if (!plot.child || !(await pause(world, delayMs(world)))) return;
    const percent = options.percent ?? missingPercent(payment);
    const child = openChild(world, payment, {
      arrival: plot.child.arrival,
      percent,
      isWorthHidden: options.isWorthHidden === true || plot.child.isWorthHidden === true,
    });
    await playStatuses(world, child, { statuses: plot.child.statuses, percent: 100, how });
  };
  return { payment, done: exclusively(world, payment, play) };
}

/** Sends the `waiting` IPN of a new payment. */
export function sendFirstIpn(world: World, payment: SimPayment): Promise<void> {
  return exclusively(world, payment, () =>
    playStatuses(world, payment, { statuses: ['waiting'], percent: 0, how: PLAIN }),
  );
}

/** The missing part of a partial payment, which the payer sends to the same address; otherwise the full price. */
function missingPercent({ paymentStatus, actuallyPaid, payAmount }: SimPayment): number {
  return paymentStatus === 'partially_paid' ? Math.max(0, 100 - (actuallyPaid / payAmount) * 100) : 100;
}

/** The merchant refunds a completed payment, which may be a second deposit. */
export async function refund(world: World, paymentId: number, how = PLAIN): Promise<void> {
  const payment = getPayment(world, paymentId);
  if (!['finished', 'partially_paid', 'failed'].includes(payment.paymentStatus)) {
    throw new Error(`payment ${paymentId} is ${payment.paymentStatus}, so there is nothing to refund`);
  }
  await track(world, deliver(world, payment.ipnCallbackUrl, move(world, payment, 'refunded'), how));
}

/** The dashboard's “finish”: the merchant accepts a partial payment as paid. */
export async function finish(world: World, paymentId: number, how = PLAIN): Promise<void> {
  const payment = getPayment(world, paymentId);
  if (payment.paymentStatus !== 'partially_paid') {
    throw new Error(
      `payment ${paymentId} is ${payment.paymentStatus}: only a partially paid one can be finished`,
    );
  }
  await track(world, deliver(world, payment.ipnCallbackUrl, move(world, payment, 'finished'), how));
}

/** The dashboard's “re-send”: sends the last IPN again, byte for byte. */
export async function resend(world: World, paymentId: number): Promise<void> {
  const payment = getPayment(world, paymentId);
  const body = payment.lastIpn ?? canonical(ipnBody(payment));
  await track(world, deliver(world, payment.ipnCallbackUrl, body, PLAIN));
}

interface Course {
  readonly statuses: readonly PaymentStatus[];
  readonly percent: number;
  readonly how: Delivery;
}

async function playStatuses(world: World, payment: SimPayment, course: Course): Promise<void> {
  const precision = findCoin(payment.payCurrency)?.precision ?? 8;
  const held: { status: PaymentStatus; body: string }[] = [];
  for (const [index, status] of course.statuses.entries()) {
    if (index > 0 && !(await pause(world, delayMs(world)))) return;
    if (status !== 'waiting' && status !== 'expired') {
      payment.actuallyPaid = roundTo((payment.payAmount * course.percent) / 100, precision);
    }
    held.push({ status, body: move(world, payment, status) });
    if (!course.how.reorder) await sendAll(world, payment, held.splice(0), course.how);
  }
  const shuffled = outOfOrder(held, ({ status }) => status === 'waiting');
  await sendAll(world, payment, shuffled, course.how);
}

async function sendAll(
  world: World,
  payment: SimPayment,
  ipns: readonly { body: string }[],
  how: Delivery,
): Promise<void> {
  for (const { body } of ipns) await deliver(world, payment.ipnCallbackUrl, body, how);
}

/** Moves the payment to `status` and returns the IPN about it. */
function move(world: World, payment: SimPayment, status: PaymentStatus): string {
  payment.paymentStatus = status;
  payment.updatedAt = Math.max(now(world), payment.updatedAt + 1);
  payment.lastIpn = canonical(ipnBody(payment));
  changed(world);
  return payment.lastIpn;
}

function remaining(world: World, payment: SimPayment, plot: Plot): readonly PaymentStatus[] {
  const index = plot.statuses.indexOf(payment.paymentStatus);
  const rest = index < 0 ? [] : plot.statuses.slice(index + 1);
  // A partial payment has ended, but its address still accepts money.
  const takesMore = plot.child !== undefined && (index >= 0 || payment.paymentStatus === 'partially_paid');
  const hasNext = rest.length > 0 || takesMore;
  if (!hasNext || world.moving.has(payment.paymentId)) {
    throw new Error(`payment ${payment.paymentId} is already ${payment.paymentStatus}`);
  }
  return rest;
}

async function exclusively(world: World, payment: SimPayment, play: () => Promise<void>): Promise<void> {
  world.moving.add(payment.paymentId);
  await track(
    world,
    play().finally(() => world.moving.delete(payment.paymentId)),
  );
}

const delayMs = (world: World): number => world.options.statusDelayMs ?? 300;

/** USDT, or the first coin that can pay the price. */
function defaultCoin(world: World, invoice: SimInvoice): string {
  if (invoice.payCurrency !== null) return invoice.payCurrency;
  const cents = usdCents(invoice.priceAmount, invoice.priceCurrency);
  const payable = COINS.filter((coin) => cents >= minimumUsdCents(coin, world));
  return (payable.find((coin) => coin.code === PAYOUT_COIN) ?? payable[0])?.code ?? PAYOUT_COIN;
}
