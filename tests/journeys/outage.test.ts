import { TARGETS } from '../../playground/stack-types';
import { call, json, type Answer } from './support/call';
import { eventually } from './support/eventually';
import { useFragileWorld } from '../worlds/fragile';
import { expectHardened, expectRefusal } from './support/hardened';
import { startMachineClock } from './support/machine-clock';
import {
  GOOD_CALLS,
  NOTIFICATION,
  notification,
  orphanIpn,
  signedCall,
  signedIpn,
} from './support/signed-calls';
import {
  askFor,
  displayOn,
  openKeypad,
  receivedInvoice,
  tap,
  type,
  waitForMessage,
  writtenTo,
} from './support/chat';
import { newChannel, newDonor } from './support/people';
import { ordersOf, quiet } from './support/work';

const world = useFragileWorld({ environment: { RATE_LIMIT_BURST: '1000', TRUSTED_PROXY_HOPS: '1' } });

const textsTo = (chatId: number, pattern: RegExp) =>
  writtenTo(world, chatId).filter(({ text }) => pattern.test(text));
const sendIpn = (content: object) =>
  call(world.functions.paymentIpn.url, signedIpn(world.environment('paymentIpn'), content));
let places = 0;
/** Asks like an uptime check: from another address each time, so that no rate limit refuses it. */
const askHealth = (path: string) =>
  call(world.functions.health.url, {
    method: 'GET',
    path,
    headers: { 'x-forwarded-for': `198.51.100.${++places % 256}` },
  });
const healthIs = (status: number) => eventually(async () => (await askHealth('/health')).status === status);

describe('while the database is away', () => {
  it.each(TARGETS)(
    '%s answers within six seconds that it is unavailable, with Retry-After',
    async (target) => {
      const how = GOOD_CALLS[target](world.environment(target), 1);
      await world.withoutDatabase(async () => {
        const clock = startMachineClock();
        const answer = await eventually(async () => {
          const one = await call(world.functions[target].url, how);
          // A recent answer may still be cached.
          return one.status === 200 ? false : one;
        });
        expect(clock.now()).toBeLessThan(6000);
        clock.stop();
        expectRefusal(answer, 503, 'unavailable');
        expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
      });
    },
  );

  it('/health answers 503 with the reason, and 200 after it', async () => {
    await healthIs(200);
    await world.withoutDatabase(async () => {
      await healthIs(503);
      const answer = await askHealth('/health');
      expect(json(answer)).toMatchObject({
        status: 'unhealthy',
        components: { database: 'unhealthy', notification_service: 'unhealthy' },
      });
      expectHardened(answer);
    });
    await healthIs(200);
  });

  it('no payment is lost: NOWPayments sends it again, and it settles once', async () => {
    const donor = newDonor(world);
    const channel = await newChannel(world);
    const { invoiceId } = await askFor(world, donor, '25', channel.openChannelId);
    const paymentId = await world.withoutDatabase(() => world.nowpayments.pay(invoiceId));
    const first = world.nowpayments.ipns.filter((ipn) => ipn.paymentId === paymentId && ipn.attempt === 1);
    expect(new Set(first.map(({ status }) => status))).toEqual(new Set([503]));
    await world.nowpayments.settled();
    await quiet(world);
    expect(await ordersOf(world, donor)).toMatchObject([{ state: 'settled', payment_id: String(paymentId) }]);
    expect(textsTo(donor.id, /Thank you!/)).toHaveLength(1);
    expect(textsTo(channel.ownerUserId, /^💝 \$.* from /)).toHaveLength(1);
  });

  it('no message is lost: Telegram sends it again, and it is answered once', async () => {
    const donor = newDonor(world);
    await world.withoutDatabase(async () => {
      donor.person.say('/help');
      await eventually(() => JSON.stringify(world.telegram.snapshot()).includes('503'));
    });
    await waitForMessage(world, donor.id, /What I can do/);
    await world.telegram.drained();
    await quiet(world);
    expect(writtenTo(world, donor.id)).toHaveLength(1);
  });

  it('no tap is lost: the typed amount gets one invoice', async () => {
    const donor = newDonor(world);
    const keypad = await openKeypad(world, donor);
    await type(world, donor, keypad, '12');
    const taps = await world.withoutDatabase(async () => {
      const pressed = [type(world, donor, keypad, '.5')];
      await eventually(() => world.telegram.pendingUpdates() > 0);
      return pressed;
    });
    await Promise.all(taps);
    expect(displayOn(world, donor, keypad)).toBe('💰 Amount: $12.5');
    const confirmed = await world.withoutDatabase(async () => {
      const pressed = [tap(world, donor, keypad, 'confirm')];
      await eventually(() => world.telegram.pendingUpdates() > 0);
      return pressed;
    });
    await Promise.all(confirmed);
    await receivedInvoice(world, donor);
    await quiet(world);
    expect(await ordersOf(world, donor)).toMatchObject([{ state: 'open', amount_cents: 1250 }]);
    expect(textsTo(donor.id, /Tap Pay now/)).toHaveLength(1);
  });

  it('no notification is claimed: the same call is performed when it is repeated', async () => {
    const channel = await newChannel(world);
    const content = notification({ amount_crypto: '0.77' }, channel.openChannelId);
    const how = signedCall(world.environment('notificationWebhook'), content, { path: NOTIFICATION });
    const send = () => call(world.functions.notificationWebhook.url, how);
    expectRefusal(await world.withoutDatabase(send), 503, 'unavailable');
    expect(json(await send())).toMatchObject({ status: 'success' });
    expect(textsTo(channel.ownerUserId, /^💝 \$.* from /)).toHaveLength(1);
  });
});

it('loses nothing that was answered 200 if the database restarts', async () => {
  const ids = Array.from({ length: 150 }, (_, n) => 4_300_000_000 + n);
  const send = (id: number) => sendIpn(orphanIpn(id));
  const answers = new Map<number, Answer>();
  let restart: Promise<void> | undefined;
  for (const [n, id] of ids.entries()) {
    if (n === 40) restart = world.restartDatabase();
    const answer = send(id).then((one) => answers.set(id, one));
    if (n % 5 === 0) await answer;
    else void answer;
  }
  await restart;
  await eventually(() => answers.size === ids.length);
  const kept = await eventually(
    () =>
      world.database<{ id: string }[]>`select payment_id as id from payments where payment_id = any(${ids})`,
  );
  const known = new Set(kept.map(({ id }) => Number(id)));
  for (const [id, { status }] of answers)
    if (status === 200) expect(known).toContain(id);
    else expect(status).toBe(503);
  // After the refused IPNs are sent again, everything is stored once.
  for (const id of ids) expect(await send(id)).toMatchObject({ status: 200 });
  const [row] = await world.database<{ payments: number; deliveries: number }[]>`
    select (select count(*)::int from payments where payment_id = any(${ids})) as payments,
      (select count(*)::int from inbox where split_part(delivery_id, ':', 1)::bigint = any(${ids})
        and source = 'nowpayments') as deliveries`;
  expect({ ...row }).toEqual({ payments: ids.length, deliveries: ids.length });
});
