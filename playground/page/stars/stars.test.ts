import type { Page } from 'playwright-core';
import { expectAccessible } from '../../../tests/browser/accessible';
import { startHandPlayed, type HandPlayed } from '../../../tests/browser/hand-played';
import { openPage, see, seeToast, shoot } from '../../../tests/browser/open-browser';
import { startWebhook } from '../../../tests/support/telegram-simulator';
import { CAST } from '../../stack';

const DANA = CAST.dana.id;
const INVOICE = {
  title: 'Alpha Signals VIP',
  description: '30 days of access',
  payload: 'order:1',
  currency: 'XTR',
  prices: [{ label: 'Month', amount: 250 }],
};

let stage: HandPlayed;
let page: Page;
let close: () => Promise<void>;
let webhook: Awaited<ReturnType<typeof startWebhook>>;
let answer: object;

beforeAll(async () => {
  stage = await startHandPlayed();
  webhook = await startWebhook(({ update }) => {
    const query = update['pre_checkout_query'] as { id: string } | undefined;
    if (!query) return {};
    const call = { method: 'answerPreCheckoutQuery', pre_checkout_query_id: query.id };
    return { body: JSON.stringify({ ...call, ...answer }) };
  });
  // Telegram takes a webhook once in a second, and starting the stack set one.
  await stage.stack.moveClock('1 second');
  const allowed_updates = ['message', 'pre_checkout_query', 'subscription'];
  await stage.bot('setWebhook', { url: webhook.url, allowed_updates });
  stage.stack.telegram.as(DANA).start();
});
beforeEach(async () => {
  answer = { ok: true };
  ({ page, close } = await openPage(stage.browser, stage.stack.page?.url ?? '', {
    width: 1440,
    height: 900,
  }));
  await phone().getByTestId('chat-tab-bot').click();
});
afterEach(() => close());
afterAll(async () => {
  await stage.close();
  await webhook.close();
});

const phone = () => page.getByTestId('phone-donor');
const sheet = () => phone().getByRole('dialog', { name: 'Confirm the payment' });
const stars = () => phone().getByRole('dialog', { name: 'Stars' });
const button = (name: string | RegExp) => phone().getByRole('button', { name });
const payments = () => stage.stack.telegram.stars.payments();

const sendInvoice = () => stage.bot('sendInvoice', { chat_id: DANA, ...INVOICE });
const openSubscription = async () => {
  const link = await stage.bot('createInvoiceLink', { ...INVOICE, subscription_period: 2_592_000 });
  await phone().getByTestId('open-link').click();
  await phone()
    .getByLabel('A link that someone sent you')
    .fill(link as string);
  await phone().getByTestId('link-open').click();
};

it('pays an invoice after showing what it costs and what the payer has', async () => {
  await sendInvoice();
  await button('Pay ⭐️250').last().click();
  await see(sheet().getByText('⭐250, once.'));
  await see(sheet().getByText('You have ⭐5000.'));
  await expectAccessible(page);
  await shoot(page, 'stars-pay-sheet');
  await button('Confirm and pay ⭐250').click();
  await seeToast(phone(), 'You paid ⭐250 for Alpha Signals VIP.');
  await see(phone().getByTestId('message').filter({ hasText: 'You paid ⭐250.' }));
  await see(button('Stars: 4750'));
  await see(page.getByTestId('stars-bot-balance').filter({ hasText: 'The bot has ⭐250.' }));
});

it('tells the bot nothing when the payer cancels', async () => {
  const before = webhook.received.length;
  await sendInvoice();
  await button('Pay ⭐️250').last().click();
  await sheet().getByRole('button', { name: 'Cancel' }).click();
  await sheet().waitFor({ state: 'hidden' });
  expect(webhook.received.length).toBe(before);
});

it('shows the bot’s own words when it refuses, and charges nothing', async () => {
  answer = { ok: false, error_message: 'This order is closed.' };
  const before = payments().length;
  await sendInvoice();
  await button('Pay ⭐️250').last().click();
  await button('Confirm and pay ⭐250').click();
  await see(phone().getByRole('alertdialog').getByText('This order is closed.'));
  expect(payments().length).toBe(before);
});

it('pays twice from two devices, and takes both payments back on Telegram’s side', async () => {
  const before = payments().length;
  await sendInvoice();
  await button('Pay ⭐️250').last().click();
  await button('Confirm on two devices').click();
  await sheet().waitFor({ state: 'hidden' });
  expect(payments().length).toBe(before + 2);
  await page.getByRole('button', { name: 'Refund: Dana: ⭐250' }).first().click();
  await see(phone().getByTestId('message').filter({ hasText: 'You got ⭐250 back.' }));
  const { stars: telegramStars } = stage.stack.telegram;
  const left = telegramStars.balance();
  await page.getByRole('button', { name: 'Charge back: Dana: ⭐250' }).nth(1).click();
  await see(page.getByTestId('stars-bot-balance').filter({ hasText: `The bot has ⭐${left - 250}.` }));
});

it('offers the Stars that are missing', async () => {
  stage.stack.telegram.as(DANA).stars.topUp(-1_000_000);
  await sendInvoice();
  await button('Pay ⭐️250').last().click();
  await button('Get ⭐250 more').click();
  await button('Confirm and pay ⭐250').click();
  await seeToast(phone(), 'You paid ⭐250 for Alpha Signals VIP.');
});

it('subscribes by a link, cancels, enables again, and fails on request', async () => {
  stage.stack.telegram.as(DANA).stars.topUp(5000);
  await openSubscription();
  await see(sheet().getByText('⭐250 every 30 days until you cancel.'));
  await button('Confirm and pay ⭐250').click();
  await sheet().waitFor({ state: 'hidden' });
  await phone().getByTestId('open-stars').click();
  await see(stars().getByText(/^Renews for ⭐250 on /));
  await expectAccessible(page);
  await shoot(page, 'stars-wallet');
  await stars().getByRole('button', { name: 'Cancel' }).click();
  await see(stars().getByText(/^Canceled\. Ends on /));
  await stars().getByRole('button', { name: 'Enable again' }).click();
  await stars().getByRole('button', { name: 'Let the next renewal fail' }).click();
  await see(stars().getByText(/^The renewal on .* will fail\.$/));
  await stage.stack.moveClock('30 days');
  await see(stars().getByText(/^Could not renew for ⭐250 on /));
  await stars().getByRole('button', { name: 'Try the renewal again' }).click();
  await see(stars().getByText(/^Renews for ⭐250 on /));
  await stars().getByLabel('Stars to add').fill('100');
  await stars().getByRole('button', { name: 'Add Stars' }).click();
  expect(payments().at(-1)).toMatchObject({ subscriptionId: payments().at(-2)?.chargeId });
});

it('loses the next update of a kind', async () => {
  await page.getByLabel('The next update about').selectOption('successful_payment');
  await page.getByRole('button', { name: 'gets lost' }).click();
  await see(page.getByText('The next update about a payment is lost.'));
  const before = webhook.received.length;
  await sendInvoice();
  await button('Pay ⭐️250').last().click();
  await button('Confirm and pay ⭐250').click();
  await sheet().waitFor({ state: 'hidden' });
  await stage.stack.telegram.drained();
  expect(webhook.received.length).toBe(before + 1);
});
