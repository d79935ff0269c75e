import { useTestDatabase } from '../../tests/support/test-database';
import { listOpenPlaces } from '../../shared/database/places/known-chats';
import { listChannels } from '../../shared/database/owner/channels';
import { parseChannelFile } from '../../shared/services/operations/channel-file';
import { telegramApi } from '../../shared/telegram/api';
import { startTelegramSimulator } from '../../playground/telegram/index';
import { UsageError } from '../arguments';
import { askChats } from './ask-chats';
import { describeChannel } from './describe-channel';
import { importFile } from './import-file';

const test = useTestDatabase();
const TOKEN = `123456789:${'A'.repeat(35)}`;
const BOT = 123456789;
const OWNER = 7001;
const [OPEN, MAIN, TALK] = [-1001000000001, -1001000000002, -1001000000003];

const fileOf = (...places: object[]) =>
  parseChannelFile(
    JSON.stringify([
      { open_channel_id: OPEN, closed_channel_id: MAIN, title: 'Alpha', owner_user_id: OWNER, places },
    ]),
  );
const talk = { chat_id: TALK, kind: 'supergroup', title: 'Talk' };
const sql = (text: string) => test.database.query((run) => run.unsafe(text));
const listed = async () => {
  const [channels, places] = [await listChannels(test.database), await listOpenPlaces(test.database)];
  return channels.map((channel) => describeChannel(channel, places)).join('\n');
};

let told: string[] = [];
beforeEach(() => {
  told = [];
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => told.push(String(text).trim()) > 0);
});
afterEach(() => jest.restoreAllMocks());

const ASKED = { isClosing: false, isAgreed: false };

it('says how many people a place is opened to, and asks', async () => {
  await importFile(test.database, fileOf(), ASKED);
  await sql(`insert into subscriptions (open_channel_id, user_id, paid_until)
    select ${OPEN}, n, app_now() + interval '1 day' from generate_series(1, 1200) n`);
  const opened = `Opens the supergroup Talk (${TALK}) of Alpha to 1,200 people.`;
  await expect(importFile(test.database, fileOf(talk), ASKED)).rejects.toThrow(UsageError);
  expect(told).toEqual([opened]);
  expect(await listOpenPlaces(test.database)).toHaveLength(1);
  expect(await importFile(test.database, fileOf(talk), { ...ASKED, isAgreed: true })).toBe(
    'Imported 1 channel. The worker follows in 1 place, five people a second.',
  );
  expect(told).toEqual([opened, opened]);
  expect(await importFile(test.database, fileOf(talk), ASKED)).toBe('Imported 1 channel.');
});

it('closes a place only if that is said, and asks', async () => {
  expect(await importFile(test.database, fileOf(), ASKED)).toBe('Imported 1 channel.');
  expect(told).toEqual([
    `Keeps the supergroup Talk (${TALK}) of Alpha, which the file no longer lists. Add --close to close it.`,
  ]);
  await expect(importFile(test.database, fileOf(), { ...ASKED, isClosing: true })).rejects.toThrow(/--yes/);
  expect(told[1]).toBe(
    `Closes the supergroup Talk (${TALK}) of Alpha: 0 people without another right to it are removed.`,
  );
  expect(await listOpenPlaces(test.database)).toHaveLength(2);
  await importFile(test.database, fileOf(), { isClosing: true, isAgreed: true });
  expect(await listOpenPlaces(test.database)).toHaveLength(1);
});

it('lists places with kind, role and trouble', async () => {
  expect(await listed()).toBe(
    `${OPEN}  Alpha\n    owner 7001 · notifications on · no tiers\n    main channel ${MAIN}  Alpha`,
  );
  await importFile(test.database, fileOf({ ...talk, role: 'discussion' }), { ...ASKED, isAgreed: true });
  await sql(`insert into bot_chats (chat_id, title, status, rights, promoted_by, changed_at)
    values (${TALK}, 'Chat', 'administrator', '{"can_invite_users": true}', 7001, app_now())`);
  expect(await listed()).toContain(
    `\n    main channel ${MAIN}  Alpha\n    discussion supergroup ${TALK}  Talk · bot LACKS can_restrict_members in it`,
  );
});

it('reads from Telegram what chats are', async () => {
  const telegram = await startTelegramSimulator({
    botToken: TOKEN,
    botUsername: 'telepay_bot',
    limits: false,
  });
  try {
    telegram.addUser({ id: OWNER, first_name: 'Olga' });
    telegram.addChannel({ id: MAIN, title: 'Alpha', creatorId: OWNER });
    telegram.addGroup({ id: TALK, title: 'Talk', creatorId: OWNER });
    telegram.addGroup({ id: -4001, title: 'Small', creatorId: OWNER });
    telegram.addGroup({ id: -4002, title: 'Upgraded', creatorId: OWNER });
    for (const id of [MAIN, TALK, -4001, -4002]) telegram.setMember(id, BOT, 'administrator');
    telegram.linkChats(MAIN, TALK);
    const to = telegram.upgradeGroup(-4002);
    const api = telegramApi({ TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_API_ROOT: telegram.url });
    const asked = await askChats(api, [MAIN, TALK, -4001, -4002, -1009, MAIN], () => undefined);
    expect(Object.fromEntries(asked)).toEqual({
      [MAIN]: { is: 'channel', title: 'Alpha', username: null, linkedChatId: TALK },
      [TALK]: { is: 'supergroup', title: 'Talk', username: null, linkedChatId: MAIN },
      [-4001]: { is: 'group' },
      [-4002]: { is: 'moved', to },
      [-1009]: { is: 'unknown' },
    });
    telegram.fault({ method: 'getChat', kind: 'error', status: 500, description: 'Internal', times: 1 });
    expect((await askChats(api, [MAIN], () => undefined)).get(MAIN)).toEqual({ is: 'silent' });
  } finally {
    await telegram.close();
  }
});
