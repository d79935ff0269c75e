import type { Page } from 'playwright-core';
import { startHandPlayed, type HandPlayed } from '../../../tests/browser/hand-played';
import { gone, openPage, see, shoot } from '../../../tests/browser/open-browser';
import { eventually } from '../../../tests/journeys/support/eventually';
import { CAST } from '../../stack';

const OLGA = CAST.olga.id;

let stage: HandPlayed;
let page: Page;
let close: () => Promise<void>;
beforeAll(async () => {
  stage = await startHandPlayed();
});
beforeEach(async () => {
  ({ page, close } = await openPage(stage.browser, stage.stack.page?.url ?? '', {
    width: 1440,
    height: 900,
  }));
});
afterEach(() => close());
afterAll(() => stage.close());

const phone = () => page.getByTestId('phone-owner');

/** Sends Olga a message. Returns its id. */
const send = async (text: string): Promise<number> => {
  const message = await stage.bot('sendMessage', { chat_id: OLGA, text });
  await see(phone().getByTestId('message').filter({ hasText: text }));
  return (message as { message_id: number }).message_id;
};
const replyTo = (messageId: number) =>
  phone().locator(`[data-message-id="${messageId}"]`).getByTestId('reply');
const newest = () => stage.stack.telegram.messages(OLGA).at(-1);

it('replies to a message of the bot, by keyboard and with what it says above the answer', async () => {
  const question = await send('When does my access end?');
  await send('Something else');
  await replyTo(question).focus();
  await page.keyboard.press('Enter');
  await see(phone().getByTestId('replied').getByText('When does my access end?'));
  await page.keyboard.type('On Friday');
  await shoot(page, 'reply');
  await page.keyboard.press('Enter');
  await eventually(() => Promise.resolve(newest()?.text === 'On Friday'));
  expect(newest()?.reply_to_message).toMatchObject({ message_id: question });
  await see(phone().getByTestId('quote').getByText('When does my access end?'));
  await gone(phone().getByTestId('replied'));
});

it('only writes after the reply was given up, or when the phone shows another chat', async () => {
  const question = await send('A question');
  await replyTo(question).click();
  await phone().getByTestId('reply-cancel').click();
  await phone().getByTestId('say').fill('Just so');
  await phone().getByTestId('send').click();
  await eventually(() => Promise.resolve(newest()?.text === 'Just so'));
  expect(newest()).not.toHaveProperty('reply_to_message');
  await replyTo(question).click();
  await phone().getByTestId('chat-tab-channel').click();
  await gone(phone().getByTestId('replied'));
  await gone(phone().getByTestId('reply'));
});
