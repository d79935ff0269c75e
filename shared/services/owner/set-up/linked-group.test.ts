import { useTestDatabase } from '../../../../tests/support/test-database';
import { settingUp } from '../../../../tests/worlds/set-up';

const test = useTestDatabase();
const world = settingUp(test);

const OWNER = 8100;
const INSIDE = -1005000008100;
const GROUP = -1005000008199;
const STAYS = /discussion group\. I remove members from the channel only, so they stay in the\s+group/;
const set = (step: string, choice: string | number) => `setup_${step}_${choice}`;

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
  const review = await world.walk(
    OWNER,
    'setup_open',
    set('private', INSIDE),
    set('public', 'none'),
    set('title', 'keep'),
    set('description', 'skip'),
    set('tiers', 'done'),
    set('donation', 'skip'),
    set('notifications', 'off'),
    set('grace', 0),
    set('tolerance', 0),
  );
  expect(review.text).toMatch(STAYS);
  await by.press(set('review', 'start'));
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
