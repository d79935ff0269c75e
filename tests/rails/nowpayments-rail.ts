import type { Cents, OrderReference } from '../../shared/domain/common/ids';
import { MINUTE_MS } from '../../shared/domain/common/time';
import type { Payable, RailUnderTest, Trouble } from './rail-under-test';
import type { RailWorld } from './rail-world';
import { buttonsOn, donateByKeypad, MONTH, openShop, tierButton, writtenTo } from './shop';

const COIN = 'usdttrc20';

const TROUBLES = {
  down: { kind: 'html', status: 520, times: 1 },
  answer_lost: { kind: 'drop', afterPerforming: true, times: 1 },
  limited: { kind: 'error', status: 429, times: 1 },
  // Long enough for another worker to look, and below what ours waits.
  slow: { kind: 'slow', delayMs: 300, times: 1 },
} as const satisfies Record<Trouble, object>;

/** NOWPayments as a rail under test. */
export function nowpaymentsRail(world: RailWorld): RailUnderTest {
  const { nowpayments } = world;
  const lastIpn = (paymentId: number) =>
    nowpayments.payments().find((one) => one.paymentId === paymentId)?.lastIpn;
  const invoicesOf = (reference: OrderReference) =>
    nowpayments.invoices().filter(({ orderId }) => orderId?.endsWith(`|${reference}`) === true);
  const aboutUnpaid = ({ shop, buyer, reference }: Payable, change: object = {}) => ({
    payment_id: 7_000_000_000 + buyer.userId,
    payment_status: 'finished',
    order_id: `PGP-${buyer.userId}|${shop.openChannelId}|${reference}`,
    price_amount: 30,
    price_currency: 'usd',
    pay_amount: 30,
    actually_paid: 30,
    pay_currency: COIN,
    parent_payment_id: null,
    ...change,
  });
  const send = async (body: object | string, signature?: string) => {
    const url = world.urlOf('/ipn');
    const { status } = await nowpayments.sendIpn(body, {
      url,
      ...(signature !== undefined && { signature }),
    });
    await world.settleDown();
    return status;
  };
  return {
    name: 'nowpayments',
    world,
    endpoint: '/ipn',
    openShop: () => openShop(world),
    raisePrice: (shop) => shop.change({ tiers: [{ ...MONTH, priceCents: 4000 as Cents }] }),
    taps: (shop) => [tierButton(shop)],
    donate: (shop, donor) => donateByKeypad(world, shop, donor, '25.00'),
    payableOf: (buyer) => {
      for (const message of writtenTo(world, buyer))
        for (const button of buttonsOn(message)) {
          const iid = 'url' in button ? new URL(button.url).searchParams.get('iid') : null;
          if (iid !== null) return iid;
        }
      return undefined;
    },
    made: async (reference) => invoicesOf(reference).length,
    pay: async ({ id }, { delivery = 'once' } = {}) => {
      const paymentId = await nowpayments.pay(id, {
        coin: COIN,
        delivery: {
          duplicate: delivery === 'twice',
          drop: delivery === 'lost',
          reorder: delivery === 'reordered',
        },
      });
      await world.settleDown();
      return String(paymentId);
    },
    payAndLeave: async ({ id }) => {
      await nowpayments.pay(id, { coin: COIN });
      await nowpayments.settled();
    },
    payAndKill: async ({ id }, point) => {
      const paymentId = await nowpayments.pay(id, { coin: COIN, delivery: { drop: true } });
      const killed = world.killNextAt('/ipn', point);
      await nowpayments.resend(paymentId);
      await world.settleDown();
      return killed.hasDied();
    },
    payOnTwoDevices: async ({ id }) => {
      await Promise.all(['trx', COIN].map((coin) => nowpayments.pay(id, { coin })));
      await world.settleDown();
    },
    refundUnasked: async (payment, times = 1) => {
      await nowpayments.refund(Number(payment));
      for (let sent = 1; sent < times; sent += 1) await nowpayments.resend(Number(payment));
      await world.settleDown();
    },
    refundAndKill: async (payment, point) => {
      const killed = world.killNextAt('/ipn', point);
      await nowpayments.refund(Number(payment));
      await world.settleDown();
      return killed.hasDied();
    },
    refundAndLeave: async (payment) => {
      await nowpayments.refund(Number(payment));
      await nowpayments.settled();
    },
    refundTaps: (paymentId) => [
      new RegExp(`^case_refund_${paymentId}$`),
      new RegExp(`^case_sent_${paymentId}$`),
    ],
    forge: (payable) => send(aboutUnpaid(payable), 'f'.repeat(128)),
    replay: async (payment) => send(String(lastIpn(Number(payment)))),
    claimOtherPrice: async (payable) => {
      await send(aboutUnpaid(payable, { price_amount: 5, pay_amount: 5, actually_paid: 5 }));
      await send(
        aboutUnpaid(payable, { payment_id: 7_100_000_000 + payable.buyer.userId, price_currency: 'eur' }),
      );
    },
    takeBack: async (payment) => {
      for (const payment_status of ['failed', 'confirming', 'waiting']) {
        const updated_at = world.now() + 1;
        await send(nowpayments.ipnBody(Number(payment), { payment_status, updated_at }));
      }
    },
    payUnknownOrder: async () => {
      const payment_id = 7_200_000_001;
      await send({
        payment_id,
        payment_status: 'finished',
        order_id: `PGP-5|-1001|${'Z'.repeat(22)}`,
        price_amount: 30,
        price_currency: 'usd',
        pay_amount: 30,
        actually_paid: 30,
        pay_currency: COIN,
        parent_payment_id: null,
      });
      return {
        isKept: async () => {
          const rows = await world.database.query(
            (sql) => sql`select from payments where payment_id = ${payment_id} and standing = 'orphan'`,
          );
          return rows.length === 1;
        },
      };
    },
    sendUnreadable: () => send({ payment_id: 7_300_000_001, payment_status: 7, actually_paid: 30 }),
    trouble: (kind) => nowpayments.fault({ path: '/v1/invoice', ...TROUBLES[kind] }),
    // Ours asks two minutes after it made the invoice.
    reconcile: () => world.later(3 * MINUTE_MS),
  };
}
