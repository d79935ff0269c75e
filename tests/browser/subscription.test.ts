import type { Browser, Page } from 'playwright-core';
import { LONG_TEST_DEADLINE_MS } from '../support/deadlines';
import { buyerOn, chatterOn, moveClock, readAccessEnd } from './buyer';
import { gone, openBrowser, see, seeToast, shoot } from './open-browser';
import { NARROW, visit, WIDE } from './playground';
import { DAY_MS } from '../../shared/domain/common/time';

jest.setTimeout(LONG_TEST_DEADLINE_MS);

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

it('plays a whole subscription, from the first purchase to coming back', () =>
  visit(browser, WIDE, async (page) => {
    const buyer = buyerOn(page);
    await see(buyer.membership.getByText('you are not a member'));
    const first = await buy(page);
    await refuseStranger(page);
    await buyer.join();
    await seeToast(buyer.phone, 'You are now a member of Alpha Signals VIP.');
    await shoot(page, 'subscription-in');
    const renewed = await renew(page);
    expect(renewed.getTime() - first.getTime()).toBe(30 * DAY_MS);
    await expectReminders(page);
    await expectRemoval(page);
    await comeBack(page);
  }));

/** Buys a month, from START to the message with the invite link. Returns when the access ends. */
async function buy(page: Page): Promise<Date> {
  const [buyer, owner] = [buyerOn(page), chatterOn(page, 'owner')];
  await buyer.openOffer();
  await shoot(page, 'subscription-offer');
  await buyer.order(/^💎 Month · \$30\.00$/);
  await shoot(page, 'subscription-invoice');
  const paid = await buyer.hear('Your payment for Alpha Signals arrived', () => buyer.pay('pay-exact'));
  await see(owner.phone.getByTestId('message').filter({ hasText: /@dana bought Month/ }));
  await shoot(page, 'subscription-paid');
  return readAccessEnd(paid);
}

/** Bob, who was given Dana's unused link, is refused. */
async function refuseStranger(page: Page): Promise<void> {
  const { phone, key, membership, hear, show } = buyerOn(page);
  await key('🔓 Join').click();
  await shoot(page, 'subscription-sheet');
  await phone.getByTestId('copy-link').click();
  await page.getByTestId('holder-bob').check();
  await show('bot');
  await phone.getByTestId('start-button').click();
  await phone.getByTestId('open-link').click();
  await phone.getByTestId('link-open').click();
  await hear('belongs to someone else or has expired', () => phone.getByTestId('join-confirm').click());
  await see(membership.getByText('you are not a member'));
  await gone(phone.getByTestId('chat-tab-private'));
  await shoot(page, 'subscription-stranger');
  await page.getByTestId('holder-dana').check();
  await show('bot');
}

/** Renews after ten days. A member needs no new link. */
async function renew(page: Page): Promise<Date> {
  const buyer = buyerOn(page);
  await moveClock(page, 'clock-plus-7d');
  await moveClock(page, 'clock-plus-1d', 3);
  await buyer.openOffer();
  await see(buyer.phone.getByTestId('message').filter({ hasText: 'Renew early and keep' }));
  await buyer.order(/^💎 Month/);
  const renewed = await buyer.hear('Renewed. You have access until', () => buyer.pay('pay-exact'));
  await shoot(page, 'subscription-renewed');
  return readAccessEnd(renewed);
}

/** Expects a reminder with an invoice 7, 3 and 1 days before the end, and at the end. */
async function expectReminders(page: Page): Promise<void> {
  const { hear, key } = buyerOn(page);
  await moveClock(page, 'clock-plus-7d', 6);
  for (const [words, days] of [
    ['ends in 7 days', 1],
    ['ends in 3 days', 4],
    ['ends in 1 day', 2],
    ['has ended. You can stay until', 1],
  ] as const) {
    const reminder = await hear(words, () => moveClock(page, 'clock-plus-1d', days));
    await see(reminder.getByTestId('keyboard-button').filter({ hasText: '💳 Pay now: $30.00' }));
    await see(key('✕ Not now'));
  }
  await shoot(page, 'subscription-reminded');
}

async function expectRemoval(page: Page): Promise<void> {
  const { hear, phone, membership } = buyerOn(page);
  await moveClock(page, 'clock-plus-1h');
  await see(phone.getByTestId('chat-tab-private'));
  const goodbye = await hear('Your access to Alpha Signals has ended', () =>
    moveClock(page, 'clock-plus-1d'),
  );
  await see(goodbye.getByText('Come back'));
  await gone(phone.getByTestId('chat-tab-private'));
  await see(membership.getByText('The bot removed you on'));
  await shoot(page, 'subscription-out', true);
}

async function comeBack(page: Page): Promise<void> {
  const buyer = buyerOn(page);
  await buyer.hear('Choose how long', () => buyer.key('💎 Come back').click());
  await buyer.order(/^💎 Month/);
  await buyer.hear('Your payment for Alpha Signals arrived', () => buyer.pay('pay-exact'));
  await buyer.join();
  await seeToast(buyer.phone, 'You are now a member');
  await shoot(page, 'subscription-back');
}

it('fits a purchase on a screen of 360 pixels, from START to the channel', () =>
  visit(browser, { ...NARROW, colorScheme: 'dark' }, async (page) => {
    const buyer = buyerOn(page);
    await buyer.openOffer();
    await shoot(page, 'narrow-offer');
    await buyer.order(/^💎 Month/);
    await shoot(page, 'narrow-tier-invoice');
    await buyer.pay('pay-exact');
    await page.getByTestId('view-donor').click();
    await see(buyer.key('🔓 Join'));
    await shoot(page, 'narrow-paid');
    await buyer.key('🔓 Join').click();
    await shoot(page, 'narrow-sheet');
    await buyer.phone.getByTestId('join-confirm').click();
    await buyer.show('private');
    await shoot(page, 'narrow-in');
    await page.getByTestId('view-inside').click();
    await see(page.getByTestId('story-events').getByText('You were let in.'));
    for (const view of ['donor', 'payment', 'owner', 'inside']) {
      await page.getByTestId(`view-${view}`).click();
      await shoot(page, `narrow-view-${view}`, true);
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    }
  }));
