import { CHANNEL_ID, OWNER_ID } from '../../../../tests/support/order';
import { addSellingChannel } from '../../../../tests/support/subscription';
import { keepRows } from '../../../../tests/support/keep-rows';
import { useTestDatabase } from '../../../../tests/support/test-database';
import { settingUp } from '../../../../tests/worlds/set-up';

const test = useTestDatabase();
let restore: () => Promise<void>;
const world = settingUp(test);

beforeAll(async () => {
  await addSellingChannel(test.database);
  restore = await keepRows(test);
});
beforeEach(() => restore());

const own = (action: string, argument?: string | number) =>
  `own_${action}_${CHANNEL_ID}${argument === undefined ? '' : `_${argument}`}`;
/** The owner, whose channels may be paid in Stars unless a test says otherwise. */
const owner = (named: readonly number[] = [OWNER_ID]) =>
  world.person(OWNER_ID, { starsFor: { isEveryone: false, named } });

const prices = async () => {
  const [row] = await test.database.query(
    (sql) => sql<{ cents: number; stars: number | null; donations: number[] | null }[]>`
      select price_cents as cents, price_stars as stars, to_jsonb(donation_stars) as donations
      from tiers join channels using (open_channel_id) where open_channel_id = ${CHANNEL_ID} and position = 1`,
  );
  return row;
};
const promisedPage = async () => {
  const [row] = await test.database.query(
    (sql) => sql<{ page: string; argument: string | null; note: string | null }[]>`
      select payload ->> 'page' as page, payload ->> 'argument' as argument, payload ->> 'note' as note
      from outbox where kind = 'show_page' order by outbox_id desc limit 1`,
  );
  return row;
};

it('suggests a price in Stars, and says what it means for both and at which rate', async () => {
  expect((await owner().press(own('tier', 1))).buttons).toContain(own('tier-stars', 1));
  const { text, buttons } = await owner().press(own('tier-stars', 1));
  expect(buttons.slice(0, 2)).toEqual([own('set-stars', '1_2308'), own('set-stars', '1_1507')]);
  expect(text).toContain("It isn't sold for Stars.");
  expect(text).toContain(
    "⭐ 2,308: you get about $30.00 at Telegram's rate for developers, ⭐ 1,000 = $13.00. Buyers pay about $45.92.",
  );
  expect(text).toContain('⭐ 1,507: buyers pay about $29.98. You get about $19.59.');
  const chosen = await owner().press(own('set-stars', '1_2308'));
  expect(chosen.text).toContain('In Stars: ⭐ 2,308, about $30.00');
  expect(await prices()).toMatchObject({ cents: 3000, stars: 2308 });
  expect((await owner().press(own('tier', 1))).text).toContain('In Stars: ⭐ 2,308');
});

it('takes a typed price in Stars, asks again for anything else, and takes the price away', async () => {
  await owner().press(own('tier-stars', 1));
  for (const typed of ['0', '10001', '3.5', 'many']) {
    await owner().say(typed);
    expect(await promisedPage()).toEqual({
      page: 'tier-stars',
      argument: '1',
      note: 'Type a whole number of Stars from 1 to 10000.',
    });
  }
  await owner().say('⭐ 500');
  expect(await promisedPage()).toEqual({ page: 'tier-stars', argument: '1', note: 'Saved.' });
  expect(await prices()).toMatchObject({ stars: 500 });
  await owner().press(own('set-stars', '1_none'));
  expect(await prices()).toMatchObject({ stars: null });
});

it('keeps the price in Stars if that in dollars changes, and says so', async () => {
  await owner().press(own('set-stars', '1_500'));
  await owner().press(own('edit-tier', '1_tier_price'));
  await owner().say('40');
  expect(await prices()).toMatchObject({ cents: 4000, stars: 500 });
  expect((await promisedPage())?.note).toBe(
    'Saved. The price in Stars stays ⭐ 500. Open orders keep their terms.',
  );
});

it('offers and takes no price in Stars if the operator takes no Stars for this owner', async () => {
  const { buttons } = await owner([]).press(own('tier', 1));
  expect(buttons).not.toContain(own('tier-stars', 1));
  expect((await owner([]).press(own('set-stars', '1_500'))).answer).toMatch(/doesn't take Stars/);
  await owner([]).press(own('tier-stars', 1));
  await owner([]).say('500');
  expect((await owner([]).press(own('amounts'))).buttons).not.toContain(own('donation-stars'));
  expect((await owner([]).press(own('donation-stars'))).answer).toMatch(/doesn't take Stars/);
  expect((await owner([]).press(own('set-donation-stars', 'usual'))).answer).toMatch(/doesn't take Stars/);
  expect(await prices()).toEqual({ cents: 3000, stars: null, donations: null });
});

it('takes no price that was asked for before the operator switched Stars off', async () => {
  await owner().press(own('tier-stars', 1));
  await owner([]).say('500');
  expect((await promisedPage())?.note).toMatch(/doesn't take Stars/);
  await owner().press(own('donation-stars'));
  await owner([]).say('50');
  expect(await prices()).toMatchObject({ stars: null, donations: null });
});

it('says that nobody can pay a price that was left when Stars were switched off, and takes it away', async () => {
  await owner().press(own('set-stars', '1_500'));
  expect((await owner([]).press(own('tier', 1))).text).toMatch(/Buyers don't see it/);
  const page = await owner([]).press(own('tier-stars', 1));
  expect(page.buttons).toContain(own('set-stars', '1_none'));
  await owner([]).press(own('set-stars', '1_none'));
  expect(await prices()).toMatchObject({ stars: null });
});

it('shows the tiers if the tier is gone, by button and by typing', async () => {
  await owner().press(own('tier-stars', 1));
  await owner().press(own('drop-tier', 1));
  expect((await owner().press(own('set-stars', '1_500'))).text).toMatch(/no longer exists/);
  expect((await owner().press(own('tier-stars', 1))).text).toMatch(/no longer exists/);
  await owner().say('500');
  expect((await promisedPage())?.page).toBe('tiers');
});

it('switches donations in Stars on and off, with presets of its own or typed ones', async () => {
  expect((await owner().press(own('amounts'))).buttons).toContain(own('donation-stars'));
  expect((await owner().press(own('donation-stars'))).text).toContain('They are off.');
  const on = await owner().press(own('set-donation-stars', 'usual'));
  expect(on.text).toContain('⭐ 50 · ⭐ 100 · ⭐ 250 · ⭐ 500 · ⭐ 1,000 · ⭐ 2,500');
  await owner().press(own('donation-stars'));
  await owner().say('50 0');
  const refused = await promisedPage();
  expect(refused?.page).toBe('donation-stars');
  expect(refused?.note).toMatch(/^Send up to 6/);
  await owner().say('500 25');
  expect(await prices()).toMatchObject({ donations: [25, 500] });
  await owner().press(own('set-donation-stars', 'off'));
  expect(await prices()).toMatchObject({ donations: null });
});

it('asks for the price in Stars during a set-up, if the operator takes Stars for that user', async () => {
  const [userId, inside] = [8801, -1005000009901];
  await world.promote(userId, inside, { title: 'Beta' });
  const by = world.person(userId, { starsFor: { isEveryone: true, named: [] } });
  const set = (step: string, choice: string | number) => by.press(`setup_${step}_${choice}`);
  await by.say('/setup');
  await by.press('setup_open');
  for (const [step, choice] of [
    ['private', inside],
    ['public', 'none'],
    ['title', 'keep'],
    ['description', 'skip'],
    ['tiers', 'add'],
    ['name', 'gold'],
  ] as const)
    await set(step, choice);
  const asked = await set('price', 30);
  expect(asked.text).toMatch(/cost in Telegram Stars/);
  expect(asked.buttons.slice(0, 3)).toEqual(
    ['2308', '1507', 'none'].map((stars) => `setup_starprice_${stars}`),
  );
  expect((await set('starprice', 0)).text).toMatch(/whole number of Stars/);
  await set('starprice', 1507);
  await set('days', 30);
  await set('tiers', 'add');
  await set('name', 'vip');
  await set('price', 50);
  await set('starprice', 'none');
  expect((await set('days', 365)).text).toBeDefined();
  for (const [step, choice] of [
    ['tiers', 'done'],
    ['donation', 'skip'],
    ['notifications', 'on'],
    ['grace', 0],
  ] as const)
    await set(step, choice);
  expect((await set('tolerance', 0)).text).toMatch(/\$30\.00 or ⭐ 1,507/);
  await set('review', 'start');
  const tiers = await test.database.query(
    (sql) => sql<{ stars: number | null }[]>`
      select price_stars as stars from tiers join channels using (open_channel_id)
      where owner_user_id = ${userId} order by position`,
  );
  expect(tiers.map(({ stars }) => stars)).toEqual([1507, null]);
});
