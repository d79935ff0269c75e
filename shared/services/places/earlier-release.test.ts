import { BOT, CLOSED, OPEN, OWNER } from '../../../tests/worlds/access';
import { personWith } from '../../../tests/worlds/owner';
import { PUBLIC, usePlaceWorld } from '../../../tests/worlds/places';

const world = usePlaceWorld();
const sql = (text: string) => world.test.database.query((run) => run.unsafe(text));

/** The bot's role in a chat changes, and only the previous release hears it: it stores the role and tells nobody. */
async function heardByPreviousRelease(
  chatId: number,
  status: string,
  rights: Record<string, boolean> = {},
): Promise<void> {
  const told = await sql(`select last_told from bot_chats where chat_id = ${chatId}`);
  const [before] = told as unknown as { last_told: object | null }[];
  world.telegram.setMember(chatId, BOT, status as never, rights);
  await world.telegram.drained();
  await sql(`delete from outbox`);
  const lastTold = before?.last_told == null ? 'null' : `'${JSON.stringify(before.last_told)}'`;
  await sql(`update bot_chats set last_told = ${lastTold} where chat_id = ${chatId}`);
}
const types = async () => (await world.told(OWNER)).map(({ type }) => type);
const isOnSale = async () => {
  const { text } = await personWith(world.test, 90_001).press(`channel_${OPEN}`);
  return !/not on sale right now/.test(text);
};

describe.each<[string, number, string, Record<string, boolean>, boolean]>([
  ['Invite Users', CLOSED, 'administrator', { can_invite_users: false }, false],
  ['Ban Users', CLOSED, 'administrator', { can_restrict_members: false }, true],
  ['its role', CLOSED, 'member', {}, false],
  ['its place', CLOSED, 'left', {}, false],
  ['Post Messages', PUBLIC, 'administrator', { can_post_messages: false }, true],
])('if the bot loses %s', (_, chatId, status, rights, sells) => {
  const works = { can_invite_users: true, can_restrict_members: true, can_post_messages: true };
  beforeEach(async () => {
    for (const each of [CLOSED, PUBLIC]) world.telegram.setMember(each, BOT, 'administrator', works);
    await world.heard();
    await types();
  });

  it('tells once about a loss and a return that the previous release heard', async () => {
    await heardByPreviousRelease(chatId, status, rights);
    await world.nextDay();
    await world.nextDay();
    expect(await types()).toEqual(['place_broken']);
    expect(await isOnSale()).toBe(sells);
    await heardByPreviousRelease(chatId, 'administrator', works);
    await world.nextDay();
    await world.nextDay();
    expect(await types()).toEqual(['place_works']);
    expect(await isOnSale()).toBe(true);
  });

  it('says nothing if the bot has it back before anybody was told', async () => {
    await heardByPreviousRelease(chatId, status, rights);
    world.telegram.setMember(chatId, BOT, 'administrator', works);
    await world.heard();
    await world.nextDay();
    expect(await types()).toEqual([]);
  });
});

it('tells the owner of a channel from the file about a loss from when it was not sold', async () => {
  const later = -1003333333333;
  world.telegram.addChannel({ id: later, title: 'Later', creatorId: OWNER });
  world.telegram.setMember(later, BOT, 'administrator', { can_invite_users: false });
  await world.heard();
  await types();
  await sql(`update channels set closed_channel_id = ${later}`);
  await world.nextDay();
  expect(await types()).toEqual(['place_broken']);
});
