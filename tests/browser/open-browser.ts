import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import sparticuz from '@sparticuz/chromium';
import { chromium, type Browser, type Locator, type Page } from 'playwright-core';
import type { Stack } from '../../playground/stack';
import { FACT_DEADLINE_MS } from '../support/deadlines';
import { seriousFaultsOn } from './accessible';

const SCREENSHOTS = join(__dirname, '../screenshots');

/** The Chromium from npm, or the one at CHROMIUM_PATH. */
export async function openBrowser(): Promise<Browser> {
  mkdirSync(SCREENSHOTS, { recursive: true });
  return chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? (await sparticuz.executablePath()),
    // With --single-process the browser would end with its first closed page. Without a GPU, it would imitate one.
    args: [
      ...sparticuz.args.filter((arg) => arg !== '--single-process'),
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-gpu',
    ],
    headless: true,
  });
}

/** Opens a browser while the stack starts. If one of them fails, ends the other, which would keep Jest from ending. */
export async function openBrowserBeside(starting: Promise<Stack>): Promise<[Stack, Browser]> {
  const [stack, browser] = await Promise.allSettled([starting, openBrowser()]);
  if (stack.status === 'fulfilled' && browser.status === 'fulfilled') return [stack.value, browser.value];
  if (stack.status === 'fulfilled') await stack.value.stop();
  if (browser.status === 'fulfilled') await browser.value.close();
  throw [stack, browser].find((result) => result.status === 'rejected')?.reason;
}

export interface Sight {
  readonly width: number;
  readonly height: number;
  readonly colorScheme?: 'light' | 'dark';
  /** The visitor's time zone, such as `Asia/Tehran`. Default: this machine's. */
  readonly timezoneId?: string;
}

/** Runs in the page: keeps what each toast has said. */
const KEEP_TOASTS = `addEventListener('DOMContentLoaded', () =>
  new MutationObserver((changes) => {
    for (const { target } of changes)
      if (target.dataset?.testid === 'toast' && target.textContent !== '')
        target.dataset.said = [target.dataset.said, target.textContent].join(' ');
  }).observe(document.body, { subtree: true, childList: true }))`;

/** Opens the page on a screen of this size. `problems` holds the errors that the page reports. */
export async function openPage(browser: Browser, url: string, { width, height, ...wishes }: Sight) {
  const context = await browser.newContext({
    viewport: { width, height },
    reducedMotion: 'reduce',
    ...wishes,
  });
  await context.addInitScript(KEEP_TOASTS);
  const page = await context.newPage();
  page.setDefaultTimeout(FACT_DEADLINE_MS);
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  await page.goto(url);
  return { page, problems, close: () => context.close() };
}

/** Waits until the last match is visible. Rejects with the locator if it never is. */
export const see = (locator: Locator): Promise<void> => locator.last().waitFor({ state: 'visible' });

/** Waits until a phone has shown a toast. It may be gone again: it stays for four seconds, and machines are busy. */
export const seeToast = (phone: Locator, words: string): Promise<void> =>
  phone.locator(`[data-testid=toast][data-said*=${JSON.stringify(words)}]`).waitFor({ state: 'attached' });

export const gone = (locator: Locator): Promise<void> => locator.first().waitFor({ state: 'hidden' });

/** `ltr` or `rtl`: the direction in which an element's text is laid out. */
export const directionIn = (locator: Locator): Promise<string> =>
  locator.evaluate((node) => (globalThis as unknown as Window).getComputedStyle(node).direction);

/** The little of a browser's window that runs in a page here. This project does not load the browser's types. */
interface Window {
  getComputedStyle(node: unknown): { readonly direction: string };
}

/** Takes a screenshot, of the top of the page unless `isWhole`, and expects that axe finds no serious fault in it. */
export async function shoot(page: Page, name: string, isWhole = false): Promise<void> {
  await takePicture(page, name, isWhole);
  expect(await seriousFaultsOn(page)).toEqual([]);
}

export async function takePicture(page: Page, name: string, isWhole = false): Promise<void> {
  await page.evaluate('scrollTo(0, 0)');
  await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`), fullPage: isWhole });
}
