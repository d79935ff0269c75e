import { useWorld, type World } from '../worlds/journey';
import { buy, isIn, joinByLink } from './support/buyer';
import { call } from './support/call';
import { eventually } from './support/eventually';
import { newDonor } from './support/people';
import { QUICK_MINUTE } from './support/quick-minute';
import { GOOD_CALLS } from './support/signed-calls';

// All five functions in one process of the plain host, and nothing that calls the worker from outside.
const world = useWorld({ host: { environment: { TICK: 'on', ...QUICK_MINUTE } } });

/** True once a test has ended the only host, which every later one, and the same one run again, needs. */
let isEnded = false;
beforeEach(async () => {
  if (isEnded) await world.functions.telegramWebhook.start();
  isEnded = false;
});

const alone = (): World => ({ ...world, tick: async () => 200 });
const at = (path: string) => call(new URL(world.functions.health.url).origin, { path });

it('sells from a tap to access, which ends by the clock', async () => {
  const buyer = newDonor(world);
  await buy(alone(), buyer);
  await joinByLink(alone(), buyer);
  await world.moveClock('40 days');
  await eventually(() => expect(isIn(world, buyer)).toBe(false));
});

it.each(['/', '/telegram/more', '/webhooks', '/worker/', '/admin.php', '/health/'])(
  'answers 404 at %s',
  async (path) => {
    expect(await at(path)).toMatchObject({ status: 404, text: '{"error":"not_found"}' });
  },
);

it.each(['/telegram', '/ipn', '/webhooks/notification', '/worker'])(
  'refuses strangers at %s by the guards of its function',
  async (path) => {
    expect(await at(path)).toMatchObject({ status: 401, text: '{"error":"unauthorized"}' });
  },
);

it('answers 100 calls that are in flight when it is told to end, then exits with 0', async () => {
  const host = world.functions.telegramWebhook;
  const { origin } = new URL(host.url);
  const secrets = { ...world.environment('paymentIpn'), ...world.environment('telegramWebhook') };
  let arrived = 0;
  let release = (): void => undefined;
  const isEnding = new Promise<void>((resolve) => (release = resolve));
  const onArrived = () => {
    arrived += 1;
    return isEnding;
  };
  const calls = Array.from({ length: 100 }, (_, n) => {
    const good = n % 2 === 0 ? GOOD_CALLS.telegramWebhook : GOOD_CALLS.paymentIpn;
    const path = n % 2 === 0 ? '/telegram' : '/ipn';
    return call(origin, { ...good(secrets, 9000 + n), path, onArrived });
  });
  await eventually(() => arrived === 100);
  isEnded = true;
  const exited = host.stop();
  await eventually(() =>
    call(origin, { path: '/health' }).then(
      () => false,
      () => true,
    ),
  );
  release();
  const answers = await Promise.all(calls);
  expect(new Set(answers.map(({ status, headers }) => `${status} ${headers.connection}`))).toEqual(
    new Set(['200 close']),
  );
  expect(await exited).toBe(0);
  const [row] = await world.database<{ kept: number }[]>`
    select count(*)::int as kept from inbox where delivery_id like any (array['10090%', '70090%'])`;
  expect(row).toEqual({ kept: 100 });
});
