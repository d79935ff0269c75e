import type { Browser, Page } from 'playwright-core';
import { LONG_TEST_DEADLINE_MS } from '../support/deadlines';
import { buyerOn, chatterOn, readAccessEnd } from './buyer';
import { gone, openBrowser, see, seeToast, shoot } from './open-browser';
import { visit, WIDE } from './playground';
import { DAY_MS } from '../../shared/domain/common/time';

jest.setTimeout(LONG_TEST_DEADLINE_MS);

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Buys a month, from START on, and joins. Returns when the access ends. */
async function buyAndJoin(page: Page): Promise<Date> {
  const buyer = buyerOn(page);
  await buyer.openOffer();
  await buyer.order(/^💎 Month/);
  const paid = await buyer.hear('Your payment for Alpha Signals arrived', () => buyer.pay('pay-exact'));
  // Joining changes this message.
  const end = await readAccessEnd(paid);
  await buyer.join();
  await buyer.show('bot');
  return end;
}

it('lets a buyer who paid in two halves in, by the link in /mysubs', () =>
  visit(browser, WIDE, async (page) => {
    const buyer = buyerOn(page);
    await buyer.openOffer();
    await buyer.order(/^💎 Month/);
    await buyer.hear('$15.00 of $30.00 arrived', () => buyer.pay('pay-half'));
    await shoot(page, 'money-half');
    await buyer.openInvoice('💳 Pay the rest: $15.00');
    await see(page.frameLocator('[data-testid=invoice-frame]').getByTestId('price').getByText('$15.00'));
    await buyer.hear('Your payment for Alpha Signals arrived', () => buyer.pay('pay-exact'));
    await buyer.hear('Your subscriptions', () => buyer.say('/mysubs'));
    await shoot(page, 'money-mysubs');
    await buyer.hear('Your link to Alpha Signals', () => buyer.key('🔓 Open channel').click());
    await buyer.join();
    await seeToast(buyer.phone, 'You are now a member');
    await buyer.show('bot');
    const story = await buyer.hear('You were let in', () => buyer.key('📜 $30.00, Alpha Signals').click());
    await see(story.getByText('Invoice for the remaining $15.00 created.'));
    await shoot(page, 'money-story');
  }));

it('tells the buyer how the owner decided about a second deposit', () =>
  visit(browser, WIDE, async (page) => {
    const [buyer, owner] = [buyerOn(page), chatterOn(page, 'owner')];
    const first = await buyAndJoin(page);
    const odd = await owner.hear('An order was paid twice', () => buyer.play('pay-twice'));
    await see(odd.getByTestId('keyboard-button').filter({ hasText: 'I refunded it' }));
    await shoot(page, 'money-twice');
    const credited = await buyer.hear('counted your payment as more time', () =>
      odd
        .getByTestId('keyboard-button')
        .filter({ hasText: /Give 29 days for \$29\.9\d/ })
        .click(),
    );
    expect((await readAccessEnd(credited)).getTime() - first.getTime()).toBe(29 * DAY_MS);
    await see(owner.phone.getByTestId('message').filter({ hasText: 'You counted a payment' }));
    await shoot(page, 'money-credited');
  }));

it('removes a refunded member at once', () =>
  visit(browser, WIDE, async (page) => {
    const [buyer, owner] = [buyerOn(page), chatterOn(page, 'owner')];
    await page.getByTestId('holder-bob').check();
    await buyAndJoin(page);
    await owner.hear('A payment was refunded', () =>
      buyer.hear('was refunded', () => buyer.play('pay-refund')),
    );
    await gone(buyer.phone.getByTestId('chat-tab-private'));
    await see(buyer.membership.getByText('The bot removed you on'));
    await shoot(page, 'money-refunded');
  }));

it('keeps the story of a picked order up to date', () =>
  visit(browser, WIDE, async (page) => {
    const buyer = buyerOn(page);
    const event = (words: string) => page.getByTestId('story-events').getByText(words);
    await buyer.openOffer();
    await buyer.order(/^💎 Month/);
    await see(event('Invoice for $30.00 created.'));
    await buyer.openOffer();
    await buyer.order(/^💎 Quarter/);
    await see(event('Invoice for $75.00 created.'));
    const orders = page.getByTestId('story-order');
    const older = orders.locator('option').filter({ hasText: 'Dana: “Month”, 30 days, for $30.00' });
    await orders.selectOption((await older.getAttribute('value')) ?? '');
    await see(event('Invoice for $30.00 created.'));
    await see(page.getByTestId('story-heading').getByText('waiting for payment'));
    await buyer.openInvoice('💳 Pay now');
    await buyer.pay('pay-exact');
    await see(page.getByTestId('timeline-item').filter({ hasText: 'Told Olga about the sale' }));
    expect(await event('You got').count()).toBe(0);
    await orders.selectOption({ index: 0 });
    await see(event('You got 3 months of access.'));
    await see(page.getByTestId('story-heading').getByText('paid, thank you'));
    await shoot(page, 'money-inside', true);
  }));
