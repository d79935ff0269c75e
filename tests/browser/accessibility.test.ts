import type { Browser, Page } from 'playwright-core';
import { startStack, type Stack } from '../../playground/stack';
import { MOST_USED } from '../worlds/journey';
import { createTestDatabase, type TestDatabase } from '../support/test-database';
import { LONG_TEST_DEADLINE_MS } from '../support/deadlines';
import { namelessOn, referencesOn } from './accessible';
import { donorOn } from './donor';
import { openBrowserBeside, openPage, see } from './open-browser';

jest.setTimeout(LONG_TEST_DEADLINE_MS);

let database: TestDatabase;
let stack: Stack;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  database = await createTestDatabase();
  [stack, browser] = await openBrowserBeside(
    startStack({ databaseUrl: database.url, targets: MOST_USED, page: true }),
  );
  ({ page } = await openPage(browser, stack.page?.url ?? '', { width: 1440, height: 900 }));
  await see(page.getByTestId('message'));
});

afterAll(async () => {
  await browser.close();
  await stack.stop();
  await database.close();
});

it('has one h1, a language and one main landmark', async () => {
  expect(await page.locator('h1').count()).toBe(1);
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  expect(await page.locator('main').count()).toBe(1);
});

it('gives every button, link, field and frame a name', async () => {
  await donorOn(page).openKeypad();
  expect(await namelessOn(page)).toEqual([]);
});

it('uses every id once and refers only to existing ones', async () => {
  expect(await referencesOn(page)).toEqual({ broken: [], doubled: [] });
});

it('announces messages, toasts and faults to a screen reader', async () => {
  expect(await page.getByRole('log').count()).toBe(2);
  for (const toast of await page.getByTestId('toast').all())
    expect(await toast.getAttribute('role')).toBe('status');
  expect(await page.getByTestId('faults-active').getAttribute('role')).toBe('status');
});

it('works with the keyboard alone, with a visible focus', async () => {
  const { phone, key } = donorOn(page);
  await phone.getByTestId('chat-tab-channel').focus();
  await page.keyboard.press('ArrowRight');
  expect(await phone.getByTestId('chat-tab-bot').getAttribute('aria-selected')).toBe('true');
  await key('5').focus();
  await page.keyboard.press('Enter');
  await see(key('💰 Amount: $5'));
  const focused = page.locator(':focus');
  expect(await focused.textContent()).toBe('5');
  await page.keyboard.press('Tab');
  expect(await page.locator(':focus').textContent()).toBe('6');
  const outline = await page.evaluate<string>('getComputedStyle(document.activeElement).outlineStyle');
  expect(outline).toBe('solid');
});
