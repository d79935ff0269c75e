import fc from 'fast-check';
import { CAST } from '../../playground/stack';
import { parseStartParameter } from '../../shared/telegram/codec/start-parameter';
import { BODIES, expectRefusedWithoutTrace, type Bytes } from './support/bad-bodies';
import { call } from './support/call';
import { countRows } from './support/count-rows';
import { eventually } from './support/eventually';
import { telegramCall } from './support/signed-calls';
import { openKeypad, press, tap, type, waitForMessage, writtenTo } from './support/chat';
import { newDonor } from './support/people';
import { setMinimums } from '../support/minimums';
import { ordersOf, quiet } from './support/work';
import { type Donor, useWorld } from '../worlds/journey';

const world = useWorld({
  nowpayments: { minimumUsdCents: 499 },
  environment: { NOWPAYMENTS_PAYOUT_CURRENCY: 'usdttrc20' },
});
const TOO_SMALL = 'Crypto payments start at $4.99 today. Nothing was charged. Try $5?';
beforeAll(() => setMinimums(world.product, { usdttrc20: 499 }));

describe('Telegram’s endpoint', () => {
  const post = (body: Bytes | object) => telegramCall(world.environment('telegramWebhook'), body);
  const url = () => world.functions.telegramWebhook.url;

  test.each(BODIES)('refuses %s without writing anything', async (_, body) => {
    await expectRefusedWithoutTrace(
      world,
      { url: url(), ...post(body) },
      { status: 400, code: 'invalid_json' },
    );
  });

  test.each<[string, object]>([
    ['missing', { message: { text: '/help' } }],
    ['a text', { update_id: '7' }],
    ['below zero', { update_id: -1 }],
    ['not a whole number', { update_id: 1.5 }],
    ['more than 2^53', { update_id: 2 ** 60 }],
  ])('refuses an update whose id is %s without writing anything', async (_, body) => {
    await expectRefusedWithoutTrace(
      world,
      { url: url(), ...post(body) },
      { status: 400, code: 'invalid_update' },
    );
  });
});

const noOrder = async (donor: Donor) => expect(await ordersOf(world, donor)).toEqual([]);

// We ask Telegram for none of these. If one comes anyway, a 200 keeps it from coming again.
const KINDS =
  'edited_message channel_post inline_query pre_checkout_query poll message_reaction chat_boost of_next_year';
test.each(KINDS.split(' '))('acknowledges an update of kind %s without writing anything', async (kind) => {
  const before = await countRows(world.database);
  const update = { update_id: 2_000_000_000, [kind]: { id: 'x', from: { id: 5001 }, text: '/help' } };
  const how = telegramCall(world.environment('telegramWebhook'), update);
  expect(await call(world.functions.telegramWebhook.url, how)).toMatchObject({ status: 200 });
  expect(await countRows(world.database)).toEqual(before);
});

test.each([
  '',
  'x',
  'donate_digit_10',
  'donate_start_',
  'donate_start_1001234567890',
  'payment_cancel_x',
  '\u0000',
  '💝'.repeat(16),
])('answers an unknown button with the data %j once, with help', async (data) => {
  const donor = newDonor(world);
  const keypad = await openKeypad(world, donor);
  const before = world.telegram.calls.length;
  const answer = await press(world, donor, keypad, data);
  expect(answer).toMatchObject({ text: expect.stringContaining('/help') as string, show_alert: true });
  await world.telegram.drained();
  const after = world.telegram.calls.slice(before).map(({ method }) => method);
  expect(after.filter((method) => method === 'answerCallbackQuery')).toHaveLength(1);
  await noOrder(donor);
});

it('answers any start parameter with one message that sells nothing', async () => {
  const donor = newDonor(world);
  const word = fc.stringMatching(/^[A-Za-z0-9_=.-]{1,64}$/);
  const garbage = fc
    .oneof(
      word,
      fc.string({ unit: 'binary', minLength: 1, maxLength: 80 }),
      fc
        .tuple(fc.constantFrom('donate_', 'sub_', 'order_', 'donate_-100'), word)
        .map((parts) => parts.join('')),
      word.map((text) => `${Buffer.from(text).toString('base64url')}_${text.length}.99_30`),
      fc.constantFrom(
        'donate_-1001234567890;drop',
        "donate_' or 1=1--",
        'order_' + '__proto__'.padEnd(22, '_'),
        '<b>',
        '%00',
      ),
    )
    .filter((text) => text.trim() !== '' && parseStartParameter(text)?.type !== 'donate');
  const isAnswered = fc.asyncProperty(garbage, async (parameter) => {
    const before = writtenTo(world, donor.id).length;
    donor.person.say(`/start ${parameter}`);
    const answer = await eventually(() => writtenTo(world, donor.id)[before] ?? false);
    expect(answer.text).toMatch(/no longer works|didn't understand|isn't on sale here|Welcome/);
    expect(writtenTo(world, donor.id)).toHaveLength(before + 1);
  });
  // A failure prints its seed.
  await fc.assert(isAnswered, { numRuns: 40, endOnFailure: true });
  await noOrder(donor);
});

describe('an amount typed', () => {
  test.each([
    ['4.98', TOO_SMALL],
    ['1.2.3', TOO_SMALL],
    ['.', 'Type an amount first.'],
    ['', 'Type an amount first.'],
    ['0000', 'Type an amount first.'],
    ['0.001', 'Type an amount first.'],
  ])('as %j makes no order and shows the reason', async (text, why) => {
    const donor = newDonor(world);
    const keypad = await openKeypad(world, donor);
    await type(world, donor, keypad, text);
    expect(await tap(world, donor, keypad, 'confirm')).toMatchObject({ text: why, show_alert: true });
    await noOrder(donor);
  });

  test.each([
    ['10000', 100_000],
    ['4.99', 499],
    ['9999.999', 999_999],
    ['007', 700],
    ['12.345', 1234],
    ['5.', 500],
  ])('as %j makes one order of %i cents', async (text, cents) => {
    const donor = newDonor(world);
    const keypad = await openKeypad(world, donor);
    await type(world, donor, keypad, text);
    await tap(world, donor, keypad, 'confirm');
    await quiet(world);
    expect(await ordersOf(world, donor)).toMatchObject([{ state: 'open', amount_cents: cents }]);
  });
});

describe('an update that', () => {
  const parked = async (updateId: number) => {
    const rows = await world.database`
      select outcome, attempts, payload from inbox where source = 'telegram' and delivery_id = ${String(updateId)}`;
    return rows.map((row) => ({ ...row }));
  };
  const updateFrom = (donor: Donor, update_id: number, overrides: object = {}) => ({
    update_id,
    message: {
      message_id: 1,
      date: Math.floor(Date.now() / 1000),
      chat: { id: donor.id, type: 'private' },
      from: { id: donor.id, is_bot: false, first_name: 'Dora' },
      text: '/terms',
      ...overrides,
    },
  });
  const refused = `no_such_user_${CAST.dana.id}`;
  const forbid = () =>
    world.database.unsafe(`alter table chats add constraint poison check (username <> '${refused}')`);
  const allow = () => world.database`alter table chats drop constraint if exists poison`;
  afterEach(allow);

  it('is malformed is kept at once, so the next one of its chat is answered', async () => {
    const donor = newDonor(world);
    const update = updateFrom(donor, 2_100_000_001, { from: { id: 'x' } });
    const delivered = world.telegram.deliver(update);
    donor.person.say('/help');
    await delivered;
    expect(await parked(update.update_id)).toEqual([{ outcome: 'unreadable', attempts: 1, payload: update }]);
    await waitForMessage(world, donor.id, /What I can do/);
  });

  test.each<[string, number, (donor: Donor) => object]>([
    [
      'contains a name that the database refuses',
      2_100_000_002,
      ({ id }) => ({ from: { id, is_bot: false, first_name: 'Dora', username: refused } }),
    ],
  ])(
    '%s is parked after five attempts, so the next one of its chat is answered',
    async (_, updateId, poison) => {
      await forbid();
      const donor = newDonor(world);
      const update = updateFrom(donor, updateId, poison(donor));
      const delivered = world.telegram.deliver(update);
      donor.person.say('/help');
      await delivered;
      expect(await parked(updateId)).toEqual([{ outcome: 'parked', attempts: 5, payload: update }]);
      await waitForMessage(world, donor.id, /What I can do/);
      expect(writtenTo(world, donor.id)).toHaveLength(1);
    },
  );
});
