import type { Browser, Locator, Page } from 'playwright-core';
import { LONG_TEST_DEADLINE_MS } from '../support/deadlines';
import { expectAccessible } from './accessible';
import { buyerOn, chatterOn, moveClock, type Chatter } from './buyer';
import { gone, openBrowser, see, seeToast, shoot } from './open-browser';
import { visit, WIDE } from './playground';

jest.setTimeout(LONG_TEST_DEADLINE_MS);

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Confirms what Telegram's own sheet asks, after the newest button that opens it. Gets the Stars that are missing. */
async function confirm(page: Page, opener: Locator, { price, name }: { price: RegExp; name: string }) {
  const { phone } = buyerOn(page);
  await opener.click();
  await see(phone.getByTestId('pay-price').filter({ hasText: price }));
  await shoot(page, name);
  if (await phone.getByTestId('pay-top-up').isVisible()) await phone.getByTestId('pay-top-up').click();
  await phone.getByTestId('pay-confirm').click();
}

/** Pays the newest invoice. */
async function payOn(page: Page, price: number): Promise<void> {
  const opener = buyerOn(page).phone.locator('[data-testid=keyboard-button][data-does=pay]').last();
  await confirm(page, opener, { price: RegExp(`⭐${price}, once`), name: 'stars-sheet' });
}

/** Chooses a month that renews by itself on the channel's page, and pays its first time. Returns what the buyer hears. */
async function subscribe(page: Page, words: string | RegExp): Promise<Locator> {
  const buyer = buyerOn(page);
  await buyer.hear('How do you want to pay?', () => buyer.key(/^💎 Month/).click());
  await buyer.hear('now and every 30 days, by itself', () => buyer.key('🔁 ⭐ 2,308').click());
  await shoot(page, 'stars-renewing');
  const sheet = { price: /⭐2308 every 30 days until you cancel/, name: 'stars-sheet-renewing' };
  return buyer.hear(words, () => confirm(page, buyer.keyTo('https://t.me/$'), sheet));
}

async function moveAMonth(page: Page): Promise<void> {
  await moveClock(page, 'clock-plus-7d', 4);
  await moveClock(page, 'clock-plus-1d', 2);
}

/** Presses a button of the newest message, and waits for the words that take its place or follow it. */
async function press(chatter: Chatter, button: string | RegExp, words: string | RegExp): Promise<void> {
  await chatter.key(button).click();
  await see(chatter.phone.getByTestId('message').filter({ hasText: words }));
}

it('sells a month for Stars, from the question how to pay to the channel', () =>
  visit(
    browser,
    WIDE,
    async (page) => {
      const buyer = buyerOn(page);
      const owner = chatterOn(page, 'owner');
      await buyer.openOffer();
      await shoot(page, 'stars-offer');
      await buyer.hear('How do you want to pay?', () => buyer.key(/^💎 Month/).click());
      await expectAccessible(page);
      await shoot(page, 'stars-choice');
      await buyer.hear('You get in as soon as', () => buyer.key('⭐ 2,308 in Telegram').click());
      await shoot(page, 'stars-invoice');
      await buyer.hear('Your payment for Alpha Signals arrived', () => payOn(page, 2308));
      await see(owner.phone.getByTestId('message').filter({ hasText: /@dana bought Month/ }));
      await shoot(page, 'stars-paid');
      await buyer.join();
      await seeToast(buyer.phone, 'You are now a member of Alpha Signals VIP.');
    },
    { stars: true },
  ));

it('takes a donation in Stars', () =>
  visit(
    browser,
    WIDE,
    async (page) => {
      const donor = buyerOn(page);
      await donor.show('channel');
      await donor.key('💝 Donate').click();
      await donor.hear('How do you want to give?', () => donor.phone.getByTestId('start-button').click());
      await shoot(page, 'stars-donation-way');
      await donor.key('⭐ In Telegram Stars').click();
      await see(donor.key(/^⭐ 250$/));
      await expectAccessible(page);
      await shoot(page, 'stars-donation-amounts');
      await donor.hear('Your donation to Alpha Signals', () => donor.key(/^⭐ 250$/).click());
      await donor.hear('⭐ 250 to Alpha Signals has arrived', () => payOn(page, 250));
      await shoot(page, 'stars-donated');
    },
    { stars: true },
  ));

it('renews by the clock, fails without Stars, is paid again and is cancelled', () =>
  visit(
    browser,
    WIDE,
    async (page) => {
      const [buyer, owner] = [buyerOn(page), chatterOn(page, 'owner')];
      await buyer.openOffer();
      await subscribe(page, 'renews by itself every 30 days for ⭐ 2,308');
      await shoot(page, 'stars-renewal-begun');
      await buyer.join();
      await buyer.show('bot');
      await buyer.hear('Renewed. You have access until', () => moveAMonth(page));
      await shoot(page, 'stars-renewed');
      await buyer.phone.getByTestId('open-stars').click();
      await shoot(page, 'stars-wallet-renewed');
      await buyer.phone.getByTestId('stars-close').click();
      await owner.hear("couldn't pay ⭐ 2,308 to renew", () =>
        buyer.hear("Telegram couldn't charge ⭐ 2,308", () => moveAMonth(page)),
      );
      await shoot(page, 'stars-renewal-failed');
      await buyer.hear('Choose how long', () => buyer.key('💎 Renew').click());
      await subscribe(page, 'Renewed. You have access until');
      await shoot(page, 'stars-paid-again');
      await buyer.hear('Your subscriptions', () => buyer.say('/mysubs'));
      await shoot(page, 'stars-mysubs');
      await press(buyer, '✋ Stop renewal', 'Stop the renewal of Alpha Signals?');
      await shoot(page, 'stars-stop-question');
      await buyer.hear('no longer renews by itself', () => buyer.key('✋ Stop renewal').click());
      await shoot(page, 'stars-stopped');
    },
    { stars: true },
  ));

it('refunds what its owner sends back, and ends the access and the renewal', () =>
  visit(
    browser,
    WIDE,
    async (page) => {
      const [buyer, owner] = [buyerOn(page), chatterOn(page, 'owner')];
      await buyer.openOffer();
      await subscribe(page, 'renews by itself every 30 days for ⭐ 2,308');
      await buyer.join();
      await buyer.show('bot');
      await owner.hear('⭐ 2,308', () => owner.say('/orders'));
      await shoot(page, 'stars-orders');
      await press(owner, /^⭐ 2,308 @dana/, 'State:');
      await shoot(page, 'stars-owner-story');
      await press(owner, '↩️ Refund ⭐ 2,308', 'Refund ⭐ 2,308 to @dana?');
      await shoot(page, 'stars-refund-question');
      await buyer.hear('was refunded', () => owner.key('↩️ Yes, refund ⭐ 2,308').click());
      await see(owner.phone.getByTestId('message').filter({ hasText: 'Telegram sent it back to the payer' }));
      await gone(buyer.phone.getByTestId('chat-tab-private'));
      await shoot(page, 'stars-refunded', true);
      await see(buyer.phone.getByTestId('open-stars').filter({ hasText: '5000' }));
    },
    { stars: true },
  ));
