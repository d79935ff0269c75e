import { randomInt } from 'node:crypto';
import type { Cents, OrderReference } from '../../shared/domain/common/ids';
import { MINUTE_MS } from '../../shared/domain/common/time';
import type { Point } from './dying-database';
import type { Payable, RailUnderTest, Trouble } from './rail-under-test';
import { WEBHOOK_SECRET, type RailWorld } from './rail-world';
import { MONTH, openShop, press, tierButton, writtenTo, type Customer } from './shop';

/** A month in Stars. */
export const STARS = 250;
const MONTH_IN_STARS = { ...MONTH, priceStars: STARS };

const TROUBLES = {
  // Twice, because it is asked again at once.
  down: { kind: 'error', status: 502, description: 'Bad Gateway', times: 2 },
  answer_lost: { kind: 'drop', afterPerforming: true },
  limited: { kind: 'error', status: 429, retryAfter: 5 },
  // Telegram's simulator answers at once, so two workers at once are what is left.
  slow: undefined,
} as const satisfies Record<Trouble, object | undefined>;

/** The payload of an invoice that the bot sent. */
const payloadOf = (world: RailWorld, { id, buyer }: Payable): string => {
  const call = world.telegram.calls.findLast(
    ({ method, ok, result, payload }) =>
      method === 'sendInvoice' &&
      ok &&
      Number(payload['chat_id']) === buyer.userId &&
      (result as { message_id: number }).message_id === Number(id),
  );
  return String(call?.payload['payload']);
};

/** A payment of an order as Telegram would report it, although nobody made it. */
function chargeOf(world: RailWorld, payable: Payable, { by, change = {} }: Reported = {}) {
  const { userId } = by ?? payable.buyer;
  return {
    update_id: randomInt(2 ** 40, 2 ** 41),
    message: {
      message_id: randomInt(2 ** 30),
      date: Math.floor(world.now() / 1000),
      from: { id: userId, is_bot: false, first_name: 'B' },
      chat: { id: userId, type: 'private', first_name: 'B' },
      successful_payment: {
        currency: 'XTR',
        total_amount: STARS,
        invoice_payload: payloadOf(world, payable),
        telegram_payment_charge_id: `forged${randomInt(2 ** 40)}`,
        provider_payment_charge_id: '',
        ...change,
      },
    },
  };
}

/** The report of a payment, as Telegram sent it. */
function sentAbout({ received }: RailWorld, charge: string) {
  const sent = received.findLast(
    ({ body }) => body.includes('"successful_payment"') && body.includes(charge),
  );
  if (sent === undefined) throw new Error(`nothing was reported about ${charge}`);
  return sent;
}

/** A payment that is for no order. */
const NOBODYS = { buyer: { userId: 59_999 }, id: '0' } as Payable;

interface Reported {
  /** Absent: the buyer. */
  readonly by?: Customer;
  readonly change?: object;
}

const sendUpdate = (world: RailWorld, update: object, proof = WEBHOOK_SECRET) =>
  world.send({ endpoint: '/telegram', body: JSON.stringify(update), proof });

/** Reports, in Telegram's name, a payment of an order. */
export const reportCharge = (world: RailWorld, payable: Payable, reported?: Reported): Promise<number> =>
  sendUpdate(world, chargeOf(world, payable, reported));

/** Asks, in Telegram's name, if an order may be paid now, and returns the answer. */
export async function mayPay(
  world: RailWorld,
  payable: Payable,
  { by = payable.buyer, amount = STARS }: { readonly by?: Customer; readonly amount?: number } = {},
): Promise<boolean> {
  const pre_checkout_query = {
    id: String(randomInt(2 ** 40)),
    from: { id: by.userId, is_bot: false, first_name: 'B' },
    currency: 'XTR',
    total_amount: amount,
    invoice_payload: payloadOf(world, payable),
  };
  const response = await fetch(world.urlOf('/telegram'), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': WEBHOOK_SECRET },
    body: JSON.stringify({ update_id: randomInt(2 ** 40, 2 ** 41), pre_checkout_query }),
  });
  return ((await response.json()) as { readonly ok: boolean }).ok;
}

/** Telegram Stars as a rail under test. */
export function starsRail(world: RailWorld): RailUnderTest {
  const { telegram } = world;
  const payer = ({ buyer }: Payable, by: Customer = buyer) => telegram.as(by.userId);
  const paid = async (payable: Payable, isApproved = false) => {
    const outcome = await payer(payable).payStars(Number(payable.id), { isApproved });
    if (outcome.state !== 'paid') throw new Error(`the payment was ${JSON.stringify(outcome)}`);
    return outcome.chargeId;
  };
  /** Has the bot say yes to a payment that isn't made yet. */
  const approved = async (payable: Payable) => {
    const outcome = await payer(payable).payStars(Number(payable.id), { afterOk: 'nothing' });
    if (outcome.state !== 'abandoned')
      throw new Error(`the question was answered ${JSON.stringify(outcome)}`);
  };
  const killAt = async (point: Point, body: RegExp, act: () => Promise<unknown>) => {
    const killed = world.killNextAt('/telegram', point, body);
    await act();
    await world.settleDown();
    return killed.hasDied();
  };
  return {
    name: 'stars',
    world,
    endpoint: '/telegram',
    openShop: () => openShop(world, { tiers: [MONTH_IN_STARS], donationStars: [50, 100, 500] }),
    raisePrice: (shop) =>
      shop.change({ tiers: [{ ...MONTH_IN_STARS, priceCents: 4000 as Cents, priceStars: STARS + 50 }] }),
    taps: (shop) => [tierButton(shop), /^pay_once_/],
    donate: async (shop, donor) => {
      donor.person.start(`donate_${shop.openChannelId}`);
      await world.settleDown();
      await press(world, donor, /^donate_in_stars$/);
      await press(world, donor, /^donate_stars_/);
    },
    payableOf: (buyer) => {
      const message = writtenTo(world, buyer).find((each) => 'invoice' in each);
      return message && String(message.message_id);
    },
    made: (reference) => madeFor(world, reference),
    pay: async (payable, { by, delivery = 'once' } = {}) => {
      if (delivery === 'twice') telegram.stars.repeatNext('successful_payment');
      if (delivery === 'lost') telegram.stars.loseNext('successful_payment');
      const place =
        by === undefined
          ? Number(payable.id)
          : { chatId: payable.buyer.userId, messageId: Number(payable.id) };
      const outcome = await payer(payable, by).payStars(place);
      await world.settleDown();
      if (outcome.state !== 'paid') throw new Error(`the payment was ${JSON.stringify(outcome)}`);
      return outcome.chargeId;
    },
    payAndLeave: async (payable) => {
      await paid(payable);
      await telegram.drained();
    },
    payAndKill: (payable, point) => killAt(point, /"successful_payment"/, () => paid(payable)),
    payOnTwoDevices: async (payable) => {
      // Both get their yes before either pays. One that asks after the other has paid is rightly refused.
      await Promise.all([approved(payable), approved(payable)]);
      await Promise.all([paid(payable, true), paid(payable, true)]);
      await world.settleDown();
    },
    refundUnasked: async (payment, times = 1) => {
      if (times > 1) telegram.stars.repeatNext('refunded_payment');
      telegram.stars.refund(payment);
      await world.settleDown();
    },
    refundAndKill: (payment, point) =>
      killAt(point, /"refunded_payment"/, async () => telegram.stars.refund(payment)),
    refundAndLeave: async (payment) => {
      telegram.stars.refund(payment);
      await telegram.drained();
    },
    refundTaps: (paymentId) => [
      new RegExp(`^own_refund_-\\d+_${paymentId}$`),
      new RegExp(`^own_refund-now_-\\d+_${paymentId}$`),
    ],
    forge: (payable) => sendUpdate(world, chargeOf(world, payable), 'not-the-secret'),
    replay: (payment) => world.send(sentAbout(world, payment)),
    claimOtherPrice: async (payable) => {
      await reportCharge(world, payable, { change: { total_amount: 1 } });
    },
    payUnknownOrder: async () => {
      const charge = `unknown${randomInt(2 ** 40)}`;
      await reportCharge(world, NOBODYS, {
        change: { invoice_payload: 's1_nobody_knows_this', telegram_payment_charge_id: charge },
      });
      return {
        isKept: async () => {
          const rows = await world.database.query(
            (sql) => sql`select from star_charges where charge_id = ${charge} and order_reference is null`,
          );
          return rows.length === 1;
        },
      };
    },
    sendUnreadable: () =>
      reportCharge(world, NOBODYS, { change: { telegram_payment_charge_id: 7, total_amount: 'many' } }),
    takeBack: async (payment) => {
      const sent = sentAbout(world, payment);
      const again = sent.body.replace(/"update_id":\d+/, `"update_id":${randomInt(2 ** 40, 2 ** 41)}`);
      await world.send({ ...sent, body: again });
    },
    trouble: (kind) => {
      const fault = TROUBLES[kind];
      if (fault !== undefined) telegram.fault({ method: 'sendInvoice', ...fault });
    },
    // The keeper copies Telegram's list, and takes in what is still missing a few minutes later.
    reconcile: async () => {
      await world.later(MINUTE_MS);
      await world.later(5 * MINUTE_MS);
    },
  };
}

/** How many invoices Telegram made for an order. */
async function madeFor({ telegram, database }: RailWorld, reference: OrderReference): Promise<number> {
  const rows = await database.query(
    (sql) =>
      sql<{ payload: string }[]>`select payload from star_invoices where order_reference = ${reference}`,
  );
  const payloads = rows.map(({ payload }) => payload);
  return telegram.calls.filter(
    ({ method, ok, payload }) =>
      method === 'sendInvoice' && ok && payloads.includes(String(payload['payload'])),
  ).length;
}
