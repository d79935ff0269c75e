import type { Browser, Page } from 'playwright-core';
import { LONG_TEST_DEADLINE_MS } from '../support/deadlines';
import { buyerOn, chatterOn, type Chatter } from './buyer';
import { addByLink, pickGroup } from './chat-maker';
import { openBrowser, see, seeToast, shoot } from './open-browser';
import { visit, WIDE } from './playground';

jest.setTimeout(LONG_TEST_DEADLINE_MS);

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const seen = (owner: Chatter, words: string | RegExp) =>
  see(owner.phone.getByTestId('message').filter({ hasText: words }));

/** Tries the groups that can't be sold as they are. Each time the bot says what to press in Telegram. */
async function tryUnfitGroups(page: Page, owner: Chatter): Promise<void> {
  /** The new group is on the page only once that is drawn again. */
  const choose = async (title: string) => {
    await owner.key('🔄 Refresh').click();
    await owner.key(`👥 ${title}`).click();
  };
  await addByLink(page, owner, { title: 'Nora square', kind: 'public', username: 'nora_square' });
  await choose('Nora square');
  await seen(owner, /Make it private: open the group → Edit → Group Type → Private Group/);
  await shoot(page, 'set-up-group-public');

  await addByLink(page, owner, { title: 'Nora cellar', kind: 'private', without: ['Ban users'] });
  await choose('Nora cellar');
  await seen(
    owner,
    /I still need “Ban Users” in “Nora cellar”. Open the group, tap its name, then Edit → Administrators → me/,
  );
  await shoot(page, 'set-up-group-without-right');

  await owner.hear(/To sell access to it, make me an administrator there/, () =>
    addByLink(page, owner, {
      title: 'Nora attic',
      kind: 'private',
      without: ['Ban users', 'Invite users via link'],
    }),
  );
  await see(owner.key('➕ Make me admin'));
  const tab = await owner.phone.getByRole('tab', { selected: true }).boundingBox();
  expect(tab?.width).toBeGreaterThan(90);
  await shoot(page, 'set-up-group-member');

  await owner.hear(/basic group.*Edit → Chat History for New Members → Visible.*Check again/s, () =>
    pickGroup(page, owner, { title: 'Nora room', kind: 'basic' }),
  );
  await shoot(page, 'set-up-group-basic');
}

/** Makes the basic group a supergroup, as the bot said. */
async function upgrade(owner: Chatter, title: string): Promise<void> {
  await owner.phone.getByRole('tab', { name: title }).click();
  await owner.phone.getByTestId('members-toggle').click();
  await owner.phone.getByTestId('upgrade-group').click();
  await seeToast(owner.phone, `${title} is a supergroup now.`);
  await owner.show('bot');
}

/** Answers the rest of the set-up's questions, and starts to sell. */
async function finishSetUp(page: Page, owner: Chatter): Promise<void> {
  const press = (label: string) => owner.key(label).click();
  await press('🔄 Check again');
  await seen(owner, 'Do you have a public channel, too?');
  await press('🚫 None');
  await seen(owner, 'keep the group');
  await press('👌 Keep “Nora room”');
  await seen(owner, 'What do buyers get?');
  await press('⏭ Skip');
  await press('➕ Add a tier');
  await press('Gold');
  await seen(owner, 'in US dollars?');
  await owner.key(/^\$/).click();
  await press('1 month');
  await press('✅ Done');
  await seen(owner, 'What do you want to tell donors?');
  await press('⏭ Skip');
  await press('🔔 Yes, here');
  await press('24 hours');
  await press('1%');
  await seen(owner, 'Private group: Nora room');
  await shoot(page, 'set-up-group-review');
  await press('✅ Start selling');
  await seen(owner, "It's on sale");
}

/** Buys by the link that the owner was given. */
async function buyByLink(page: Page, owner: Chatter): Promise<void> {
  const buyer = buyerOn(page);
  const links = owner.phone.getByTestId('message').filter({ hasText: 'Links for Nora' }).last();
  const link = await links.getByText(/^https:.*start=sub_/).textContent();
  await buyer.openLink(new URL(link ?? '').searchParams.get('start') ?? '');
  await buyer.order(/Gold/);
  await owner.hear(/ bought Gold/, () => buyer.pay('pay-exact'));
}

/** Joins by the newest link to a group. */
async function joinBy(page: Page, title: string): Promise<void> {
  const buyer = buyerOn(page);
  await buyer.key(`🔓 Join ${title}`).click();
  await buyer.phone.getByTestId('join-confirm').click();
  await seeToast(buyer.phone, `You are now a member of ${title}.`);
}

/** Adds another group to what is sold. */
async function addPlace(page: Page, owner: Chatter, title: string): Promise<void> {
  await owner.say('/channels');
  await owner.key('Nora room (owner)').click();
  await owner.key('🚪 Chats').click();
  await owner.key('➕ Add a chat').click();
  await owner.hear(`Add the group “${title}” to Nora room?`, () =>
    pickGroup(page, owner, { title, kind: 'private' }),
  );
  await seen(owner, 'This lets 1 person in: they get a link of their own.');
  await shoot(page, 'set-up-group-add-place');
  await owner.hear(`Everyone with access has a link to “${title}”`, () =>
    owner.key('✅ Yes, add it').click(),
  );
}

it('takes an owner from nothing to selling two groups by taps alone, and says what to press where one is refused', () =>
  visit(browser, WIDE, async (page) => {
    await page.getByTestId('holder-nora').check();
    const owner = chatterOn(page, 'owner');
    await owner.show('bot');
    await owner.phone.getByTestId('start-button').click();
    await owner.hear('Which private channel or group do you sell?', () => owner.say('/setup'));
    await tryUnfitGroups(page, owner);
    await upgrade(owner, 'Nora room');
    await finishSetUp(page, owner);
    await buyByLink(page, owner);
    await joinBy(page, 'Nora room');
    await addPlace(page, owner, 'Nora den');
    await shoot(page, 'set-up-group-two-places');
    await buyerOn(page).show('bot');
    await joinBy(page, 'Nora den');
    await shoot(page, 'set-up-group-joined');
  }));
