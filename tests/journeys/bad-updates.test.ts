import fc from 'fast-check';
import { CAST } from '../../playground/stack';
import { parseStartParameter } from '../../shared/telegram/codec/start-parameter';
import { BODIES, expectRefusedWithoutTrace, type Bytes } from './support/bad-bodies';
import { call } from './support/call';
import { countRows } from './support/count-rows';
import { eventually } from './support/eventually';
import { telegramCall } from './support/signed-calls';
import {
  newDonor,
  openKeypad,
  ordersOf,
  press,
  quiet,
  useWorld,
  tap,
  told,
  type,
  writtenTo,
  type Donor,
} from './support/world';

// Coins that can pay the smallest donation: this file is about what is typed.
const world = useWorld({ nowpayments: { minimumUsdCents: 100 } });

describe('Telegram’s door', () => {
  const post = (body: Bytes | object) => telegramCall(world.environment('telegramWebhook'), body);
  const url = () => world.functions.telegramWebhook.url;

  test.each(BODIES)('refuses %s, and writes nothing', async (_, body) => {
    await expectRefusedWithoutTrace(
      world,
      { url: url(), ...post(body) },
      { status: 400, code: 'invalid_json' },
    );
  });

  test.each<[string, object]>([
    ['none', { message: { text: '/help' } }],
    ['a text', { update_id: '7' }],
    ['below zero', { update_id: -1 }],
    ['no whole number', { update_id: 1.5 }],
    ['more than 2^53', { update_id: 2 ** 60 }],
  ])('refuses an update whose id is %s, and writes nothing', async (_, body) => {
    await expectRefusedWithoutTrace(
      world,
      { url: url(), ...post(body) },
      { status: 400, code: 'invalid_update' },
    );
  });
});

const noOrder = async (donor: Donor) => expect(await ordersOf(world, donor)).toEqual([]);

// None of these is asked for; one that comes all the same must not come again.
const KINDS =
  'edited_message channel_post inline_query pre_checkout_query poll message_reaction chat_boost of_next_year';
test.each(KINDS.split(' '))('takes an update of the kind %s, and writes nothing', async (kind) => {
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
])('answers a button that says %j with help, exactly once', async (data) => {
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

it('answers any start parameter kindly, and sells nothing for one that makes no sense', async () => {
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
    expect(answer.text).toMatch(/does not work any more|did not understand|not take payments|Welcome/);
    expect(writtenTo(world, donor.id)).toHaveLength(before + 1);
  });
  await fc.assert(isAnswered, { numRuns: 40, endOnFailure: true }); // a failure prints its seed
  await noOrder(donor);
});

describe('an amount that is typed', () => {
  test.each([
    ['4.98', 'The smallest donation is $4.99.'],
    ['1.2.3', 'The smallest donation is $4.99.'],
    ['.', 'Type an amount first.'],
    ['', 'Type an amount first.'],
    ['0000', 'Type an amount first.'],
    ['0.001', 'Type an amount first.'],
  ])('as %j makes no order, and says why', async (text, why) => {
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
  ])('as %j makes one order over %i cents', async (text, cents) => {
    const donor = newDonor(world);
    const keypad = await openKeypad(world, donor);
    await type(world, donor, keypad, text);
    await tap(world, donor, keypad, 'confirm');
    await quiet(world);
    expect(await ordersOf(world, donor)).toMatchObject([{ state: 'open', amount_cents: cents }]);
  });
});

describe('an update that can never be handled', () => {
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

  test.each<[string, number, (donor: Donor) => object]>([
    ['because nobody can read it', 2_100_000_001, () => ({ from: { id: 'x' } })],
    [
      'because the database refuses what it says',
      2_100_000_002,
      ({ id }) => ({ from: { id, is_bot: false, first_name: 'Dora', username: refused } }),
    ],
  ])(
    '%s, is parked after five attempts, and the next of its chat goes through',
    async (_, updateId, poison) => {
      await forbid();
      const donor = newDonor(world);
      const update = updateFrom(donor, updateId, poison(donor));
      const delivered = world.telegram.deliver(update);
      donor.person.say('/help');
      await delivered;
      expect(await parked(updateId)).toEqual([{ outcome: 'parked', attempts: 5, payload: update }]);
      await told(world, donor.id, /What I can do/);
      expect(writtenTo(world, donor.id)).toHaveLength(1);
    },
  );
});
