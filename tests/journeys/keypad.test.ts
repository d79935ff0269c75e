import fc from 'fast-check';
import type { RunningFunction } from '../../playground/stack';
import type { SimMessage } from '../../playground/telegram/index';
import { foldTaps, KEYS, type Key, type Taps } from '../../shared/domain/donations/keypad';
import { callbackData } from '../../shared/telegram/codec/callback-data';
import { LONG_TEST_DEADLINE_MS, WORLD_START_DEADLINE_MS } from '../support/deadlines';
import { eventually } from './support/eventually';
import { displayOn, openKeypad, receivedInvoice } from './support/chat';
import { newDonor } from './support/people';
import { randomFrom, shuffled } from './support/random';
import { ordersOf } from './support/work';
import { type Donor, OPEN, useWorld } from '../worlds/journey';

// The least amount is the same before the coins' minimums are known and after.
const world = useWorld({
  nowpayments: { minimumUsdCents: 499 },
  environment: { NOWPAYMENTS_PAYOUT_CURRENCY: 'usdttrc20' },
});
let instances: RunningFunction[];
beforeAll(async () => {
  instances = [world.functions.telegramWebhook, await world.startInstance('telegramWebhook')];
}, WORLD_START_DEADLINE_MS);

/** Far from the ids of the simulator. Each is used once. */
let lastUpdateId = 1_000_000_000;

interface Delivered {
  readonly updateId: number;
  readonly key: Key;
}

interface Tapped {
  readonly donor: Donor;
  readonly keypad: SimMessage;
  /** The user who taps, if not the donor. */
  readonly from?: Donor;
}

/** Delivers an update again and again until it is acknowledged, as Telegram does. */
async function deliver({ donor, keypad, from = donor }: Tapped, tap: Delivered, instance: RunningFunction) {
  const message = { message_id: keypad.message_id, date: 0, chat: { id: donor.id, type: 'private' } };
  const callback_query = {
    id: `raw-${tap.updateId}`,
    from: { id: from.id, is_bot: false, first_name: 'Dora' },
    message,
    chat_instance: '1',
    data: callbackData.key(tap.key),
  };
  const secret = String(world.environment('telegramWebhook')['TELEGRAM_WEBHOOK_SECRET']);
  return eventually(async () => {
    const response = await fetch(instance.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret },
      body: JSON.stringify({ update_id: tap.updateId, callback_query }),
    });
    await response.arrayBuffer();
    return response.status === 200;
  });
}

const withIds = (keys: readonly Key[]): Delivered[] =>
  keys.map((key) => ({ updateId: (lastUpdateId += 1), key }));

const foldOf = (taps: readonly Delivered[]) =>
  foldTaps(Object.fromEntries(taps.map(({ updateId, key }) => [updateId, key])) satisfies Taps);

async function newKeypad(): Promise<Tapped> {
  const donor = newDonor(world);
  return { donor, keypad: await openKeypad(world, donor) };
}

/** The amount of the confirmed order, if there is one. */
async function standing({ donor }: Tapped) {
  const orders = await ordersOf(world, donor);
  expect(orders.length).toBeLessThanOrEqual(1);
  const [order] = orders;
  return order?.state === 'open' ? { confirmed: order.amount_cents } : { confirmed: undefined };
}

const expected = (taps: readonly Delivered[]) => {
  const { outcome } = foldOf(taps);
  return { confirmed: outcome.type === 'confirmed' ? outcome.amountCents : undefined };
};

const digits = fc.constantFrom<Key>(...KEYS);
const someKey = fc.oneof(
  { weight: 8, arbitrary: digits },
  { weight: 3, arbitrary: fc.constantFrom<Key>('backspace', 'clear') },
  { weight: 4, arbitrary: fc.constant<Key>('confirm') },
  { weight: 1, arbitrary: fc.constant<Key>('cancel') },
);

/** Taps, the order in which they arrive, which arrive twice, and how many arrive at once. */
const arrivals = fc.record({
  keys: fc.array(someKey, { minLength: 3, maxLength: 14 }),
  seed: fc.integer(),
  copies: fc.array(fc.nat(), { maxLength: 5 }),
  atOnce: fc.integer({ min: 1, max: 4 }),
});

it(
  'makes the order that the taps say, however and wherever they arrive',
  async () => {
    const property = fc.asyncProperty(arrivals, async ({ keys, seed, copies, atOnce }) => {
      const random = randomFrom(seed);
      const tapped = await newKeypad();
      const taps = withIds(keys);
      const again = copies.map((index) => taps[index % taps.length]!);
      const line = shuffled([...taps, ...again], random);
      for (let at = 0; at < line.length; at += atOnce)
        await Promise.all(
          line.slice(at, at + atOnce).map((tap) => deliver(tapped, tap, instances[random() < 0.5 ? 0 : 1]!)),
        );
      const arrived = line.map(({ updateId, key }) => `${updateId - taps[0]!.updateId}:${key}`).join(' ');
      expect({ arrived, ...(await standing(tapped)) }).toEqual({ arrived, ...expected(taps) });
    });
    // A failure prints its seed. Shrinking it against the running product would take minutes.
    await fc.assert(property, { numRuns: 80, endOnFailure: true });
  },
  LONG_TEST_DEADLINE_MS,
);

it.each([
  ['1 2 4 3 5 6 7', 'clear arrives after the confirm that it cancels'],
  ['1 2 4 5 6 7 3', 'clear arrives last'],
  ['4 3 7 6 5 2 1', 'nearly reversed'],
])('counts taps that arrive as %s: %s', async (arrival) => {
  const tapped = await newKeypad();
  const taps = withIds(['5', '0', 'clear', 'confirm', '2', '5', 'confirm']);
  for (const index of arrival.split(' ')) await deliver(tapped, taps[Number(index) - 1]!, instances[0]!);
  expect(await standing(tapped)).toEqual({ confirmed: 2500 });
});

it('counts all of ten taps that arrive at once at two instances', async () => {
  for (let round = 0; round < 5; round += 1) {
    const tapped = await newKeypad();
    const taps = withIds(['1', '2', '3', '4', 'backspace', '.', '5', '6', 'backspace', '7']);
    await Promise.all(taps.map((tap, index) => deliver(tapped, tap, instances[index % 2]!)));
    const [row] = await world.database<{ taps: Taps }[]>`
      select taps from keypads where user_id = ${tapped.donor.id}`;
    expect(Object.keys(row!.taps)).toHaveLength(10);
    const [confirm] = withIds(['confirm']);
    await deliver(tapped, confirm!, instances[0]!);
    expect(await standing(tapped)).toEqual({ confirmed: 12_357 });
    expect((await receivedInvoice(world, tapped.donor)).message.text).toContain('$123.57');
  }
});

it('ignores taps by anyone but the user who opened the keypad', async () => {
  const tapped = await newKeypad();
  const stranger = newDonor(world);
  // One after the other, because two redraws at once may arrive in any order.
  for (const tap of withIds(['2', '5'])) await deliver(tapped, tap, instances[0]!);
  for (const key of ['9', 'clear', 'confirm', 'cancel'] as const) {
    const [tap] = withIds([key]);
    await deliver({ ...tapped, from: stranger }, tap!, instances[1]!);
    expect(answersTo(tap!)).toEqual([
      expect.objectContaining({
        text: 'Only the person who opened this keypad can use it.',
        show_alert: true,
      }),
    ]);
  }
  expect(displayOn(world, tapped.donor, tapped.keypad)).toMatch(/\$25$/);
  expect(await ordersOf(world, tapped.donor)).toEqual([]);
  expect(await ordersOf(world, stranger)).toEqual([]);
});

const answersTo = ({ updateId }: Delivered) =>
  world.telegram.calls
    .filter(({ method, payload }) => {
      return method === 'answerCallbackQuery' && payload['callback_query_id'] === `raw-${updateId}`;
    })
    .map(({ payload }) => payload);

it('separates two donors who type at the same time', async () => {
  const [dora, dan] = [await newKeypad(), await newKeypad()];
  const theirs: [Tapped, Delivered[]][] = [
    [dora, withIds(['1', '2', '.', '5', 'confirm'])],
    [dan, withIds(['9', '8', '7', 'confirm'])],
  ];
  const line = shuffled(
    theirs.flatMap(([tapped, taps]) => taps.map((tap) => ({ tapped, tap }))),
    randomFrom(lastUpdateId),
  );
  await Promise.all(line.map(({ tapped, tap }, index) => deliver(tapped, tap, instances[index % 2]!)));
  expect(await standing(dora)).toEqual({ confirmed: 1250 });
  expect(await standing(dan)).toEqual({ confirmed: 98_700 });
});

it('opens one keypad per donor, however many they ask for at once', async () => {
  const donor = newDonor(world);
  const secret = String(world.environment('telegramWebhook')['TELEGRAM_WEBHOOK_SECRET']);
  donor.person.start();
  const starts = Array.from({ length: 10 }, () => ({
    update_id: (lastUpdateId += 1),
    message: {
      message_id: 1,
      date: 0,
      chat: { id: donor.id, type: 'private' },
      from: { id: donor.id, is_bot: false, first_name: 'Dora' },
      text: `/start donate_${OPEN}`,
    },
  }));
  await Promise.all(
    starts.map((update, index) =>
      eventually(async () => {
        const response = await fetch(instances[index % 2]!.url, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret },
          body: JSON.stringify(update),
        });
        await response.arrayBuffer();
        return response.status === 200;
      }),
    ),
  );
  const rows = await world.database<{ open: boolean }[]>`
    select closed_at is null as open from keypads where user_id = ${donor.id}`;
  expect(rows).toHaveLength(10);
  expect(rows.filter(({ open }) => open)).toHaveLength(1);
});
