import { useStarBuyers, type StarBuyer } from '../../../tests/worlds/star-buyers';
import { OPEN, OWNER } from '../../../tests/worlds/access';
import { payInStars } from '../../../tests/worlds/star-payments';
import { forgetMinimums, setMinimums } from '../../../tests/support/minimums';

const world = useStarBuyers();

const setStars = (presets: readonly number[] | null) =>
  world.test.database.query(
    (sql) => sql`
      update channels set donation_stars = (
        select array_agg(value::int order by ordinality) from jsonb_array_elements_text(${sql.json(presets)}) with ordinality)`,
  );
const ordersOf = ({ userId }: StarBuyer) =>
  world.test.database.query(
    (sql) => sql<
      {
        state: string;
        priceStars: number | null;
        cents: number;
        note: string | null;
        isAnonymous: boolean | null;
      }[]
    >`
      select state, price_stars as "priceStars", amount_cents as cents, donor_note as note, is_anonymous as "isAnonymous"
      from orders where user_id = ${userId} and kind = 'donation'`,
  );
const labels = ({ buttons }: { readonly buttons: readonly { readonly text: string }[] }) =>
  buttons.map(({ text }) => text);

beforeEach(() => setStars([50, 100, 250, 500, 1000, 2500]));
afterEach(async () => {
  world.setting.starsFor = { isEveryone: false, named: [OWNER] };
  await forgetMinimums(world.test.database);
});

async function atKeypad(): Promise<StarBuyer> {
  const donor = world.newStarBuyer();
  await donor.say(`/start donate_${OPEN}`);
  return donor;
}

it('asks at the start how to give, then how many Stars', async () => {
  const donor = await atKeypad();
  expect(labels(donor.newest())).toEqual(['💳 In crypto', '⭐ In Telegram Stars', '✕ Cancel']);
  await donor.press('⭐ In Telegram');
  expect(labels(donor.newest())).toEqual([
    ...['⭐ 50', '⭐ 100', '⭐ 250', '⭐ 500', '⭐ 1,000', '⭐ 2,500'],
    ...['✍️ Add note', '🕶 Stay anonymous', '💳 In crypto', '✕ Cancel'],
  ]);
});

it('invoices exactly the Stars that were tapped, with the note and the name as chosen', async () => {
  const donor = await atKeypad();
  await donor.press('⭐ In Telegram');
  await donor.press('🕶');
  await donor.press('✍️');
  world.telegram.as(donor.userId).say('Thanks for the notes!');
  await world.drain();
  await donor.press('⭐ 250');
  expect(donor.newest().invoice).toMatchObject({ currency: 'XTR', total_amount: 250 });
  expect(labels(donor.newest())).toEqual(['Pay ⭐ 250', '✕ Cancel']);
  expect(await ordersOf(donor)).toEqual([
    { state: 'open', priceStars: 250, cents: 325, note: 'Thanks for the notes!', isAnonymous: true },
  ]);
  expect(donor.pressable().filter(({ text }) => text.includes('Donate to'))).toEqual([]);
});

it('types dollars once crypto was chosen', async () => {
  const donor = await atKeypad();
  await donor.press('💳 In crypto');
  for (const key of ['2', '5', '✓ Confirm']) await donor.press(key);
  expect(labels(donor.newest())).toEqual(['💳 Pay now', '✕ Cancel']);
  expect(await ordersOf(donor)).toEqual([expect.objectContaining({ priceStars: null, cents: 2500 })]);
});

it('counts no key of the other keypad', async () => {
  const donor = await atKeypad();
  const { messageId } = donor.newest();
  const send = async (data: string) =>
    (await world.telegram.as(donor.userId).press(donor.userId, messageId, data)).text;
  expect(await send('donate_stars_2')).toContain('no longer works');
  expect(await send('donate_digit_5')).toContain('no longer works');
  await donor.press('⭐ In Telegram');
  for (const data of ['donate_digit_5', 'donate_confirm', 'donate_preset_1', 'donate_stars_7'])
    expect(await send(data)).toContain('no longer works');
  expect(await ordersOf(donor)).toEqual([]);
});

it('leads from Stars to dollars and back, and keeps what was chosen', async () => {
  const donor = await atKeypad();
  await donor.press('⭐ In Telegram');
  await donor.press('🕶');
  await donor.press('💳 In crypto');
  await donor.press('7');
  expect(labels(donor.newest())).toEqual(
    expect.arrayContaining(['7', '👤 Show my name', '⭐ In Telegram Stars']),
  );
  await donor.press('⭐ In Telegram');
  await donor.press('⭐ 50');
  expect(donor.newest().invoice?.total_amount).toBe(50);
  expect(await ordersOf(donor)).toEqual([expect.objectContaining({ isAnonymous: true, priceStars: 50 })]);
});

it('offers no way that is switched off', async () => {
  const donor = await atKeypad();
  await donor.press('💳 In crypto');
  world.setting.starsFor = { isEveryone: false, named: [] };
  expect(await donor.press('⭐ In Telegram')).toContain('Payments in Stars are off');
  const other = world.newStarBuyer();
  world.setting.starsFor = { isEveryone: true, named: [] };
  await setMinimums(world.test.database, {});
  await other.say(`/start donate_${OPEN}`);
  expect(labels(other.newest())).not.toContain('💳 In crypto');
});

it('never asks for what a donation in Stars is in dollars', async () => {
  const donor = await atKeypad();
  await donor.press('⭐ In Telegram');
  await donor.press('⭐ 2,500');
  world.setting.starsFor = { isEveryone: false, named: [] };
  await donor.say('/mysubs');
  expect(donor.newest().text).not.toContain('$');
  expect(await donor.press('💳 Pay now')).toContain('Payments in Stars are off');
  expect(await ordersOf(donor)).toEqual([expect.objectContaining({ state: 'open' })]);
  const invoices = await world.test.database.query(
    (sql) =>
      sql`select from invoices join orders o on o.reference = order_reference where user_id = ${donor.userId}`,
  );
  expect(invoices).toHaveLength(0);
});

it('offers no donation in Stars to be repeated in dollars', async () => {
  const donor = await atKeypad();
  await donor.press('⭐ In Telegram');
  await donor.press('⭐ 2,500');
  const [invoice] = await world.test.database.query(
    (sql) => sql<{ payload: string }[]>`
      select payload from star_invoices join orders on reference = order_reference where user_id = ${donor.userId}`,
  );
  const paid = { payload: invoice?.payload ?? '', userId: donor.userId };
  await payInStars(world.test.database, paid, { stars: 2500 });
  await world.drain();
  expect(await ordersOf(donor)).toEqual([expect.objectContaining({ state: 'settled' })]);
  await donor.say(`/start donate_${OPEN}`);
  await donor.press('💳 In crypto');
  expect(labels(donor.newest())).not.toContainEqual(expect.stringContaining('again'));
});

it('opens one order, however often an amount is tapped', async () => {
  const donor = await atKeypad();
  await donor.press('⭐ In Telegram');
  const keypad = donor.newest();
  await Promise.all([
    donor.press('⭐ 100', keypad),
    donor.press('⭐ 100', keypad),
    donor.press('⭐ 500', keypad),
  ]);
  expect(await ordersOf(donor)).toHaveLength(1);
  expect(donor.pressable().filter(({ invoice }) => invoice !== undefined)).toHaveLength(1);
});

it('takes nothing from another user’s tap', async () => {
  const donor = await atKeypad();
  const other = world.newStarBuyer();
  await donor.press('⭐ In Telegram');
  const [keypad] = await world.test.database.query(
    (sql) =>
      sql<{ chatId: number }[]>`select chat_id as "chatId" from keypads where user_id = ${donor.userId}`,
  );
  expect(keypad?.chatId).toBe(donor.userId);
  await other.say('/help');
  const data = 'donate_stars_1';
  const answer = await world.telegram.as(other.userId).press(other.userId, other.newest().messageId, data);
  expect(answer.text).toContain('no longer works');
  expect(await ordersOf(donor)).toEqual([]);
  expect(await ordersOf(other)).toEqual([]);
});

it.each([
  ['the owner set none', () => setStars(null)],
  [
    'the operator takes none for the owner',
    async () => {
      world.setting.starsFor = { isEveryone: false, named: [] };
    },
  ],
])('asks for dollars if %s', async (_why, without) => {
  await without();
  const donor = await atKeypad();
  expect(labels(donor.newest())).toContain('✓ Confirm');
});

it('asks for Stars at once while no coin is on', async () => {
  await setMinimums(world.test.database, {});
  const donor = await atKeypad();
  expect(labels(donor.newest())).toContain('⭐ 250');
});

it('cancels by the button of the keypad, and by that of the invoice', async () => {
  const donor = await atKeypad();
  await donor.press('⭐ In Telegram');
  await donor.press('✕ Cancel');
  expect(donor.newest().text).toContain('Donation cancelled');
  await donor.say(`/start donate_${OPEN}`);
  await donor.press('⭐ In Telegram');
  await donor.press('⭐ 50');
  await donor.press('✕ Cancel');
  expect(donor.pressable().filter(({ invoice }) => invoice !== undefined)).toEqual([]);
  expect(await ordersOf(donor)).toEqual([expect.objectContaining({ state: 'cancelled' })]);
});
