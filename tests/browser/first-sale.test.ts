import type { Browser, Page } from 'playwright-core';
import { CAST, startStack, type Stack } from '../../playground/stack';
import { eventually } from '../journeys/support/eventually';
import { LONG_TEST_DEADLINE_MS } from '../support/deadlines';
import { createTestDatabase, type TestDatabase } from '../support/test-database';
import { MOST_USED } from '../worlds/journey';
import { gone, openBrowserBeside, openPage, see, shoot, takePicture, type Sight } from './open-browser';
import { WIDE } from './playground';

jest.setTimeout(LONG_TEST_DEADLINE_MS);

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
      mayStartOver: true,
      tick: 500,
      nowpayments: { statusDelayMs: 20 },
    }),
  );
});

let isUsed = false;
beforeEach(async () => {
  if (isUsed) await startOver();
  isUsed = true;
});

/** Asks the page's server to start over, as its button does. */
async function startOver(): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${stack.page?.url ?? ''}/start-over`, { method: 'POST', headers, body: '{}' });
  expect(await answer.json()).toEqual({ ok: true });
}

afterAll(async () => {
  await browser.close();
  await stack.stop();
  await database.close();
});

async function withPage(sight: Sight, look: (page: Page) => Promise<void>, expected?: RegExp): Promise<void> {
  const { page, problems, close } = await openPage(browser, stack.page?.url ?? '', sight);
  try {
    await look(page);
    expect(problems.filter((problem) => !expected?.test(problem))).toEqual([]);
  } catch (error) {
    await takePicture(page, `failure-first-sale-${sight.width}`);
    throw error;
  } finally {
    await close();
  }
}

const DONE = '9';
/** What the page tells a visitor to do, and what it highlights. */
const ADVICE = `document.querySelector('[data-testid=guide]').innerText + document.querySelector('.next')?.innerText`;

/** Presses what the page highlights, in the payment page first, until the guide says that it is done. */
async function followGuide(page: Page, onStep: (step: string) => Promise<void>): Promise<void> {
  const invoice = page.frameLocator('[data-testid=invoice-frame]');
  let pressed = '';
  const nextTarget = async () => {
    const advice = await page.evaluate<string>(ADVICE);
    const step = (await page.getByTestId('guide').getAttribute('data-step')) ?? '';
    if (step === DONE) return { step, advice, target: undefined };
    for (const place of [invoice, page]) {
      const target = place.locator('.next').filter({ visible: true });
      const isNew = advice !== pressed && (await target.count()) > 0;
      if (isNew && advice === (await page.evaluate(ADVICE))) return { step, advice, target };
    }
    return false;
  };
  for (;;) {
    const { step, advice, target } = await eventually(nextTarget);
    await onStep(step);
    if (target === undefined) return;
    await target.first().click();
    pressed = advice;
  }
}

/** Expects that a visitor sees “Pay exactly” without scrolling. */
async function expectPayExactlyInView(page: Page): Promise<void> {
  const button = page
    .frameLocator('[data-testid=invoice-frame]')
    .locator('[data-testid=pay-exact][aria-disabled=false]');
  await see(button);
  const box = await button.boundingBox();
  const frame = await page.getByTestId('invoice-frame').boundingBox();
  const height = page.viewportSize()?.height ?? 0;
  const bottom = (box?.y ?? Infinity) + (box?.height ?? 0);
  expect(box?.y).toBeGreaterThan(frame?.y ?? 0);
  expect(bottom).toBeLessThanOrEqual(Math.min(height, (frame?.y ?? 0) + (frame?.height ?? 0)));
}

it.each([WIDE, { width: 1024, height: 768 }, { width: 390, height: 844 }])(
  'leads a stranger to a first sale on %p',
  (sight) =>
    withPage(sight, async (page) => {
      const from = performance.now();
      const seen = new Set<string>();
      const steps: number[] = [];
      await see(page.getByTestId('guide'));
      await followGuide(page, async (step) => {
        steps.push(Number(step));
        if (seen.has(step)) return;
        seen.add(step);
        if (step === '6') await expectPayExactlyInView(page);
        await shoot(page, `first-sale-${sight.width}-step-${step}`);
      });
      const seconds = ((performance.now() - from) / 1000).toFixed(1);
      process.stdout.write(`A stranger's first sale at ${sight.width} pixels took ${seconds} s.\n`);
      expect([...seen]).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', DONE]);
      // The guide never leads back, also not while the payment is under way.
      expect(steps).toEqual([...steps].sort((one, other) => one - other));
    }),
);

/** What the browser logs while the servers that the page listens to start again. */
const WHILE_AWAY = /^Failed to load resource/;

it('starts over at a button: no orders, no messages, the real time', () =>
  withPage(
    WIDE,
    async (page) => {
      await followGuide(page, async () => undefined);
      await page.getByTestId('clock-plus-1d').click();
      await see(page.getByTestId('clock-ahead').getByText('1 d ahead'));
      page.once('dialog', (dialog) => void dialog.accept());
      await page.getByTestId('start-over').click();
      await see(page.locator('[data-testid=guide][data-step="1"]'));
      await gone(page.getByTestId('clock-ahead'));
      // The page learns everything from the server, so ask the server: the timeline may still be on its way.
      expect([...(await stack.database`select reference from orders`)]).toEqual([]);
      expect(stack.telegram.messages(CAST.dana.id)).toEqual([]);
      await shoot(page, 'first-sale-started-over');
    },
    WHILE_AWAY,
  ));
