import { playScheduler } from '../../playground/scheduler';
import { useQueuedWorld } from '../worlds/queue';
import type { TaskFault } from '../../playground/cloud-tasks/tasks-api';
import { OWNER } from '../worlds/journey';
import { buy, isIn, joinByLink } from './support/buyer';
import { waitForMessage, writtenTo } from './support/chat';
import { eventually } from './support/eventually';
import { newDonor } from './support/people';
import { ordersOf, quiet } from './support/work';

const world = useQueuedWorld();

afterEach(() => {
  world.tasks.api.fault = undefined;
  world.tasks.api.delayMs = 0;
  world.tasks.isDuplicating = false;
  world.tasks.resume();
});

/** Buys and joins. Returns how often the owner and the buyer read about it. */
async function purchase() {
  const buyer = newDonor(world);
  const about = (chatId: number) =>
    writtenTo(world, chatId).filter(({ text }) => text.includes(buyer.username ?? '@')).length;
  const before = about(OWNER);
  await buy(world, buyer);
  await joinByLink(world, buyer);
  await waitForMessage(world, buyer.id, /You have access until/);
  await quiet(world);
  const messages = writtenTo(world, buyer.id).map(({ text }) => text);
  return {
    isIn: isIn(world, buyer),
    orders: (await ordersOf(world, buyer)).map(({ state }) => state),
    told: about(OWNER) - before,
    access: messages.filter((text) => /You have access until/.test(text)).length,
  };
}

/** A purchase for which the scheduler calls, too. A minute of it is a fifth of a second here. */
async function purchaseWithTicks() {
  const stop = playScheduler(() => world.tick(), 200);
  try {
    return await purchase();
  } finally {
    await stop();
  }
}

const ONCE = { isIn: true, orders: ['settled'], told: 1, access: 1 };

it('sells by the queue alone, through the worker’s real guard', async () => {
  expect(await purchase()).toMatchObject(ONCE);
  const { deliveries } = world.tasks;
  const { creates } = world.tasks.api;
  expect(creates.length).toBeGreaterThan(0);
  expect(new Set(deliveries.map(({ status }) => status))).toEqual(new Set([200]));
  // 409 says that a task of the same second covers it.
  expect(creates.filter(({ status }) => status !== 200 && status !== 409)).toEqual([]);
});

it.each<TaskFault>([503, 429, 404, 403, 'no answer', 'created, no answer'])(
  'sells once while the queue answers %s, by the tick at the latest',
  async (fault) => {
    world.tasks.api.fault = fault;
    expect(await purchaseWithTicks()).toMatchObject(ONCE);
  },
);

it('sells once if the queue delivers everything twice', async () => {
  world.tasks.isDuplicating = true;
  expect(await purchase()).toMatchObject(ONCE);
});

it('sells once while the queue is paused, and does nothing twice afterwards', async () => {
  world.tasks.pause();
  expect(await purchaseWithTicks()).toMatchObject(ONCE);
  const sent = world.telegram.calls.length;
  world.tasks.resume();
  await eventually(() => world.tasks.isIdle());
  const written = world.telegram.calls.slice(sent).filter(({ method }) => method === 'sendMessage');
  expect(written).toEqual([]);
});

// Last, because the clock of the queue stays ahead.
it('sells once if the queue is minutes late', async () => {
  world.tasks.api.delayMs = 180_000;
  expect(await purchaseWithTicks()).toMatchObject(ONCE);
  expect(world.tasks.queue.size).toBeGreaterThan(0);
  await world.tasks.advance(200_000);
  await eventually(() => world.tasks.isIdle());
  await quiet(world);
});
