import type { Browser, Page } from 'playwright-core';
import { CAST, type Stack } from '../../playground/stack';
import { LONG_TEST_DEADLINE_MS } from '../support/deadlines';
import { buyerOn, chatterOn, moveClock, type Chatter } from './buyer';
import { pickGroup } from './chat-maker';
import { openBrowser, see, seeToast, shoot } from './open-browser';
import { visit, WIDE } from './playground';

jest.setTimeout(LONG_TEST_DEADLINE_MS);

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** The channel that is sold, its discussion group, and two more groups. */
const PLACES = [CAST.closed.title, 'VIP comments', 'Traders', 'News desk'] as const;

/** Makes the discussion group of the channel that is sold. Olga's bot may let people in there and remove them. */
function linkDiscussion({ telegram }: Stack, title: string): void {
  const olga = telegram.as(CAST.olga.id);
  const chatId = olga.createGroup({ title, isSupergroup: true });
  olga.admin.addBot(chatId, ['invite_users', 'restrict_members']);
  olga.admin.linkChats(CAST.closed.id, chatId);
}

/** Adds the three groups to what is sold, by taps on the owner's page of chats. */
async function openGroups(page: Page, owner: Chatter): Promise<void> {
  const [, discussion, ...extras] = PLACES;
  const addWith = async (title: string, choose: () => Promise<void>) => {
    await owner.hear(`Add the group “${title}” to Alpha Signals?`, choose);
    await owner.key('✅ Yes, add it').click();
    await see(owner.key(`👥 ${title}`));
  };
  await owner.show('bot');
  await owner.say('/channels');
  await owner.key('Alpha Signals (owner)').click();
  await owner.key('🚪 Chats').click();
  await see(owner.phone.getByTestId('message').filter({ hasText: `discussion group “${discussion}”` }));
  await shoot(page, 'places-discussion-open');
  await addWith(discussion, () => owner.key('💬 Include the group').click());
  for (const title of extras) {
    await addWith(title, async () => {
      await owner.key('➕ Add a chat').click();
      await pickGroup(page, owner, { title, kind: 'private' });
    });
  }
  await shoot(page, 'places-added');
}

/** The key that opens a place. The operator's file gives the channel no title of its own, so it is called like the offer. */
const joinKey = (page: Page, title: string) =>
  buyerOn(page).key(title === CAST.closed.title ? /^🔓 Join Alpha Signals$/ : `🔓 Join ${title}`);

/** Asks to join by the link in the bot's message about a place. */
async function askToJoin(page: Page, title: string): Promise<void> {
  const buyer = buyerOn(page);
  await buyer.show('bot');
  await joinKey(page, title).click();
  await buyer.phone.getByTestId('join-confirm').click();
}

/** In how many chats Telegram has proven to the bot that the buyer is out. */
async function countProven({ database }: Stack): Promise<number> {
  const proven = await database`
    select from place_access where user_id = ${CAST.dana.id} and removed_at is not null`;
  return proven.length;
}

it('sells a channel, its discussion group and two groups for one price, and a refund ends all', () =>
  visit(browser, WIDE, async (page, stack) => {
    const [buyer, owner] = [buyerOn(page), chatterOn(page, 'owner')];
    linkDiscussion(stack, PLACES[1]);
    await openGroups(page, owner);
    await buyer.openOffer();
    await buyer.order(/^💎 Month/);
    await buyer.pay('pay-exact');
    for (const title of PLACES) await see(joinKey(page, title));
    await see(buyer.phone.getByTestId('message').filter({ hasText: '0 of 4 opened' }));
    await shoot(page, 'places-links');
    for (const title of PLACES.slice(0, 3)) {
      await askToJoin(page, title);
      await seeToast(buyer.phone, `You are now a member of ${title}.`);
    }

    await page.getByTestId('too-many-chats').check();
    await see(buyer.membership.getByText('You are in 500 channels and groups'));
    await buyer.hear('as many channels and groups as Telegram allows', () => askToJoin(page, 'News desk'));
    await see(buyer.membership.getByText('News desk: you asked to join'));
    await shoot(page, 'places-too-many');
    await buyer.show('channel');
    await buyer.phone.getByTestId('leave-chat').click();
    await moveClock(page, 'clock-plus-1h', 2);
    await seeToast(buyer.phone, 'You are now a member of News desk.');
    await shoot(page, 'places-all');

    await owner.hear('A payment was refunded', () => buyer.play('pay-refund'));
    for (const title of PLACES) {
      await see(buyer.membership.getByText(`${title}: you are not a member. The bot removed you on`));
    }
    expect(await countProven(stack)).toBe(4);
    await shoot(page, 'places-out');
  }));
