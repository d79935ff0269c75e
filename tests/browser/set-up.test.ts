import type { Browser, Page } from 'playwright-core';
import type { Stack } from '../../playground/stack';
import { eventually } from '../journeys/support/eventually';
import { LONG_TEST_DEADLINE_MS } from '../support/deadlines';
import { expectAccessible } from './accessible';
import { buyerOn, chatterOn, type Chatter } from './buyer';
import { openBrowser, see, seeToast, shoot } from './open-browser';
import { visit, WIDE } from './playground';

jest.setTimeout(LONG_TEST_DEADLINE_MS);

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Makes a channel on the owner's phone. */
async function newChannel(page: Page, owner: Chatter, title: string, username?: string): Promise<void> {
  await owner.phone.getByTestId('new-channel').click();
  const dialog = page.getByRole('dialog', { name: 'New channel' });
  await dialog.getByLabel('Title').fill(title);
  if (username !== undefined) {
    await dialog.getByLabel('Public: anyone can find it by name').check();
    await dialog.getByLabel('Public name, after t.me/').fill(username);
  }
  await dialog.getByRole('button', { name: 'Create' }).click();
  // Until the phone shows it, a tap would be in the chat before.
  await owner.phone.getByRole('tab', { name: title, selected: true }).waitFor();
}

/** Makes a channel and appoints the bot its administrator by hand. */
async function ownChannel(page: Page, owner: Chatter, title: string, username: string): Promise<void> {
  await newChannel(page, owner, title, username);
  await owner.phone.getByTestId('add-bot').click();
  await page
    .getByRole('dialog', { name: 'Rights of the bot' })
    .getByRole('button', { name: 'Add as administrator' })
    .click();
  await seeToast(owner.phone, `The bot is an administrator of ${title}.`);
}

/** Picks a channel that the bot is not in, in Telegram's own list, by the keyboard alone. */
async function pickChannel(page: Page, owner: Chatter, title: string): Promise<void> {
  await owner.key('📣 Pick a channel').click();
  const key = owner.phone.getByTestId('reply-key').filter({ hasText: 'Pick a channel' });
  await see(key);
  await expectAccessible(page);
  await key.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Choose a channel' });
  await see(dialog);
  await expectAccessible(page);
  await shoot(page, 'set-up-picker');
  await dialog.getByRole('button', { name: title }).focus();
  await page.keyboard.press('Enter');
  await see(owner.phone.getByTestId('message').filter({ hasText: `You shared ${title} with the bot.` }));
  await see(owner.phone.getByTestId('message').filter({ hasText: `You picked ${title}` }));
  await key.waitFor({ state: 'hidden' });
}

/** Uses what an owner needs after a first sale: figures with a picture, a table, and the posts. */
async function runChannel(page: Page, owner: Chatter): Promise<void> {
  const press = (label: string | RegExp) => owner.key(label).click();
  await owner.say('/stats');
  await see(owner.phone.getByTestId('photo'));
  await shoot(page, 'set-up-figures');
  await press('🧾 Orders (CSV)');
  await see(owner.phone.getByTestId('document').filter({ hasText: '.csv' }));
  await owner.say('/channels');
  await press(/Nora’s notes/);
  await press('📌 Posts');
  await press(/Publish now/);
  await owner.phone.getByRole('tab', { name: 'Nora News' }).click();
  await see(owner.phone.getByTestId('message').filter({ hasText: 'Nora’s notes' }));
  await shoot(page, 'set-up-posts');
}

/** Whether every coin has answered, so that a price below all minimums is refused. */
async function haveCoinsAnswered({ database }: Stack): Promise<boolean> {
  const [row] = await database<{ haveAnswered: boolean | null }[]>`
    select bool_and(answered_at is not null) as "haveAnswered" from minimums where is_on`;
  return row?.haveAnswered ?? false;
}

it('takes a new owner to a first sale by taps and typing alone', () =>
  visit(browser, WIDE, async (page, stack) => {
    await page.getByTestId('holder-nora').check();
    const owner = chatterOn(page, 'owner');
    /** Waits until the bot's message shows this page. */
    const seen = (words: string | RegExp) =>
      see(owner.phone.getByTestId('message').filter({ hasText: words }));
    const press = (label: string | RegExp) => owner.key(label).click();
    await owner.show('bot');
    await owner.phone.getByTestId('start-button').click();
    await newChannel(page, owner, 'Nora VIP');
    await ownChannel(page, owner, 'Nora News', 'nora_news');
    await owner.show('bot');
    await seen('I was added to');
    await press('🛠 Set it up');
    await seen('Which private channel or group do you sell?');
    await expectAccessible(page);
    await pickChannel(page, owner, 'Nora VIP');
    await seen('Do you have a public channel, too?');
    await press('📣 Nora News');
    await seen('What is it called?');
    await owner.say('Nora’s notes');
    await seen('What do buyers get?');
    await owner.say('A letter each morning');
    await seen('What does access cost?');
    await press('➕ Add a tier');
    await seen('What is this tier called?');
    await owner.say('Month');
    await seen('in US dollars?');
    await eventually(() => haveCoinsAnswered(stack));
    await owner.say('2');
    await seen(/⚠️.*\$11\.41/s);
    await owner.say('24.50');
    await seen('How many days');
    await press('1 month');
    await press('✅ Done');
    await seen('What do you want to tell donors?');
    await press('⏭ Skip');
    await press('🔔 Yes, here');
    await press('24 hours');
    await press('1%');
    await seen('Is this right?');
    await shoot(page, 'set-up-review');
    await press('✅ Start selling');
    await seen("It's on sale");
    await seen('Post the offer in Nora News now?');

    const buyer = buyerOn(page);
    // Nobody named the owner in OWNERS, so the channel is on no list.
    const links = owner.phone.getByTestId('message').filter({ hasText: 'Links for Nora' }).last();
    const link = await links.getByText(/^https:.*start=sub_/).textContent();
    const startParameter = new URL(link ?? '').searchParams.get('start') ?? '';
    await buyer.openLink(startParameter);
    await buyer.order(/Month/);
    await owner.hear(/ bought Month/, () => buyer.pay('pay-exact'));
    await buyer.key('🔓 Join').click();
    await buyer.phone.getByTestId('join-confirm').click();
    await seeToast(buyer.phone, 'You are now a member of Nora VIP.');
    await shoot(page, 'set-up-first-sale');
    await runChannel(page, owner);
  }));
