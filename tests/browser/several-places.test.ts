import type { Browser, Page } from 'playwright-core';
import { CAST, type Stack } from '../../playground/stack';
import { openPlace } from '../../shared/database/places/offer-places';
import type { Database } from '../../shared/database/connection/pool';
import type { ClosedChannelId } from '../../shared/domain/common/ids';
import type { PlaceRole } from '../../shared/domain/places/place';
import { LONG_TEST_DEADLINE_MS } from '../support/deadlines';
import { OPEN } from '../worlds/journey';
import { buyerOn, chatterOn, moveClock } from './buyer';
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

/** Opens the groups with the offer, as its owner does. */
async function openGroups({ telegram }: Stack, database: Database): Promise<void> {
  const olga = telegram.as(CAST.olga.id);
  for (const title of PLACES.slice(1)) {
    const chatId = olga.createGroup({ title, isSupergroup: true });
    olga.admin.addBot(chatId, ['invite_users', 'restrict_members']);
    const role: PlaceRole = title === PLACES[1] ? 'discussion' : 'extra';
    if (role === 'discussion') olga.admin.linkChats(CAST.closed.id, chatId);
    const place = {
      openChannelId: OPEN,
      chatId: chatId as ClosedChannelId,
      kind: 'supergroup',
      role,
    } as const;
    expect(await openPlace(database, { ...place, title, actorUserId: CAST.olga.id })).toBe('opened');
  }
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
  visit(browser, WIDE, async (page, stack, database) => {
    await openGroups(stack, database);
    const [buyer, owner] = [buyerOn(page), chatterOn(page, 'owner')];
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
