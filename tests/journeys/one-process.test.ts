import { useWorld, type World } from '../worlds/journey';
import { buy, isIn, joinByLink } from './support/buyer';
import { call } from './support/call';
import { eventually } from './support/eventually';
import { newDonor } from './support/people';
import { QUICK_MINUTE } from './support/quick-minute';

// All five functions in one process of the plain host, and nothing that calls the worker from outside.
const world = useWorld({ host: { environment: { TICK: 'on', ...QUICK_MINUTE } } });

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
