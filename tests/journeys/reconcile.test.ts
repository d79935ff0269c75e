import type { Fault } from '../../playground/nowpayments/index';
import { joinByLink, order } from './support/buyer';
import { eventually } from './support/eventually';
import { askFor, waitForMessage, writtenTo } from './support/chat';
import { newDonor } from './support/people';
import { ordersOf } from './support/work';
import { OWNER, useWorld, type World } from '../worlds/journey';

const account = { email: 'owner@example.org', password: 'Correct-Horse-9' };

/** A donor who paid at NOWPayments, and whose IPNs were all lost. */
async function paidWithoutIpn(world: World) {
  const donor = newDonor(world);
  const { invoiceId } = await askFor(world, donor);
  await world.nowpayments.pay(invoiceId, { scenario: 'ipn_dropped' });
  return donor;
}

const stateOf = async (world: World, donor: Parameters<typeof ordersOf>[1]) =>
  (await ordersOf(world, donor))[0]?.['state'];

async function poll(world: World, interval: string): Promise<void> {
  await world.moveClock(interval);
  await world.tick();
}

describe('with the account’s log-in', () => {
  const world = useWorld({
    nowpayments: { statusDelayMs: 0, ...account },
    environment: { NOWPAYMENTS_EMAIL: account.email, NOWPAYMENTS_PASSWORD: account.password },
  });

  it('finds a donation without any IPN within two polls, telling donor and owner once', async () => {
    const donor = await paidWithoutIpn(world);
    expect(await stateOf(world, donor)).toBe('open');
    for (let polls = 0; polls < 2; polls += 1) await poll(world, '2 minutes');
    expect(await stateOf(world, donor)).toBe('settled');
    await waitForMessage(world, donor.id, /Thank you!/);
    await poll(world, '1 day');
    const thanks = writtenTo(world, donor.id).filter(({ text }) => text.includes('Thank you!'));
    const notices = writtenTo(world, OWNER).filter(({ text }) =>
      text.includes(donor.username ?? String(donor.id)),
    );
    expect([thanks.length, notices.length]).toEqual([1, 1]);
  });

  it('admits a buyer without any IPN within two polls', async () => {
    const buyer = newDonor(world);
    const { invoiceId } = await order(world, buyer);
    await world.nowpayments.pay(invoiceId, { scenario: 'ipn_dropped' });
    for (let polls = 0; polls < 2; polls += 1) await poll(world, '2 minutes');
    expect(await stateOf(world, buyer)).toBe('settled');
    await joinByLink(world, buyer);
  });

  it('finds a second deposit and the rest of a short one without any IPN', async () => {
    const buyer = newDonor(world);
    const { invoiceId, reference } = await order(world, buyer);
    await world.nowpayments.pay(invoiceId, { scenario: 'partial', percent: 50, delivery: { drop: true } });
    await poll(world, '3 minutes');
    await waitForMessage(world, buyer.id, /\$15\.00 of \$30\.00 arrived/);
    const [row] = await world.database`select received_cents from orders where reference = ${reference}`;
    expect(row).toEqual({ received_cents: 1500 });
  });

  // A silent NOWPayments costs eight seconds a poll, so that case polls half as often.
  const silences: readonly (readonly [string, Fault, number])[] = [
    ['answers 429', { kind: 'error', status: 429 }, 4],
    ['answers 500', { kind: 'error', status: 500 }, 4],
    ['answers with a page of Cloudflare’s', { kind: 'html', status: 520 }, 4],
    ['closes the connection', { kind: 'drop' }, 4],
    ['says nothing', { kind: 'timeout' }, 2],
  ];
  it.each(silences)('catches up after an hour in which NOWPayments %s', async (_, fault, polls) => {
    const donor = await paidWithoutIpn(world);
    world.nowpayments.fault(fault);
    for (let n = 0; n < polls; n += 1) await poll(world, `${60 / polls} minutes`);
    expect(await stateOf(world, donor)).toBe('open');
    world.nowpayments.clearFaults();
    await poll(world, '6 hours');
    await eventually(async () => {
      expect(await stateOf(world, donor)).toBe('settled');
    });
  });
});

describe('with the API key alone', () => {
  const world = useWorld();

  it('finds the result of a payment of which only the first IPN came', async () => {
    const donor = newDonor(world);
    const { invoiceId } = await askFor(world, donor);
    const paymentId = await world.nowpayments.pay(invoiceId, { scenario: 'waiting' });
    await world.nowpayments.pay(invoiceId, { scenario: 'ipn_dropped', paymentId });
    for (let polls = 0; polls < 2; polls += 1) await poll(world, '2 minutes');
    expect(await stateOf(world, donor)).toBe('settled');
  });

  it('stops asking after a month', async () => {
    const donor = newDonor(world);
    await askFor(world, donor);
    await poll(world, '31 days');
    const open = await world.database`
      select 1 from outbox where kind = 'reconcile_order' and delivered_at is null and failed_at is null
        and order_reference in (select reference from orders where user_id = ${donor.id})`;
    expect(open).toHaveLength(0);
  });
});
