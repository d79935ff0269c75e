import type { Browser } from 'playwright-core';
import { startStack, type Stack } from '../../playground/stack';
import { MOST_USED } from '../worlds/journey';
import { createTestDatabase, type TestDatabase } from '../support/test-database';
import { LONG_TEST_DEADLINE_MS } from '../support/deadlines';
import { donorOn } from './donor';
import { gone, openBrowserBeside, openPage, see, shoot, takePicture, type Sight } from './open-browser';

jest.setTimeout(LONG_TEST_DEADLINE_MS);

const WIDE: Sight = { width: 1440, height: 900 };
const NARROW: Sight = { width: 360, height: 740 };

let database: TestDatabase;
let stack: Stack;
let browser: Browser;

beforeAll(async () => {
  database = await createTestDatabase();
  [stack, browser] = await openBrowserBeside(
    startStack({
      databaseUrl: database.url,
      targets: MOST_USED,
      page: true,
      tick: 500,
      nowpayments: { statusDelayMs: 20 },
    }),
  );
});

afterAll(async () => {
  await browser.close();
  await stack.stop();
  await database.close();
});

/** Opens the page on such a screen for `look`, and expects it to report no problems. */
async function withPage(
  sight: Sight,
  look: (page: Awaited<ReturnType<typeof openPage>>['page']) => Promise<void>,
) {
  const { page, problems, close } = await openPage(browser, stack.page?.url ?? '', sight);
  try {
    await look(page);
    expect(problems).toEqual([]);
  } catch (error) {
    await takePicture(page, 'failure');
    throw error;
  } finally {
    await close();
  }
}

/** How far earlier tests, or an earlier try, have moved the clock. */
async function minutesAhead(): Promise<number> {
  const [row] = await stack.database<{ minutes: number }[]>`
    select round(extract(epoch from app_now() - now()) / 60)::int as minutes`;
  return Number(row?.minutes);
}

it('takes a donation from the channel’s button to both messages about it', () =>
  withPage(WIDE, async (page) => {
    const donor = donorOn(page);
    await donor.openKeypad();
    await donor.type('25.00');
    await shoot(page, 'donation-keypad');
    await donor.confirmAndOpenInvoice();
    const invoice = page.frameLocator('[data-testid=invoice-frame]');
    expect(await invoice.getByTestId('price').textContent()).toContain('$25.00');
    await shoot(page, 'donation-invoice');
    await donor.pay('pay-exact');
    await see(donor.says(/Thank you! \$25\.00 to Alpha Signals has arrived/));
    const news = page
      .getByTestId('phone-owner')
      .getByTestId('message')
      .filter({ hasText: ' for Alpha Signals from ' });
    await see(news);
    expect(await news.last().textContent()).toContain('@dana');
    await see(page.getByTestId('median-owner-notified').getByText(/^\d+\.\d\d s \(median of 1\)$/));
    await see(page.getByTestId('median-pay-now').getByText(/^\d+\.\d\d s \(median of 1\)$/));
    await see(page.getByTestId('timeline-item').filter({ hasText: 'Told Olga about the donation' }));
    await shoot(page, 'donation-thanks');
  }));

it('fits every view of a donation on a screen of 360 pixels', () =>
  withPage({ ...NARROW, colorScheme: 'dark' }, async (page) => {
    const donor = donorOn(page);
    await page.getByTestId('holder-bob').check();
    await donor.openKeypad();
    await donor.type('12.5');
    await shoot(page, 'narrow-keypad');
    await donor.confirmAndOpenInvoice();
    await gone(donor.phone);
    await shoot(page, 'narrow-invoice');
    await donor.pay('pay-exact');
    await page.getByTestId('view-owner').click();
    // Bob has no @username, so the owner reads his first name.
    const news = page.getByTestId('phone-owner').getByTestId('message').filter({ hasText: 'from Bob' });
    await see(news);
    await shoot(page, 'narrow-owner');
    await page.getByTestId('view-donor').click();
    await see(donor.says(/Thank you! \$12\.50/));
    for (const view of ['donor', 'payment', 'owner', 'inside']) {
      await page.getByTestId(`view-${view}`).click();
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    }
  }));

it('says that a keypad expired after five minutes without a tap', () =>
  withPage(WIDE, async (page) => {
    const donor = donorOn(page);
    const before = await minutesAhead();
    await donor.openKeypad();
    await donor.type('7');
    await page.getByTestId('clock-plus-5m').click();
    await see(donor.says(/expired/i));
    await gone(donor.key('💰 Amount: $7'));
    // The page shows the moved clock only after the worker's run, so the message may be there first.
    await see(page.getByTestId('clock-ahead').getByText(`${before + 5} min ahead`, { exact: true }));
    await see(page.getByTestId('timeline-item').filter({ hasText: 'You moved the clock 5 minutes ahead' }));
  }));

it('sends a delayed invoice when NOWPayments is back', () =>
  withPage(WIDE, async (page) => {
    const donor = donorOn(page);
    await page.getByTestId('fault-nowpayments-down').click();
    await see(page.getByTestId('faults-active').getByText('NOWPayments is down.'));
    await donor.openKeypad();
    await donor.type('33');
    await donor.key('✓ Confirm').click();
    await see(donor.says('Your invoice is taking longer than usual'));
    await page.getByTestId('faults-clear').click();
    await page.getByTestId('clock-plus-1h').click();
    await see(donor.says('Your donation of $33.00'));
  }));

it('shows an answer to a refused tap as a toast or an alert', () =>
  withPage(WIDE, async (page) => {
    const donor = donorOn(page);
    await donor.openKeypad();
    await donor.type('1');
    await donor.key('✓ Confirm').click();
    await see(
      page
        .getByText(/(Crypto payments|Donations) start at \$\d/)
        .and(page.locator('[data-testid=toast], [data-testid=alert] p')),
    );
  }));

it('shows what users write as text, never as HTML', () =>
  withPage(WIDE, async (page) => {
    const donor = donorOn(page);
    const text = '<img src=x onerror="document.title=1"> & <b>bold</b>';
    await donor.phone.getByTestId('chat-tab-bot').click();
    await donor.phone.getByTestId('say').fill(text);
    await donor.phone.getByTestId('send').click();
    await see(donor.says(text));
    expect(await donor.phone.locator('img').count()).toBe(0);
    expect(await page.title()).toBe('TelePay playground');
  }));

it('lets a donor unblock the bot that they blocked', () =>
  withPage(WIDE, async (page) => {
    const { phone } = donorOn(page);
    await phone.getByTestId('chat-tab-bot').click();
    await phone.getByTestId('block-bot').click();
    await see(phone.getByTestId('unblock-bot'));
    await phone.getByTestId('unblock-bot').click();
    await see(phone.getByTestId('say'));
  }));
