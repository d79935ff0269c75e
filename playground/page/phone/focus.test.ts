import type { Page } from 'playwright-core';
import { startHandPlayed, type HandPlayed } from '../../../tests/browser/hand-played';
import { expectAccessible } from '../../../tests/browser/accessible';
import { gone, openPage, see } from '../../../tests/browser/open-browser';
import { CAST } from '../../stack';

const WIDE = { width: 1440, height: 900 };
const DANA = CAST.dana.id;

let stage: HandPlayed;
let page: Page;
let close: () => Promise<void>;

beforeAll(async () => {
  stage = await startHandPlayed();
});
beforeEach(async () => {
  ({ page, close } = await openPage(stage.browser, stage.stack.page?.url ?? '', WIDE));
  await phone().getByTestId('chat-tab-bot').click();
});
afterEach(() => close());
afterAll(() => stage.close());

const phone = (name = 'donor') => page.getByTestId(`phone-${name}`);
const focused = () => page.locator(':focus');
const press = (key: string) => page.keyboard.press(key);

const send = async (text: string, ...labels: readonly string[]): Promise<number> => {
  const inline_keyboard = [labels.map((label) => ({ text: label, callback_data: label }))];
  const message = await stage.bot('sendMessage', { chat_id: DANA, text, reply_markup: { inline_keyboard } });
  await see(phone().getByTestId('message').filter({ hasText: text }));
  return (message as { message_id: number }).message_id;
};

const sendLink = async (text: string, url: string): Promise<number> => {
  const reply_markup = { inline_keyboard: [[{ text: 'Pay', url }]] };
  const message = await stage.bot('sendMessage', { chat_id: DANA, text, reply_markup });
  return (message as { message_id: number }).message_id;
};

/** Waits until the focus is on something with these words. */
const seeFocusOn = (words: string) => see(focused().filter({ hasText: words }));

it('moves the focus from START to the newest message, and on to the next one', async () => {
  await phone().getByTestId('start-button').focus();
  await press('Enter');
  await seeFocusOn('/start');
  await send('Welcome', 'Look');
  await seeFocusOn('Welcome');
  await press('Tab');
  await seeFocusOn('Look');
});

it('moves the focus to the newest message when the button that has it goes', async () => {
  const keypad = await send('Keypad', 'Confirm');
  await phone().getByRole('button', { name: 'Confirm' }).focus();
  await stage.bot('editMessageText', { chat_id: DANA, message_id: keypad, text: 'Your invoice is coming' });
  await seeFocusOn('Your invoice is coming');
  await send('The invoice', 'Pay now');
  await seeFocusOn('The invoice');
});

it('leaves the focus where it is when a message comes', async () => {
  await send('First', 'One');
  await phone().getByTestId('say').focus();
  await send('Second', 'Two');
  expect(await focused().getAttribute('data-testid')).toBe('say');
});

it('has no tab stops in old messages, which the arrow keys reach', async () => {
  await send('Older', 'Old one', 'Old two');
  await send('Newest', 'New one');
  await phone().getByRole('log').focus();
  await press('Tab');
  await seeFocusOn('New one');
  await press('ArrowUp');
  await seeFocusOn('Older');
  await press('Tab');
  await seeFocusOn('Old one');
});

it('opens a dialog that stops its own phone alone, and gives the focus back', async () => {
  await phone().getByTestId('open-link').focus();
  await press('Enter');
  await see(page.getByRole('dialog', { name: 'Open a link' }));
  expect(await phone().getByTestId('chat-tab-bot').isVisible()).toBe(true);
  expect(await phone().locator('.chat').getAttribute('inert')).toBe('');
  await expectAccessible(page);
  const owner = phone('owner');
  await owner.getByTestId('say').fill('Still here');
  await owner.getByTestId('send').click();
  await see(owner.getByTestId('message').filter({ hasText: 'Still here' }));
  await phone().getByTestId('link-input').focus();
  await press('Escape');
  await gone(phone().getByTestId('link-dialog'));
  await seeFocusOn('Open a link');
  expect(await phone().locator('.chat').getAttribute('inert')).toBeNull();
});

it('closes the dialogs of a phone that changes hands', async () => {
  await phone().getByTestId('open-link').click();
  await page.getByTestId('holder-bob').check();
  await gone(phone().getByTestId('link-dialog'));
});

it('keeps a disabled button in the order of focus and sends nothing for it', async () => {
  const row = [
    { text: 'Previous', callback_data: 'p' },
    { text: '2/5', disabled: {} },
  ];
  await stage.bot('sendMessage', { chat_id: DANA, text: 'Page', reply_markup: { inline_keyboard: [row] } });
  await phone().getByRole('button', { name: 'Previous' }).focus();
  await press('Tab');
  await seeFocusOn('2/5');
  expect(await focused().getAttribute('aria-disabled')).toBe('true');
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') sent.push(request.url());
  });
  await press('Enter');
  await focused().click({ force: true });
  expect([sent, await focused().getAttribute('aria-busy')]).toEqual([[], null]);
});

/** The contrast of a colour on another by WCAG 2.2, both as `rgb(1, 2, 3)`. */
function contrast(...colours: readonly [string, string]): number {
  const [light = 0, dark = 0] = colours
    .map((colour) => {
      const [red = 0, green = 0, blue = 0] = (colour.match(/\d+/g) ?? []).map((each) => {
        const part = Number(each) / 255;
        return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    })
    .sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** Runs in the page: the colours of each button and of its label. */
const DRAWN = `[...document.querySelectorAll('[data-testid=phone-donor] .key')]
  .filter((key) => ['Pay', 'Remove', 'Open', '3/5'].includes(key.textContent))
  .map((key) => [getComputedStyle(key).color, getComputedStyle(key).backgroundColor])`;

it.each(['light', 'dark'] as const)('draws each kind of button legibly on a %s page', async (colorScheme) => {
  await page.emulateMedia({ colorScheme });
  const row = [
    { text: 'Pay', callback_data: 'a', style: 'success' },
    { text: 'Remove', callback_data: 'b', style: 'danger' },
    { text: 'Open', callback_data: 'c', style: 'primary' },
    { text: '3/5', disabled: {} },
  ];
  const text = `Colours on ${colorScheme}`;
  await stage.bot('sendMessage', { chat_id: DANA, text, reply_markup: { inline_keyboard: [row] } });
  await see(phone().getByTestId('message').filter({ hasText: text }).getByText('3/5'));
  const drawn = await page.evaluate<[string, string][]>(DRAWN);
  expect(new Set(drawn.map(([, background]) => background)).size).toBe(row.length);
  for (const colours of drawn) expect(contrast(...colours)).toBeGreaterThanOrEqual(4.5);
});

it('opens an alert without taking the focus from the other phone', async () => {
  let answer = () => undefined as unknown;
  const answered = new Promise((resolve) => (answer = () => resolve(undefined)));
  await page.route('**/press', async (route) => {
    await answered;
    const headers = { 'access-control-allow-origin': '*' };
    await route.fulfill({ json: { text: 'Too little', show_alert: true }, headers });
  });
  await send('Refused here', 'Confirm');
  await phone().getByRole('button', { name: 'Confirm' }).last().click();
  await phone('owner').getByTestId('say').focus();
  answer();
  const alert = page.getByRole('alertdialog', { name: 'The bot says' });
  await see(alert.getByText('Too little'));
  await expectAccessible(page);
  expect(await focused().getAttribute('data-testid')).toBe('say');
  await press('A');
  await alert.getByRole('button', { name: 'OK' }).click();
  await gone(alert);
  expect(await phone('owner').getByTestId('say').inputValue()).toBe('A');
});

it('leaves the focus on the holder when closing the dialogs of a phone that changes hands', async () => {
  await phone().getByTestId('open-link').click();
  await page.getByTestId('holder-bob').focus();
  await press('Space');
  await gone(phone().getByTestId('link-dialog'));
  expect(await focused().getAttribute('data-testid')).toBe('holder-bob');
});

it('keeps the focus on the page when the button that has it goes', async () => {
  stage.stack.telegram.setMember(CAST.open.id, CAST.bob.id, 'member');
  const owner = phone('owner');
  await owner.getByTestId('chat-tab-channel').click();
  await owner.getByTestId('members-toggle').click();
  await owner.getByRole('button', { name: 'Remove Bob' }).focus();
  await press('Enter');
  await seeFocusOn('members');
  await page.getByTestId('guide-hide').focus();
  await press('Enter');
  await gone(page.getByTestId('guide'));
  expect(await focused().count()).toBe(1);
});

it('gives the focus back to the message when the payment page is closed', async () => {
  const id = await sendLink(
    'Your invoice',
    `${stage.stack.nowpayments.url.replace(/\/v1$/, '')}/payment/?iid=1`,
  );
  await phone().locator(`[data-message-id="${id}"]`).getByTestId('keyboard-button').focus();
  await press('Enter');
  await page.getByTestId('invoice-close').focus();
  await press('Enter');
  await seeFocusOn('Your invoice');
});

it('needs one tab stop for the timeline, whose lines the arrow keys reach', async () => {
  await page.getByTestId('clock-plus-1m').click();
  await see(page.getByTestId('timeline-item').filter({ hasText: 'You moved the clock' }));
  await page.getByTestId('timeline').focus();
  await press('ArrowDown');
  await seeFocusOn('You moved the clock');
  expect(await page.locator('#timeline summary[tabindex="-1"]').count()).toBeGreaterThan(0);
  expect(await page.locator('#timeline summary:not([tabindex="-1"])').count()).toBe(0);
});
