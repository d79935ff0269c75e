import { setMinimums } from '../support/minimums';
import { TARGETS } from '../../playground/stack-types';
import type { Fault } from '../../playground/nowpayments/index';
import { later, order, pressLabel } from './support/buyer';
import { eventually } from './support/eventually';
import { eventuallyIn } from './support/eventually-in';
import { receivedInvoice, writtenTo } from './support/chat';
import { newDonor } from './support/people';
import { ordersOf, quiet } from './support/work';
import { type Donor, OPEN, OWNER, useWorld } from '../worlds/journey';

const world = useWorld({ targets: TARGETS, nowpayments: { coins: ['trx'] } });
beforeEach(() => world.moveClock('1 day'));
afterEach(() => world.nowpayments.clearFaults());

/** Whether the coins were asked about since the last refusal. If an amount was too small, its buyer waits for that. */
async function haveCoinsAnswered(): Promise<boolean> {
  const [row] = await world.database<{ haveAnswered: boolean | null }[]>`
    select bool_and(answered_at > (select max(refused_at) from invoice_refusals)) as "haveAnswered"
    from minimums where is_on`;
  return row?.haveAnswered ?? false;
}

/** Presses a tier while NOWPayments refuses, and waits for what the buyer is told. */
async function refusedBuyer(): Promise<Donor> {
  const buyer = newDonor(world);
  buyer.person.start(`sub_${OPEN}`);
  await pressLabel(world, buyer, /Month/);
  await eventuallyIn(world, async () => {
    if (writtenTo(world, buyer.id).some(({ text }) => /Nothing was charged/.test(text))) return;
    if (await haveCoinsAnswered()) await later(world, '3 seconds');
    throw new Error('the buyer has heard nothing yet');
  });
  return buyer;
}

const toldToOwner = () => writtenTo(world, OWNER).filter(({ text }) => /can't pay/.test(text));

/** `/status` caches its answer for some seconds. */
const alarms = async () => {
  const response = await fetch(`${world.functions.health.url}/status`);
  return ((await response.json()) as { alarms: { name: string }[] }).alarms.map(({ name }) => name);
};

const REFUSALS: readonly [string, Fault, RegExp][] = [
  [
    'with a code',
    { kind: 'error', status: 400, code: 'CURRENCY_UNAVAILABLE', message: 'no coin' },
    /Try again in an hour/,
  ],
  ['in plain text', { kind: 'text', status: 422, message: 'Unprocessable' }, /Try again in an hour/],
  [
    'as too small',
    { kind: 'error', status: 400, code: 'AMOUNT_MINIMAL_ERROR', message: 'less than minimal' },
    /too little to send in crypto/,
  ],
];

it.each(REFUSALS)(
  'tells the owner once while NOWPayments refuses everything %s',
  async (_, fault, whatWorks) => {
    const before = toldToOwner().length;
    world.nowpayments.fault({ path: '/v1/invoice', ...fault });
    for (let n = 0; n < 5; n += 1) {
      const buyer = await refusedBuyer();
      expect(writtenTo(world, buyer.id).at(-1)?.text).toMatch(whatWorks);
      expect(await ordersOf(world, buyer)).toMatchObject([{ state: 'refused' }]);
      if (n === 1) expect(toldToOwner()).toHaveLength(before);
    }
    await eventually(async () => expect(await alarms()).toContain('invoices_refused'));
    await quiet(world);
    expect(toldToOwner()).toHaveLength(before + 1);
    world.nowpayments.clearFaults();
    await order(world, newDonor(world));
    await world.moveClock('61 minutes');
    await eventually(async () => expect(await alarms()).not.toContain('invoices_refused'));
  },
);

it('names the amount that works after NOWPayments called the price too small', async () => {
  await setMinimums(world.product, { trx: 1190 });
  world.nowpayments.setMinimum('trx', 4512);
  world.nowpayments.fault({
    path: '/v1/invoice',
    kind: 'error',
    status: 400,
    code: 'AMOUNT_MINIMAL_ERROR',
    message: 'Crypto amount 30 is less than minimal',
  });
  const buyer = await refusedBuyer();
  expect(writtenTo(world, buyer.id).at(-1)?.text).toContain('$45.12');
  expect(await ordersOf(world, buyer)).toMatchObject([{ state: 'refused' }]);
  expect(world.nowpayments.calls.filter(({ path }) => path === '/v1/invoice').at(-1)?.status).toBe(400);
});

it('sells again to a buyer who was refused', async () => {
  world.nowpayments.fault({ path: '/v1/invoice', kind: 'text', status: 400, times: 1 });
  const buyer = await refusedBuyer();
  await pressLabel(world, buyer, /Back to the offer/);
  await pressLabel(world, buyer, /Month/);
  await receivedInvoice(world, buyer);
});
