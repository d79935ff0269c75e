import { readOpenGroup } from '../../../database/places/linked-groups';
import type { UpdateContext } from '../../common/update-context';
import { checkChat } from './check-chat';
import { useTestDatabase } from '../../../../tests/support/test-database';
import { settingUp, setUpPath } from '../../../../tests/worlds/set-up';

const test = useTestDatabase();
const world = settingUp(test);

const OWNER = 8100;
const INSIDE = -1005000008100;
const GROUP = -1005000008199;
const STAYS = /People who lose access can still read and write in your channel's discussion group/;

/** Telegram says that the private channel has a discussion group, or has none. */
const link = (linkedChatId?: number) =>
  world.chats.set(INSIDE, {
    administrators: [OWNER],
    botRights: ['can_invite_users', 'can_restrict_members'],
    ...(linkedChatId !== undefined && { linkedChatId }),
  });

it('says that removed members stay in a linked group, in the set-up and in the settings', async () => {
  await world.promote(OWNER, INSIDE);
  link(GROUP);
  const by = world.person(OWNER);
  const review = await world.walk(OWNER, ...setUpPath(INSIDE));
  expect(review.text).toMatch(STAYS);
  await by.press('setup_review_start');
  const settings = () => by.press(`own_settings_${INSIDE}`);
  expect((await settings()).text).toMatch(STAYS);
  link();
  expect((await settings()).text).not.toMatch(/discussion group/);
  link(GROUP);
  expect((await settings()).text).toMatch(STAYS);
  // Without an answer, what was known stays.
  world.state.isSilent = true;
  expect((await settings()).text).toMatch(STAYS);
  world.state.isSilent = false;
});

it('asks Telegram about a chosen chat once, because a tap must be answered within a webhook', async () => {
  const [owner, chatId] = [OWNER + 1, INSIDE - 1];
  await world.promote(owner, chatId);
  let asked = 0;
  const asking: UpdateContext['asking'] = {
    getChat: () => ((asked += 1), Promise.resolve({ id: chatId, linked_chat_id: GROUP } as never)),
    getChatMember: () => Promise.resolve({ status: 'creator' } as never),
  };
  const context = { database: test.database, asking, botId: 1 } as UpdateContext;
  const chat = { chatId, title: 'Alpha' };
  expect(await checkChat(context, { chat, kind: 'private', userId: owner })).toBe('fine');
  expect([asked, await readOpenGroup(test.database, chatId)]).toEqual([1, { chatId: GROUP, title: null }]);
});
