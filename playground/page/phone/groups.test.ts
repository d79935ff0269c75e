import type { Locator, Page } from 'playwright-core';
import { expectAccessible } from '../../../tests/browser/accessible';
import { startHandPlayed, type HandPlayed } from '../../../tests/browser/hand-played';
import { gone, openPage, see, seeToast, shoot, takePicture } from '../../../tests/browser/open-browser';
import { BOT_USERNAME } from '../../environments';
import { CAST } from '../../stack';

let stage: HandPlayed;
beforeAll(async () => {
  stage = await startHandPlayed();
  for (const { id } of [CAST.nora, CAST.dana]) stage.stack.telegram.as(id).start();
});
afterAll(() => stage.close());

async function onPage(width: number, look: (page: Page) => Promise<void>): Promise<void> {
  const sight = { width, height: width < 500 ? 740 : 900 };
  const { page, problems, close } = await openPage(stage.browser, stage.stack.page?.url ?? '', sight);
  try {
    await look(page);
    expect(problems.filter((problem) => !problem.includes('status of 400'))).toEqual([]);
  } catch (error) {
    await takePicture(page, 'failure-groups');
    throw error;
  } finally {
    await close();
  }
}

/** Gives Nora the owner's phone. */
async function giveNora(page: Page): Promise<Locator> {
  if ((page.viewportSize()?.width ?? 0) < 1000) await page.getByTestId('view-owner').click();
  await page.getByTestId('holder-nora').check();
  return page.getByTestId('phone-owner');
}

type Kind = 'basic' | 'private' | 'public';

async function createGroup(phone: Locator, title: string, kind: Kind, name = ''): Promise<void> {
  const dialog = phone.getByRole('dialog', { name: 'New group' });
  await dialog.getByLabel('Title').fill(title);
  await dialog.getByTestId(`group-${kind}`).check();
  if (kind === 'public') await dialog.getByLabel('Public name, after t.me/').fill(name);
  await dialog.getByRole('button', { name: 'Create' }).click();
}

interface ShownChat {
  readonly id: number;
  readonly title: string;
  readonly type: string;
  readonly linked_chat_id?: number;
}
const chatOf = (title: string) => {
  const { chats } = stage.stack.telegram.snapshot() as { chats: ShownChat[] };
  return chats.find((chat) => chat.title === title);
};

it('lets an owner make a basic group, add the bot by a link that asks for rights, and see who is in', () =>
  onPage(360, async (page) => {
    const phone = await giveNora(page);
    await stage.bot('sendMessage', {
      chat_id: CAST.nora.id,
      text: 'Which group?',
      reply_markup: {
        inline_keyboard: [
          [
            {
              text: 'Add me to a group',
              url: `https://t.me/${BOT_USERNAME}?startgroup&admin=invite_users+restrict_members`,
            },
          ],
        ],
      },
    });
    await phone.getByTestId('keyboard-button').getByText('Add me to a group').click();
    const dialog = page.getByRole('dialog', { name: 'Rights of the bot' });
    await dialog.getByTestId('bot-new-channel').click();
    await expectAccessible(page);
    await shoot(page, 'groups-new-narrow');
    await createGroup(phone, 'Noras room', 'basic');
    await see(dialog.getByLabel('Noras room (basic group)'));
    await expectAccessible(page);
    await shoot(page, 'groups-link-narrow');
    expect(await dialog.getByLabel('Ban users').isChecked()).toBe(true);
    expect(await dialog.getByLabel('Pin messages').isChecked()).toBe(false);
    await dialog.getByTestId('bot-confirm').click();
    await seeToast(phone, 'The bot is an administrator of Noras room.');
    // The client makes the group a supergroup, because a basic one has no single rights.
    await see(phone.getByText('private group, yours · 2 members'));
    await see(phone.getByTestId('message').getByText(`/start@${BOT_USERNAME}`));
    await phone.getByTestId('members-toggle').click();
    await see(phone.getByTestId('member').getByText('Nora'));
    await expectAccessible(page);
    await shoot(page, 'groups-own-narrow');
  }));

it('lets an owner make a group a supergroup and have a channel discussed in it', () =>
  onPage(1440, async (page) => {
    const phone = await giveNora(page);
    stage.stack.telegram.as(CAST.nora.id).createChannel({ title: 'Noras daily' });
    await phone.getByTestId('new-group').click();
    await createGroup(phone, 'Noras table', 'basic');
    await see(phone.getByText('basic group, yours · 1 member'));
    await phone.getByTestId('members-toggle').click();
    await phone.getByTestId('upgrade-group').click();
    await seeToast(phone, 'Noras table is a supergroup now.');
    await see(phone.getByText('private group, yours · 1 member'));
    await gone(phone.getByTestId('upgrade-group'));
    await phone.getByRole('tab', { name: 'Noras daily' }).click();
    await phone.getByTestId('link-group').filter({ hasText: 'Noras table' }).click();
    await see(phone.getByRole('button', { name: 'Stop discussing in Noras table' }));
    await shoot(page, 'groups-discussion');
    expect(chatOf('Noras daily')?.linked_chat_id).toBe(chatOf('Noras table')?.id);
    await phone.getByTestId('say').fill('First post');
    await phone.getByTestId('send').click();
    await phone.getByRole('tab', { name: 'Noras table' }).click();
    await see(phone.getByTestId('message').getByText('First post'));
  }));

it('shows groups, and no channels, for a key that asks for a group', () =>
  onPage(360, async (page) => {
    const phone = await giveNora(page);
    const rights = { can_invite_users: true };
    await stage.bot('sendMessage', {
      chat_id: CAST.nora.id,
      text: 'Pick one',
      reply_markup: {
        keyboard: [
          [
            {
              text: 'Pick a group',
              request_chat: {
                request_id: 9,
                chat_is_channel: false,
                request_title: true,
                user_administrator_rights: rights,
                bot_administrator_rights: rights,
              },
            },
          ],
        ],
      },
    });
    await phone.getByTestId('chat-tab-bot').click();
    await phone.getByTestId('reply-key').getByText('Pick a group').click();
    const dialog = page.getByRole('dialog', { name: 'Choose a group' });
    await dialog.getByRole('button', { name: 'New group' }).click();
    await createGroup(phone, 'Noras corner', 'public', 'noras_corner');
    await see(dialog.getByRole('button', { name: 'Noras corner (@noras_corner)' }));
    await expectAccessible(page);
    await shoot(page, 'groups-picker-narrow');
    await dialog.getByRole('button', { name: 'Noras corner' }).click();
    await see(phone.getByTestId('message').getByText('You shared Noras corner with the bot.'));
  }));

it('lets a buyer join a public group, be in too many chats, and leave one', () =>
  onPage(360, async (page) => {
    const { telegram } = stage.stack;
    const group = telegram.as(CAST.nora.id).createGroup({ title: 'Noras square', username: 'noras_square' });
    const closed = telegram.as(CAST.nora.id).createGroup({ title: 'Noras attic', isSupergroup: true });
    const buyer = page.getByTestId('phone-donor');
    const open = async (link: string) => {
      await buyer.getByTestId('open-link').click();
      await buyer.getByTestId('link-input').fill(link);
      await buyer.getByTestId('link-open').click();
    };
    await open('https://t.me/noras_square');
    await buyer.getByTestId('join-public').click();
    await see(buyer.getByText('public group · 2 members'));
    await page.getByTestId('too-many-chats').check();
    await see(buyer.getByTestId('membership').getByText('You are in 500 channels and groups'));
    await shoot(page, 'groups-too-many-narrow');
    await expectAccessible(page);
    await open(telegram.as(CAST.nora.id).admin.makeLink(closed));
    await buyer.getByTestId('join-confirm').click();
    await seeToast(buyer, 'Leave one first.');
    await buyer.getByTestId('leave-chat').click();
    await gone(buyer.getByTestId('membership').getByText('You are in 500'));
    await open(telegram.as(CAST.nora.id).admin.makeLink(closed));
    await buyer.getByTestId('join-confirm').click();
    await seeToast(buyer, 'You are now a member of Noras attic.');
    expect(chatOf('Noras square')?.id).toBe(group);
  }));
