import { addSellingChannel, paymentOf, settleIpn } from '../../../tests/support/subscription';
import { addTeam, CHANNEL_ID, OWNER_ID } from '../../../tests/support/order';
import { forgetMinimums, setMinimums } from '../../../tests/support/minimums';
import { useTestDatabase } from '../../../tests/support/test-database';
import { personWith } from '../../../tests/worlds/owner';
import { callbackData } from '../../telegram/codec/callback-data';
import { viewOf } from '../../telegram/views';
import { findKeypadByMessage } from '../../database/donations/keypads';
import { keypadMessage } from './keypad-prompts';

const test = useTestDatabase();
beforeAll(async () => {
  await addSellingChannel(test.database);
  await addTeam(test.database, { [7003]: 'read_only' });
});
beforeEach(() => forgetMinimums(test.database));

let lastDonor = 880_000;
let lastUpdate = 1_000;
/** A donor whose taps are made in the order in which they come. */
function newDonor() {
  const person = personWith(test, ++lastDonor);
  return { ...person, press: (data: string, updateId = ++lastUpdate) => person.press(data, updateId) };
}
type Person = ReturnType<typeof newDonor>;
const owner = personWith(test, OWNER_ID);
const open = (donor: Person) => donor.press(callbackData.donate(CHANNEL_ID as never));

async function setPresets(typed: string) {
  await owner.press(`own_amounts_${CHANNEL_ID}`);
  await owner.say(typed);
}

const keypadOf = (donor: Person) =>
  findKeypadByMessage(test.database, { chatId: donor.userId, messageId: 9 });

/** The buttons with amounts that the keypad of a donor shows. */
async function amountsShown(donor: Person): Promise<string[]> {
  const keypad = await keypadOf(donor);
  const rows = viewOf(keypadMessage(keypad!)).keyboard?.inline_keyboard ?? [];
  return rows
    .flat()
    .filter((button) => 'callback_data' in button && button.callback_data.startsWith('donate_preset'))
    .map(({ text }) => text);
}

const ordersOf = (donor: Person) =>
  test.database.query(
    (sql) => sql<{ cents: number; state: string }[]>`
      select amount_cents as cents, state from orders where user_id = ${donor.userId} order by created_at`,
  );

/** Pays the donor's newest order in full. */
async function payNewest(donor: Person): Promise<void> {
  const [order] = await test.database.query(
    (sql) => sql<{ reference: string; cents: number }[]>`
      select reference, amount_cents as cents from orders where user_id = ${donor.userId}
      order by created_at desc limit 1`,
  );
  const usd = order!.cents / 100;
  const amounts = { price_amount: usd, pay_amount: usd, actually_paid: usd };
  await settleIpn(test.database, paymentOf(order!.reference, { userId: donor.userId, ...amounts }));
}

/** Opens a keypad of which all taps are, although every tap here is on the same message. */
async function openAnother(donor: Person): Promise<void> {
  await test.database.query(
    (sql) => sql`
      update keypads set message_id = message_id + 1000 + (random() * 1e9)::int where user_id = ${donor.userId}`,
  );
  await open(donor);
}

it('shows the amounts of the owner on the keypad', async () => {
  await setPresets('25 10 5.50');
  const donor = newDonor();
  await open(donor);
  expect(await amountsShown(donor)).toEqual(['$5.50', '$10', '$25']);
});

it('leaves out amounts that no coin can pay', async () => {
  await setPresets('5 12 25');
  await setMinimums(test.database, { xrp: 1141 });
  const donor = newDonor();
  await open(donor);
  expect(await amountsShown(donor)).toEqual(['$12', '$25']);
});

it.each([
  ['donate_preset_1', 500],
  ['donate_preset_2', 1000],
  ['donate_preset_3', 2550],
])('orders at once by %s what that button shows', async (data, cents) => {
  await setPresets('5 10 25.50');
  const donor = newDonor();
  await open(donor);
  await donor.press('donate_digit_7');
  expect((await donor.press(data)).message).toMatchObject({ type: 'keypad_confirmed', amountCents: cents });
  expect(await ordersOf(donor)).toEqual([{ cents, state: 'open' }]);
});

it('charges what an old keypad shows after the owner changed the amounts', async () => {
  await setPresets('5 10');
  const donor = newDonor();
  await open(donor);
  await setPresets('500 1000');
  await donor.press('donate_preset_2');
  expect(await ordersOf(donor)).toEqual([{ cents: 1000, state: 'open' }]);
});

it('refuses a button that the keypad does not show, such as one of a forged client', async () => {
  await setPresets('5 10');
  const donor = newDonor();
  await open(donor);
  for (const data of ['donate_preset_3', 'donate_preset_4', 'donate_preset_last'])
    expect((await donor.press(data)).answer).toMatch(/no longer works/);
  for (const data of ['donate_preset_5', 'donate_preset_0', 'donate_preset_1_100'])
    expect((await donor.press(data)).answer).toMatch(/button no longer works/);
  expect(await ordersOf(donor)).toEqual([]);
});

it('refuses every amount on a keypad of an earlier release', async () => {
  await setPresets('5 10');
  const donor = newDonor();
  await open(donor);
  await test.database.query(
    (sql) => sql`update keypads set presets = null, last_cents = null where user_id = ${donor.userId}`,
  );
  expect((await donor.press('donate_preset_1')).answer).toMatch(/no longer works/);
  await donor.press('donate_digit_8');
  await donor.press('donate_confirm');
  expect(await ordersOf(donor)).toEqual([{ cents: 800, state: 'open' }]);
});

it('refuses an amount as Confirm does if the minimum has risen, and shows it', async () => {
  await setPresets('5 20');
  const donor = newDonor();
  await open(donor);
  await setMinimums(test.database, { xrp: 1141 });
  const { answer, reaction } = await donor.press('donate_preset_1');
  expect(answer).toMatch(/start at \$11\.41 today. Nothing was charged/);
  expect(reaction.prompt).toMatchObject([{ type: 'redraw_keypad', entry: '5' }, { isAlert: true }]);
  expect(await ordersOf(donor)).toEqual([]);
  await donor.press('donate_preset_2');
  expect(await ordersOf(donor)).toEqual([{ cents: 2000, state: 'open' }]);
});

it('refuses an amount while the channel is paused', async () => {
  await setPresets('5');
  const donor = newDonor();
  await open(donor);
  await owner.press(`own_pause_${CHANNEL_ID}`);
  expect((await donor.press('donate_preset_1')).answer).toMatch(/owner paused donations/);
  await owner.press(`own_resume_${CHANNEL_ID}`);
  expect(await ordersOf(donor)).toEqual([]);
});

it('makes one order of an amount that is tapped twice or delivered twice', async () => {
  await setPresets('5 10');
  const donor = newDonor();
  await open(donor);
  await donor.press('donate_preset_1', 9_000_001);
  await donor.press('donate_preset_1', 9_000_001);
  await donor.press('donate_preset_2', 9_000_002);
  expect(await ordersOf(donor)).toEqual([{ cents: 500, state: 'open' }]);
});

it('offers what the donor gave last, unless the owner offers it too', async () => {
  await setPresets('5 10');
  const donor = newDonor();
  const give = async (keys: readonly string[]) => {
    await openAnother(donor);
    for (const key of [...keys, 'confirm']) await donor.press(`donate_${key}`);
    await payNewest(donor);
    await openAnother(donor);
    return amountsShown(donor);
  };
  expect(await give(['digit_1', 'digit_7', 'digit_dot', 'digit_5'])).toEqual([
    '$5',
    '$10',
    '🔁 $17.50 again',
  ]);
  await donor.press('donate_preset_last');
  expect((await ordersOf(donor)).at(-1)).toEqual({ cents: 1750, state: 'open' });
  expect(await give(['digit_1', 'digit_0'])).toEqual(['$5', '$10']);
});

it('tells an owner what to type if it is not up to four amounts', async () => {
  await setPresets('5 10');
  for (const typed of ['1 2 3 4 5', 'ten', '0']) await setPresets(typed);
  const page = await owner.press(`own_amounts_${CHANNEL_ID}`);
  expect(page.text).toContain('Now: $5 · $10');
  const [row] = await test.database.query(
    (sql) => sql<{ answer: object }[]>`
      select payload -> 'answer' as answer from outbox where kind = 'show_page' order by outbox_id desc limit 1`,
  );
  expect(row?.answer).toEqual({ answer: 'amounts_unclear', most: 4 });
});

it('shows keypads without amounts once the owner removed them', async () => {
  await setPresets('5 10');
  expect((await owner.press(`own_drop-amounts_${CHANNEL_ID}`)).text).toContain('Now: none');
  const donor = newDonor();
  await open(donor);
  expect(await amountsShown(donor)).toEqual([]);
});

it('lets no viewer change the amounts', async () => {
  expect((await personWith(test, 7003).press(`own_drop-amounts_${CHANNEL_ID}`)).answer).toMatch(
    /doesn't allow/,
  );
});
