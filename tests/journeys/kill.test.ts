import { randomBytes, randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { promiseAlone } from '../../shared/database/common/outbox';
import type { Cents, OrderReference } from '../../shared/domain/common/ids';
import { LONG_TEST_DEADLINE_MS } from '../support/deadlines';
import { eventually } from './support/eventually';
import { freezeClock, thawClock } from './support/freeze-clock';
import { askFor, openKeypad, receivedInvoice, tap, type, writtenTo } from './support/chat';
import { newDonor } from './support/people';
import { randomFrom } from './support/random';
import { callWorker, ordersOf, quiet } from './support/work';
import { type Donor, OWNER, useWorld } from '../worlds/journey';

// As on Cloud Run, where a function answers after its nudge, so that there is a time between commit and answer.
const ON_CLOUD_RUN = { K_SERVICE: 'telepay', WORKER_INVOKER_EMAIL: 'caller@example.iam.gserviceaccount.com' };
const world = useWorld({
  environment: ON_CLOUD_RUN,
  nowpayments: { ipnRetries: { count: 50, intervalMs: 100 } },
});
afterEach(async () => {
  world.telegram.clearFaults();
  await thawClock(world.database);
});

/** How often donor and owner were told about the donation. */
const timesTold = (donor: Donor) => ({
  donor: writtenTo(world, donor.id).filter(({ text }) => text.includes('Thank you!')).length,
  owner: writtenTo(world, OWNER).filter(
    ({ text }) => /^💝 \$.* from /.test(text) && text.includes(`@donor_${donor.id}.`),
  ).length,
});
const ONCE = { donor: 1, owner: 1 };

async function untilSettled(donor: Donor): Promise<void> {
  await eventually(async () => (await ordersOf(world, donor))[0]?.state === 'settled', { everyMs: 5 });
}

/** Runs `work` while the worker process is stopped, so that nudges hang and nothing is performed. */
async function whileWorkerIsFrozen(work: () => Promise<void>): Promise<void> {
  const { pid } = world.functions.worker;
  process.kill(pid, 'SIGSTOP');
  try {
    await work();
  } finally {
    process.kill(pid, 'SIGCONT');
  }
}

it('tells the owner once if the worker is killed between claiming and delivering', async () => {
  const { worker } = world.functions;
  const donor = newDonor(world);
  const { invoiceId, reference } = await askFor(world, donor);
  // A lease lasts a minute, and a busy machine may take longer.
  await freezeClock(world.database);
  for (const method of ['sendMessage', 'editMessageText'])
    world.telegram.fault({ method, kind: 'timeout', times: Infinity });
  await world.nowpayments.pay(invoiceId);
  await eventually(async () => {
    const claimed = await world.database`
      select from outbox where order_reference = ${reference} and attempts > 0 and delivered_at is null
        and payload #>> '{message,type}' in ('thanks', 'donation_received')`;
    return claimed.length === 2;
  });
  await worker.kill();
  world.telegram.clearFaults();
  await worker.start();
  await world.tick();
  // The lease of the dead worker has not ended.
  expect(timesTold(donor)).toEqual({ donor: 0, owner: 0 });
  await thawClock(world.database);
  await world.moveClock('61 seconds');
  await quiet(world);
  expect(timesTold(donor)).toEqual(ONCE);
});

it('tells the owner once if paymentIpn is killed between commit and answer', async () => {
  const { paymentIpn } = world.functions;
  const donor = newDonor(world);
  const { invoiceId } = await askFor(world, donor);
  await whileWorkerIsFrozen(async () => {
    const paying = world.nowpayments.pay(invoiceId);
    await untilSettled(donor);
    await paymentIpn.kill();
    await paying;
    expect(world.nowpayments.ipns.at(-1)).toMatchObject({ paymentStatus: 'finished', status: 'error' });
    await paymentIpn.start();
  });
  // NOWPayments sends the IPN again.
  await world.nowpayments.settled();
  expect(world.nowpayments.ipns.at(-1)).toMatchObject({ paymentStatus: 'finished', status: 200 });
  await quiet(world);
  expect(timesTold(donor)).toEqual(ONCE);
});

it('tells the owner once if the nudge is lost and paymentIpn is gone', async () => {
  const { paymentIpn, worker } = world.functions;
  const donor = newDonor(world);
  const { invoiceId } = await askFor(world, donor);
  await worker.stop();
  await world.nowpayments.pay(invoiceId);
  await paymentIpn.kill();
  await worker.start();
  await quiet(world);
  expect(timesTold(donor)).toEqual(ONCE);
  await paymentIpn.start();
});

async function expectOneOrder(donor: Donor): Promise<void> {
  // The nudge may have been lost with the function.
  await world.tick();
  const { reference } = await receivedInvoice(world, donor);
  await quiet(world);
  expect(await ordersOf(world, donor)).toMatchObject([{ reference, state: 'open', amount_cents: 2500 }]);
  expect(
    world.nowpayments.invoices().filter(({ orderId }) => orderId?.includes(`-${donor.id}|`)),
  ).toHaveLength(1);
}

it('makes one order if telegramWebhook is killed while it writes a confirm', async () => {
  const { telegramWebhook } = world.functions;
  const donor = newDonor(world);
  const keypad = await openKeypad(world, donor);
  await type(world, donor, keypad, '25');
  const answered = await world.database.begin(async (sql) => {
    await sql`select from keypads where user_id = ${donor.id} for update`;
    const pressed = tap(world, donor, keypad, 'confirm');
    await eventually(async () => {
      const waiting = await world.database`
        select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
      return waiting.length > 0;
    });
    await telegramWebhook.kill();
    return { pressed };
  });
  await telegramWebhook.start();
  await answered.pressed;
  await expectOneOrder(donor);
});

it('makes one order if telegramWebhook is killed after it committed a confirm', async () => {
  const { telegramWebhook } = world.functions;
  const donor = newDonor(world);
  const keypad = await openKeypad(world, donor);
  await type(world, donor, keypad, '25');
  world.telegram.fault({ method: 'editMessageText', kind: 'timeout' });
  const pressed = tap(world, donor, keypad, 'confirm');
  await eventually(async () => (await ordersOf(world, donor)).length > 0);
  await telegramWebhook.kill();
  await telegramWebhook.start();
  await pressed;
  await expectOneOrder(donor);
});

const seed = randomInt(2 ** 31);

it(
  `keeps every promise while the worker is killed 15 times (seed ${seed})`,
  async () => {
    const random = randomFrom(seed);
    const { worker } = world.functions;
    const donors = Array.from({ length: 20 }, () => newDonor(world));
    const invoices = await Promise.all(donors.map((donor) => askFor(world, donor)));
    const paying: Promise<unknown>[] = [];
    for (let round = 0; round < 15; round += 1) {
      const last = round === 14 ? 20 : 1 + Math.floor(random() * 2);
      for (const { invoiceId } of invoices.splice(0, last)) paying.push(world.nowpayments.pay(invoiceId));
      void world.tick().catch(() => undefined);
      // The random moment of the kill is the point of this test.
      await pause(random() * 150);
      await worker.kill();
      await world.moveClock('61 seconds');
      await worker.start();
    }
    await Promise.all(paying);
    await world.nowpayments.settled();
    // The keypads expire in this time as well.
    await world.moveClock('10 minutes');
    await quiet(world);
    for (const donor of donors) {
      const { donor: thanked, owner } = timesTold(donor);
      expect(Math.min(thanked, owner)).toBeGreaterThanOrEqual(1);
      expect(await ordersOf(world, donor)).toMatchObject([{ state: 'settled', amount_cents: 2500 }]);
    }
    expect(
      await world.database`
    select o.user_id from orders o join payments p on p.order_reference = o.reference
    where p.standing = 'settled' and p.payment_id = o.payment_id and o.user_id = any(${donors.map(({ id }) => id)})`,
    ).toHaveLength(20);
    await eventually(async () => {
      // More work may have come due since the last run.
      await world.tick();
      const left = await world.database`
      select kind, last_error from outbox where failed_at is not null or (delivered_at is null and due_at <= app_now())`;
      expect([...left]).toEqual([]);
    });
  },
  LONG_TEST_DEADLINE_MS,
);

it('performs each of 200 entries once with two workers on one database', async () => {
  const second = await world.startInstance('worker');
  const donors = Array.from({ length: 10 }, () => newDonor(world));
  for (const { person } of donors) person.start();
  await world.telegram.drained();
  await quiet(world);
  const references = Array.from(
    { length: 200 },
    () => randomBytes(16).toString('base64url') as OrderReference,
  );
  const about = {
    type: 'order_status',
    state: 'open',
    title: 'Alpha',
    item: { kind: 'donation' },
    amountCents: 2500 as Cents,
  } as const;
  await promiseAlone(
    world.product,
    references.map((reference, index) => ({
      effect: { kind: 'send_message', chatId: donors[index % 10]!.id, message: { ...about, reference } },
      key: `two-workers:${reference}`,
      expiresInSeconds: 3600,
    })),
  );
  const delivered = await Promise.all([
    callWorker(world, world.functions.worker.url),
    callWorker(world, second.url),
  ]);
  expect(delivered[0] + delivered[1]).toBe(200);
  const texts = donors.flatMap(({ id }) => writtenTo(world, id).map(({ text }) => text));
  for (const reference of references)
    expect(texts.filter((text) => text.includes(reference))).toHaveLength(1);
});
