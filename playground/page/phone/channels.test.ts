import type { Page } from 'playwright-core';
import { expectAccessible } from '../../../tests/browser/accessible';
import { startHandPlayed, type HandPlayed } from '../../../tests/browser/hand-played';
import {
  gone,
  openPage,
  see,
  seeToast,
  shoot,
  type Sight,
  takePicture,
} from '../../../tests/browser/open-browser';
import { BOT_USERNAME } from '../../environments';
import { CAST } from '../../stack';
import { makePicture } from '../../../tests/support/picture';

const WIDE: Sight = { width: 1440, height: 900 };
const NARROW: Sight = { width: 360, height: 740, colorScheme: 'dark' };

let stage: HandPlayed;
beforeEach(async () => {
  stage = await startHandPlayed();
  stage.stack.telegram.as(CAST.nora.id).start();
});
afterEach(() => stage.close());

/** Opens the page with Nora's phone and expects the page to report no problems. */
async function withNora(sight: Sight, look: (page: Page) => Promise<void>): Promise<void> {
  const { page, problems, close } = await openPage(stage.browser, stage.stack.page?.url ?? '', sight);
  try {
    if (sight.width < 1000) await page.getByTestId('view-owner').click();
    await page.getByTestId('holder-nora').check();
    await look(page);
    expect(problems.filter((problem) => !problem.includes(REFUSED))).toEqual([]);
  } catch (error) {
    await takePicture(page, 'failure-channels');
    throw error;
  } finally {
    await close();
  }
}

/** The browser logs this for each request that is answered 400, for example because a name is taken. */
const REFUSED = 'status of 400';

const ownersPhone = (page: Page) => page.getByTestId('phone-owner');

async function createChannel(page: Page, title: string, username?: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'New channel' });
  await see(dialog);
  await dialog.getByLabel('Title').fill(title);
  if (username !== undefined) {
    await dialog.getByLabel('Public: anyone can find it by name').check();
    await dialog.getByLabel('Public name, after t.me/').fill(username);
  }
  await dialog.getByRole('button', { name: 'Create' }).click();
}

/** The bot's rights in the newest channel with that title. */
async function rightsIn(title: string): Promise<object> {
  const { chats } = stage.stack.telegram.snapshot() as { chats: { id: number; title: string }[] };
  const chat = chats.filter((one) => one.title === title).at(-1);
  const admins = (await stage.bot('getChatAdministrators', { chat_id: chat?.id })) as object[];
  return admins[1] ?? {};
}

it('lets a user without channels make one and appoint the bot with chosen rights', () =>
  withNora(WIDE, async (page) => {
    const phone = ownersPhone(page);
    await see(phone.getByRole('button', { name: 'New channel' }));
    expect(await phone.getByRole('tab').count()).toBe(1);
    expect(await phone.getByTestId('membership').textContent()).toBe('');
    await phone.getByTestId('new-channel').click();
    await createChannel(page, 'Noras letters', 'alpha_signals');
    await see(page.getByTestId('channel-problem').getByText('This name is taken.'));
    await shoot(page, 'channels-new');
    await createChannel(page, 'Noras letters', 'noras_letters');
    await see(phone.getByText('channel, yours · 1 person'));
    await phone.getByTestId('add-bot').click();
    const dialog = page.getByRole('dialog', { name: 'Rights of the bot' });
    await dialog.getByLabel('Invite users via link').uncheck();
    await shoot(page, 'channels-bot');
    await dialog.getByRole('button', { name: 'Add as administrator' }).click();
    await seeToast(phone, 'The bot is an administrator of Noras letters.');
    await gone(phone.getByTestId('add-bot'));
    expect(await rightsIn('Noras letters')).toMatchObject({
      can_post_messages: true,
      can_invite_users: false,
      can_promote_members: false,
    });
    await phone.getByTestId('members-toggle').click();
    await phone.getByTestId('bot-rights').click();
    expect(await dialog.getByLabel('Invite users via link').isChecked()).toBe(false);
    await dialog.getByLabel('Invite users via link').check();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await seeToast(phone, 'The bot’s rights in Noras letters have changed.');
    expect(await rightsIn('Noras letters')).toMatchObject({ can_invite_users: true });
    await phone.getByTestId('remove-bot').click();
    await see(phone.getByTestId('add-bot'));
  }));

it('opens a link that asks for a channel, which the user can make on the spot', () =>
  withNora(NARROW, async (page) => {
    const phone = ownersPhone(page);
    const link = `https://t.me/${BOT_USERNAME}?startchannel&admin=invite_users+restrict_members`;
    await stage.bot('sendMessage', {
      chat_id: CAST.nora.id,
      text: 'Which channel?',
      reply_markup: { inline_keyboard: [[{ text: 'Add me to a channel', url: link }]] },
    });
    await phone.getByTestId('chat-tab-bot').click();
    await phone.getByTestId('keyboard-button').getByText('Add me to a channel').click();
    const dialog = page.getByRole('dialog', { name: 'Rights of the bot' });
    await see(dialog);
    await expectAccessible(page);
    await dialog.getByTestId('bot-new-channel').click();
    await createChannel(page, 'Noras circle');
    await see(dialog.getByLabel('Noras circle (private)'));
    expect(await dialog.getByLabel('Noras circle (private)').isChecked()).toBe(true);
    await shoot(page, 'channels-link-narrow');
    await expectAccessible(page);
    await dialog.getByTestId('bot-confirm').click();
    await seeToast(phone, 'The bot is an administrator of Noras circle.');
    expect(await rightsIn('Noras circle')).toMatchObject({
      can_invite_users: true,
      can_restrict_members: true,
      can_post_messages: false,
    });
    await phone.getByRole('tab', { name: 'Noras circle' }).click();
    await see(phone.getByText('private channel, yours · 2 members'));
    await phone.getByTestId('say').fill('Welcome.');
    await phone.getByTestId('send').click();
    await see(phone.getByTestId('message').getByText('Welcome.'));
    await expectAccessible(page);
    await shoot(page, 'channels-own-narrow');
  }));

it('opens a public channel on another phone by its link', () =>
  withNora(WIDE, async (page) => {
    const phone = ownersPhone(page);
    const chatId = stage.stack.telegram
      .as(CAST.nora.id)
      .createChannel({ title: 'Noras shop', username: 'noras_shop' });
    stage.stack.telegram.as(CAST.nora.id).write(chatId, 'Open today');
    await phone.getByRole('tab', { name: 'Noras shop' }).click();
    await phone.getByTestId('members-toggle').click();
    await phone.getByTestId('copy-channel-link').click();
    const buyer = page.getByTestId('phone-donor');
    expect(await buyer.getByRole('tab', { name: 'Noras shop' }).count()).toBe(0);
    await buyer.getByTestId('open-link').click();
    await buyer.getByTestId('link-open').click();
    await see(buyer.getByTestId('message').getByText('Open today'));
    expect(await buyer.getByTestId('members').isVisible()).toBe(false);
  }));

it('shows pictures and files until the bot deletes them', () =>
  withNora(NARROW, async (page) => {
    const phone = ownersPhone(page);
    const chat_id = CAST.nora.id;
    const [png, csv] = [new Uint8Array(makePicture(640, 320)), new Uint8Array(2048)];
    await stage.bot('sendPhoto', {
      chat_id,
      photo: new File([png], 'stats.png'),
      caption: 'This week: $120.00',
    });
    await stage.bot('sendDocument', { chat_id, document: new File([csv], 'orders 2026-05.csv') });
    const picture = phone.getByRole('img', { name: 'Picture: This week: $120.00' });
    await see(picture);
    await see(phone.getByTestId('message').getByText('This week: $120.00', { exact: true }));
    // Wait until the picture is decoded, not only placed in the page.
    await page.waitForFunction('document.querySelector("[data-testid=photo]").naturalWidth === 640');
    const file = phone.getByTestId('document');
    expect(await file.textContent()).toContain('orders 2026-05.csv2.0 KB');
    const [download] = await Promise.all([page.waitForEvent('download'), file.click()]);
    expect(download.suggestedFilename()).toBe('orders 2026-05.csv');
    await expectAccessible(page);
    await shoot(page, 'channels-media-narrow');
    await phone.getByTestId('say').fill('my api key');
    await phone.getByTestId('send').click();
    const secret = phone.getByTestId('message').getByText('my api key');
    await see(secret);
    const message_id = stage.stack.telegram.messages(chat_id).at(-1)?.message_id;
    await stage.bot('deleteMessage', { chat_id, message_id });
    await gone(secret);
  }));
