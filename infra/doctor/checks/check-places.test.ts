import { startTelegramSimulator, type TelegramSimulator } from '../../../playground/telegram/index';
import type { ListedChannel } from '../../../shared/database/owner/channels';
import type { ListedPlace } from '../../../shared/database/places/known-chats';
import type { PlaceKind, PlaceRole } from '../../../shared/domain/places/place';
import { telegramApi } from '../../../shared/telegram/api';
import { lookInPlaces } from './check-places';

const TOKEN = `123456789:${'A'.repeat(35)}`;
const [BOT, OWNER] = [123456789, 7001];
const [MAIN, TALK, NEWS, BASIC] = [-1001000000002, -1001000000003, -1001000000004, -4001];

let telegram: TelegramSimulator;
beforeEach(async () => {
  telegram = await startTelegramSimulator({ botToken: TOKEN, botUsername: 'telepay_bot', limits: false });
  telegram.addUser({ id: OWNER, first_name: 'Olga' });
  for (const id of [MAIN, NEWS]) telegram.addChannel({ id, title: 'Alpha', creatorId: OWNER });
  for (const id of [TALK, BASIC]) telegram.addGroup({ id, title: 'Talk', creatorId: OWNER });
  for (const id of [MAIN, TALK, NEWS, BASIC])
    telegram.setMember(id, BOT, 'administrator', { can_invite_users: true, can_restrict_members: true });
});
afterEach(() => telegram.close());

const place = (chatId: number, role: PlaceRole, kind: PlaceKind = 'supergroup') =>
  ({ openChannelId: MAIN, chatId, kind, role, title: 'Talk', offerTitle: 'Alpha' }) as unknown as ListedPlace;
const main = place(MAIN, 'main', 'channel');
const talk = place(TALK, 'extra');

const look = (...places: readonly ListedPlace[]) => {
  const api = telegramApi({ TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_API_ROOT: telegram.url });
  const channel = { openChannelId: MAIN, closedChannelId: MAIN, title: 'Alpha', tiers: [], removals: 'on' };
  return lookInPlaces({ api, id: BOT }, channel as unknown as ListedChannel, places);
};
const codes = async (...places: readonly ListedPlace[]) => (await look(...places)).map(({ code }) => code);

it('finds nothing where every place works', async () => {
  telegram.linkChats(MAIN, TALK);
  expect(await look(main, place(TALK, 'discussion'), place(NEWS, 'extra', 'channel'))).toEqual([]);
});

it('names the place and the right that the bot lacks there', async () => {
  telegram.setMember(TALK, BOT, 'administrator', { can_invite_users: false, can_restrict_members: true });
  expect(await look(main, talk)).toMatchObject([
    {
      code: 'channel.rights_missing',
      severity: 'error',
      problem: expect.stringContaining(
        `Invite Users via Link in the group “Talk” of Alpha (${TALK})`,
      ) as string,
    },
  ]);
});

it.each<[string, () => void, string]>([
  ['is no administrator', () => telegram.setMember(TALK, BOT, 'member'), 'channel.bot_no_administrator'],
  ['was removed', () => telegram.setMember(TALK, BOT, 'kicked'), 'channel.bot_absent'],
  ['finds it deleted', () => telegram.deleteChat(TALK), 'channel.not_found'],
  ['finds it public', () => telegram.as(OWNER).admin.setUsername(TALK, 'talk_to_all'), 'channel.public_name'],
])('reports an extra place in which the bot %s', async (_, cause, code) => {
  cause();
  expect(await codes(main, talk)).toEqual([code]);
});

it('remarks on a discussion group that the offer does not open', async () => {
  telegram.linkChats(MAIN, TALK);
  expect(await look(main)).toMatchObject([{ code: 'channel.discussion_open', severity: 'warning' }]);
});

it('says how a basic group becomes a supergroup, and names the one that it became', async () => {
  expect(await look(main, place(BASIC, 'extra'))).toMatchObject([
    { code: 'channel.basic_group', remedy: expect.stringMatching(/Chat History For New Members/) as string },
  ]);
  const to = telegram.upgradeGroup(BASIC);
  expect(await look(main, place(BASIC, 'extra'))).toMatchObject([
    { code: 'channel.upgraded', problem: expect.stringContaining(String(to)) as string },
  ]);
});

it('remarks on a place of another kind than is stored', async () => {
  expect(await codes(main, place(NEWS, 'extra'))).toEqual(['channel.other_kind']);
});
