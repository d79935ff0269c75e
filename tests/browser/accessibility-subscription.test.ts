import type { Browser, Page } from 'playwright-core';
import { LONG_TEST_DEADLINE_MS } from '../support/deadlines';
import { expectAccessible } from './accessible';
import { buyerOn, chatterOn } from './buyer';
import { gone, openBrowser, see, shoot } from './open-browser';
import { NARROW, visit, WIDE } from './playground';

jest.setTimeout(LONG_TEST_DEADLINE_MS);

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Shows a column on a small screen. A large screen shows all of them. */
async function view(page: Page, name: string): Promise<void> {
  const button = page.getByTestId(`view-${name}`);
  if (await button.isVisible()) await button.click();
}

const focusOn = (page: Page) => page.locator(':focus');

async function openSheets(page: Page): Promise<void> {
  const { phone, key } = buyerOn(page);
  await key('🔓 Join').focus();
  await page.keyboard.press('Enter');
  await see(page.getByRole('dialog', { name: 'Invite link' }));
  expect(await focusOn(page).textContent()).toBe('Request to join');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await gone(phone.getByTestId('join-sheet'));
  await see(focusOn(page).filter({ hasText: 'Join Alpha Signals' }));
  await phone.getByTestId('open-link').focus();
  await page.keyboard.press('Enter');
  await see(page.getByRole('dialog', { name: 'Open a link' }));
  await see(phone.getByLabel('A link that someone sent you'));
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await gone(phone.getByTestId('link-dialog'));
}

async function listMembers(page: Page): Promise<void> {
  const owner = chatterOn(page, 'owner');
  await view(page, 'owner');
  await owner.show('private');
  await owner.phone.getByTestId('members-toggle').focus();
  await page.keyboard.press('Enter');
  await see(owner.phone.getByRole('list', { name: 'Members' }));
  await see(owner.phone.getByRole('button', { name: 'Remove Dana' }));
  await expectAccessible(page);
}

async function readStory(page: Page): Promise<void> {
  await view(page, 'inside');
  await page.getByLabel('Order', { exact: true }).focus();
  await page.keyboard.press('Tab');
  expect(await focusOn(page).getAttribute('data-testid')).toBe('story-events');
  const story = page.getByRole('list', { name: 'The story of an order' });
  await see(story.getByText('You were let in.'));
  await expectAccessible(page);
}

it.each([WIDE, NARROW])('keeps a subscription accessible on %p', (sight) =>
  visit(browser, sight, async (page) => {
    const buyer = buyerOn(page);
    await buyer.openOffer();
    await buyer.order(/^💎 Month/);
    await buyer.pay('pay-exact');
    await view(page, 'donor');
    await see(buyer.key('🔓 Join'));
    await openSheets(page);
    await buyer.join();
    await listMembers(page);
    await shoot(page, `accessible-members-${sight.width}`);
    await readStory(page);
    await shoot(page, `accessible-inside-${sight.width}`, true);
  }),
);
