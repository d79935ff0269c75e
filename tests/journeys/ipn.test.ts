import { randomBytes, randomInt } from 'node:crypto';
import { canonical, signature } from '../../playground/nowpayments/ipn/sign';
import type { RunningFunction } from '../../playground/stack';
import { decidePayment } from '../../shared/domain/decide-payment';
import type { PaymentCase } from '../../shared/domain/payments/payment-case';
import type { Cents, OrderReference } from '../../shared/domain/common/ids';
import type { Judgement } from '../../shared/domain/payments/judge-payments';
import { PAYMENT_STATUSES } from '../../shared/domain/payments/payment-status';
import { isPayment, parseIpn } from '../../shared/nowpayments/ipn';
import { LONG_TEST_DEADLINE_MS, WORLD_START_DEADLINE_MS } from '../support/deadlines';
import { openKeypad, tap, type, waitForMessage, writtenTo } from './support/chat';
import { newDonor } from './support/people';
import { randomFrom, shuffled } from './support/random';
import { quiet } from './support/work';
import { type Donor, OPEN, OWNER, useWorld } from '../worlds/journey';

const world = useWorld();
let instances: RunningFunction[];
beforeAll(async () => {
  instances = [world.functions.paymentIpn, await world.startInstance('paymentIpn')];
}, WORLD_START_DEADLINE_MS);

interface Ordered {
  readonly donor: Donor;
  readonly reference: OrderReference;
  readonly paymentId: number;
}

/** A $25.00 order without an invoice. */
async function newOrder(): Promise<Ordered> {
  const donor = newDonor(world);
  donor.person.start();
  await waitForMessage(world, donor.id, /Welcome/);
  const reference = randomBytes(16).toString('base64url') as OrderReference;
  await world.database`
    insert into orders (reference, kind, user_id, open_channel_id, amount_cents)
    values (${reference}, 'donation', ${donor.id}, ${OPEN}, 2500)`;
  return { donor, reference, paymentId: randomInt(4_400_000_000, 6_300_000_000) };
}

type Body = Readonly<Record<string, unknown>>;

const ipn = ({ donor, reference, paymentId }: Ordered, payment_status: string, rest: Body = {}): Body => ({
  payment_id: paymentId,
  parent_payment_id: null,
  invoice_id: 4_500_000_000,
  payment_status,
  price_amount: 25,
  price_currency: 'usd',
  pay_amount: 25,
  actually_paid: payment_status === 'finished' || payment_status === 'refunded' ? 25 : 0,
  pay_currency: 'usdttrc20',
  order_id: `PGP-${donor.id}|${OPEN}|${reference}`,
  ...rest,
});

const send = async (body: Body, instance = 0, given?: string): Promise<number> => {
  const options = { url: instances[instance]!.url, ...(given !== undefined && { signature: given }) };
  return (await world.nowpayments.sendIpn(body, options)).status;
};

/** The state of an order and its payments in the database. */
async function standing({ reference }: Ordered) {
  const [order] = await world.database<{ state: string; paymentId: number | null }[]>`
    select state, payment_id::float8 as "paymentId" from orders where reference = ${reference}`;
  const payments = await world.database<{ paymentId: number; is: string }[]>`
    select payment_id::float8 as "paymentId", payment_status || ' ' || standing || ' ' || exception as is
    from payments where order_reference = ${reference} order by payment_id`;
  return { ...order, payments: payments.map(({ paymentId, is }) => ({ paymentId, is })) };
}

const ALPHA = { openChannelId: OPEN, title: 'Alpha', ownerUserId: OWNER };
const CHANNEL = {
  ...ALPHA,
  notificationsEnabled: true,
  notifyEachSale: true,
  notificationsChatId: null,
  timeZone: 'UTC',
};

/** The state that the pure decision expects, whatever the order of arrival. */
function decided(
  { reference, donor }: Ordered,
  bodies: readonly Body[],
): Awaited<ReturnType<typeof standing>> {
  const order = {
    reference,
    state: 'open',
    userId: donor.id,
    amountCents: 2500 as Cents,
    priceStars: null,
    paymentId: null,
    restCents: [],
    tolerancePercent: 1,
    isStillOffered: true,
    item: { kind: 'donation' },
  } as const;
  const payer = { userId: donor.id, username: null };
  let known: PaymentCase = { order, channel: CHANNEL, payer, payments: [], access: null, now: new Date(0) };
  let verdicts: Judgement['verdicts'] = new Map();
  for (const body of bodies) {
    const parsed = parseIpn(body);
    if (!isPayment(parsed)) throw new Error('the test sent an IPN that is not a payment');
    const { payments, judgement } = decidePayment(known, parsed);
    const { state, paymentId } = judgement;
    verdicts = judgement.verdicts;
    known = { ...known, payments, order: { ...known.order, state, paymentId } };
  }
  const payments = known.payments.map(({ paymentId, paymentStatus }) => {
    const { standing, exception } = verdicts.get(paymentId)!;
    return { paymentId, is: `${paymentStatus} ${standing} ${exception}` };
  });
  const { state, paymentId } = known.order;
  return { state, paymentId, payments: payments.sort((a, b) => a.paymentId - b.paymentId) };
}

/** The messages to the donor, and those to the owner about the donor. */
function messagesAbout({ donor }: Ordered) {
  const texts = (chatId: number) => writtenTo(world, chatId).map(({ text }) => text);
  return {
    donor: texts(donor.id).filter((text) => !text.includes('Welcome')),
    owner: texts(OWNER).filter((text) => text.includes(`@donor_${donor.id}`)),
  };
}

it('settles, thanks and notifies once if one IPN comes many times at once', async () => {
  const ordered = await newOrder();
  const { donor, reference, paymentId } = ordered;
  const body = ipn(ordered, 'finished');
  const statuses = await Promise.all(Array.from({ length: 50 }, (_, index) => send(body, index % 2)));
  expect(statuses).toEqual(Array.from({ length: 50 }, () => 200));
  expect(await standing(ordered)).toEqual({
    state: 'settled',
    paymentId,
    payments: [{ paymentId, is: 'finished settled none' }],
  });
  await waitForMessage(world, donor.id, /Thank you!/);
  await quiet(world);
  expect(messagesAbout(ordered)).toEqual({
    donor: [expect.stringContaining('Thank you!')],
    owner: [expect.stringMatching(/^💝 \$.* from /)],
  });
  const inbox = await world.database`select from inbox where order_reference = ${reference}`;
  expect(inbox).toHaveLength(1);
});

it('handles twenty different IPNs of one payment at once', async () => {
  const ordered = await newOrder();
  const bodies = [
    ...PAYMENT_STATUSES.map((status) => ipn(ordered, status)),
    ...Array.from({ length: 8 }, (_, index) => ipn(ordered, 'confirming', { actually_paid: index + 1 })),
    ipn(ordered, 'mystery'),
    ipn(ordered, 'Finished'),
    ipn(ordered, 'partially_paid', { actually_paid: 24.1 }),
  ];
  expect(bodies).toHaveLength(20);
  const statuses = await Promise.all(bodies.map((body, index) => send(body, index % 2)));
  // An IPN that lost every race against the others gets 503 and comes again.
  for (const [index, status] of statuses.entries())
    if (status !== 200) {
      expect(status).toBe(503);
      expect(await send(bodies[index]!)).toBe(200);
    }
  expect(await standing(ordered)).toEqual(decided(ordered, bodies));
  await quiet(world);
  const { donor, owner } = messagesAbout(ordered);
  expect(new Set(donor).size).toBe(donor.length);
  // The owner may get the donation notice or not, depending on which IPN came first. The refund is always reported.
  expect(owner.filter((text) => /^💝 \$.* from /.test(text)).length).toBeLessThanOrEqual(1);
  expect(owner.filter((text) => text.includes('A payment was refunded'))).toHaveLength(1);
});

const seed = randomInt(2 ** 31);

it(
  `ends as the pure decision says, in any order of IPNs (seed ${seed})`,
  async () => {
    const run = async (index: number) => {
      const random = randomFrom(seed + index);
      const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
      const ordered = await newOrder();
      const price = pick([25, 25, 25, 24.99]);
      const own = shuffled([...PAYMENT_STATUSES, 'mystery'], random).slice(0, 1 + Math.floor(random() * 9));
      const bodies = own.map((status) =>
        ipn(ordered, status, { price_amount: price, actually_paid: pick([0, 12.5, 25, 30]) }),
      );
      if (random() < 0.4) {
        const child = { payment_id: ordered.paymentId + 1, parent_payment_id: ordered.paymentId };
        const rest = { ...child, pay_currency: pick(['usdttrc20', 'trx']), actually_paid: 25 };
        bodies.push(
          ipn(ordered, 'confirming', rest),
          ipn(ordered, pick(['finished', 'partially_paid']), rest),
        );
      }
      const line = shuffled([...bodies, pick(bodies), pick(bodies)], random);
      for (const body of line) expect(await send(body, random() < 0.5 ? 0 : 1)).toBe(200);
      const arrived = line.map((body) => JSON.stringify(body)).join('\n');
      expect({ arrived, ...(await standing(ordered)) }).toEqual({ arrived, ...decided(ordered, bodies) });
    };
    const runs = Array.from({ length: 60 }, (_, index) => index);
    while (runs.length > 0) await Promise.all(runs.splice(0, 6).map(run));
  },
  LONG_TEST_DEADLINE_MS,
);

it('settles an order if the answer with its invoice was lost', async () => {
  const donor = newDonor(world);
  world.nowpayments.fault({ path: '/v1/invoice', kind: 'drop', afterPerforming: true, times: 1 });
  const keypad = await openKeypad(world, donor);
  await type(world, donor, keypad, '25');
  await tap(world, donor, keypad, 'confirm');
  await waitForMessage(world, donor.id, /is taking longer than usual/);
  const made = () =>
    world.nowpayments.invoices().filter(({ orderId }) => orderId?.includes(`PGP-${donor.id}|`));
  expect(
    await world.database`select from invoices i join orders o on o.reference = i.order_reference
    where o.user_id = ${donor.id}`,
  ).toHaveLength(0);
  await world.nowpayments.pay(made()[0]!.id);
  await waitForMessage(world, donor.id, /Thank you!/);
  await world.moveClock('1 hour');
  await quiet(world);
  // The order is paid, so no second invoice is made.
  expect(made()).toHaveLength(1);
});

it('refuses an IPN that was changed after signing or never signed', async () => {
  const ordered = await newOrder();
  const secret = String(world.environment('paymentIpn')['NOWPAYMENTS_IPN_SECRET']);
  const honest = ipn(ordered, 'finished', { actually_paid: 5 });
  const sig = signature(canonical(honest), secret);
  expect(await send({ ...honest, actually_paid: 25 }, 0, sig)).toBe(401);
  expect(await send(ipn(ordered, 'finished'), 0, '')).toBe(401);
  expect(await send(ipn(ordered, 'finished'), 0, signature(canonical(honest), 'other'))).toBe(401);
  expect(await standing(ordered)).toEqual({ state: 'open', paymentId: null, payments: [] });
  expect(await world.database`select from inbox where order_reference = ${ordered.reference}`).toHaveLength(
    0,
  );
});

it.each([
  ['a lower price', { price_amount: 5 }],
  ['another currency', { price_currency: 'eur' }],
  ['no price', { price_amount: null }],
])('parks a finished payment with %s, telling donor and owner', async (_, rest) => {
  const ordered = await newOrder();
  const { paymentId } = ordered;
  expect(await send(ipn(ordered, 'finished', rest))).toBe(200);
  const payments = [{ paymentId, is: 'finished parked amount_mismatch' }];
  expect(await standing(ordered)).toEqual({ state: 'open', paymentId: null, payments });
  await waitForMessage(world, ordered.donor.id, /another price than your order's/);
  await waitForMessage(world, OWNER, new RegExp(`match its order's price[^]*@donor_${ordered.donor.id}`));
});

it('stores an IPN for an unknown order once', async () => {
  const ordered = { ...(await newOrder()), reference: 'Z'.repeat(22) as OrderReference };
  for (const status of ['finished', 'finished', 'waiting'])
    expect(await send(ipn(ordered, status))).toBe(200);
  const rows = await world.database`
    select payment_status, standing from payments where payment_id = ${ordered.paymentId}`;
  expect(rows).toEqual([{ payment_status: 'finished', standing: 'orphan' }]);
});
