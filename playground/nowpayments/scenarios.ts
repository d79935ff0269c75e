import { COINS, PAYOUT_COIN, findCoin, minimumUsdCents, roundTo, usdCents } from './coins';
import { openChild, payInvoice } from './create-payment';
import { PLOTS, deliveryOf, outOfOrder, type Plot } from './plots';
import { deliver } from './send-ipn';
import { canonical } from './sign';
import type { Delivery, PaymentStatus, PayOptions, SimInvoice, SimPayment } from './types';
import { ipnBody } from './wire';
import { changed, getPayment, now, pause, track, type World } from './world';

const PLAIN: Delivery = { drop: false, duplicate: false, reorder: false };

/** Starts a scenario: the payment exists at once, and `done` resolves when all its IPNs were tried once. */
export function startPaying(
  world: World,
  invoiceId: string,
  options: PayOptions = {},
): { payment: SimPayment; done: Promise<void> } {
  const scenario = options.scenario ?? 'exact';
  const invoice = world.invoices.get(invoiceId);
  if (!invoice) throw new Error(`no invoice ${invoiceId} in the NOWPayments simulator`);
  const plot = PLOTS[scenario];
  const isOpen = options.paymentId !== undefined;
  const payment = isOpen
    ? getPayment(world, options.paymentId ?? 0)
    : payInvoice(world, invoice, options.coin ?? defaultCoin(world, invoice));
  const statuses = isOpen ? remaining(world, payment, plot) : plot.statuses;
  const how = deliveryOf(scenario, options.delivery);
  const play = async (): Promise<void> => {
    await playStatuses(world, payment, { statuses, percent: plot.percent, how });
    if (!plot.child || !(await pause(world, delayMs(world)))) return;
    const child = openChild(world, payment, plot.child.arrival);
    await playStatuses(world, child, { statuses: plot.child.statuses, percent: 100, how });
  };
  return { payment, done: exclusively(world, payment, play) };
}

/** The IPN every new payment begins with. */
export function announce(world: World, payment: SimPayment): Promise<void> {
  return exclusively(world, payment, () =>
    playStatuses(world, payment, { statuses: ['waiting'], percent: 0, how: PLAIN }),
  );
}

export async function refund(world: World, paymentId: number): Promise<void> {
  const payment = getPayment(world, paymentId);
  if (!['finished', 'partially_paid', 'failed'].includes(payment.paymentStatus)) {
    throw new Error(`payment ${paymentId} is ${payment.paymentStatus}: there is nothing to refund`);
  }
  await track(world, deliver(world, payment.ipnCallbackUrl, move(world, payment, 'refunded'), PLAIN));
}

/** The dashboard's re-send: the last IPN once more, byte for byte. */
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

/** Puts the payment into `status` and returns the IPN that tells of it. */
function move(world: World, payment: SimPayment, status: PaymentStatus): string {
  payment.paymentStatus = status;
  payment.updatedAt = Math.max(now(world), payment.updatedAt + 1);
  payment.lastIpn = canonical(ipnBody(payment));
  changed(world);
  return payment.lastIpn;
}

function remaining(world: World, payment: SimPayment, plot: Plot): readonly PaymentStatus[] {
  const index = plot.statuses.indexOf(payment.paymentStatus);
  const rest = plot.statuses.slice(index + 1);
  const hasNext = index >= 0 && (rest.length > 0 || plot.child !== undefined);
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

/** USDT, or the first coin that the price is enough for. */
function defaultCoin(world: World, invoice: SimInvoice): string {
  if (invoice.payCurrency !== null) return invoice.payCurrency;
  const cents = usdCents(invoice.priceAmount, invoice.priceCurrency);
  const payable = COINS.filter((coin) => cents >= minimumUsdCents(coin, world.options.minimumUsdCents));
  return (payable.find((coin) => coin.code === PAYOUT_COIN) ?? payable[0])?.code ?? PAYOUT_COIN;
}
