import type { OpenChannelId } from '../../shared/domain/common/ids';
import { buy, pressLabel, urlIn } from './support/buyer';
import { buttonsOf, waitForMessage, writtenTo } from './support/chat';
import { newDonor } from './support/people';
import { quiet } from './support/work';
import { readPicker } from '../../shared/database/owner/pickers';
import { listOpenPlaces } from '../../shared/database/places/known-chats';
import { setMinimums } from '../support/minimums';
import { type Donor, useWorld } from '../worlds/journey';

const world = useWorld();
// A price is refused only once every coin has answered.
beforeAll(() => setMinimums(world.product, { usdttrc20: 1141 }));

const PRIVATE = ['can_invite_users', 'can_restrict_members'];

/** A new channel of this user, with the bot as an administrator. */
function newChannelOf(
  { person, id }: Donor,
  { title, rights }: { title: string; rights: readonly string[] },
): number {
  const isPublic = rights.includes('can_post_messages');
  const chatId = person.createChannel({ title, ...(isPublic && { username: `news_${id}` }) });
  const [botId = ''] = String(world.environment('worker')['TELEGRAM_BOT_TOKEN']).split(':');
  person.admin.promote(chatId, Number(botId), rights);
  return chatId;
}

/** Waits until every update has arrived and all its promises are kept. */
async function settled(): Promise<void> {
  await world.telegram.drained();
  await quiet(world);
}

/** Answers the bot's question by the label of a button, or by typing. */
async function answer(owner: Donor, asked: RegExp, by: RegExp | string): Promise<void> {
  await waitForMessage(world, owner.id, asked);
  if (typeof by === 'string') owner.person.say(by);
  else await pressLabel(world, owner, by);
}

it('takes a new owner from two channels to a first sale by taps and typing alone', async () => {
  const owner = newDonor(world, { name: 'Nina' });
  const inside = newChannelOf(owner, { title: 'Nina inside', rights: ['can_invite_users'] });
  const outside = newChannelOf(owner, { title: 'Nina outside', rights: ['can_post_messages'] });
  // A bot can't write first, and this one posts nothing unasked, so it waits for the owner.
  await settled();
  expect(writtenTo(world, owner.id)).toEqual([]);
  expect([inside, outside].flatMap((chatId) => world.telegram.messages(chatId))).toEqual([]);
  owner.person.start();
  await answer(owner, /I was added to:/, /Set it up/);

  // The link on the page requests exactly the needed rights. A channel that was added by it appears after a refresh.
  const page = await waitForMessage(world, owner.id, /Which private channel or group do you sell/);
  const third = owner.person.createChannel({ title: 'Nina third' });
  owner.person.admin.addBotByLink(urlIn(page), third);
  await settled();
  await pressLabel(world, owner, /Refresh/);
  await pressLabel(world, owner, /Nina third/);
  await answer(owner, /Do you have a public channel/, /Back/);

  await answer(owner, /Which private channel or group do you sell/, /Nina inside/);
  await waitForMessage(world, owner.id, /I still need “Ban Users” in “Nina inside”/);
  const [botId = ''] = String(world.environment('worker')['TELEGRAM_BOT_TOKEN']).split(':');
  owner.person.admin.promote(inside, Number(botId), PRIVATE);
  await pressLabel(world, owner, /Check again/);
  await answer(owner, /Do you have a public channel/, /Nina outside/);
  await answer(owner, /What is it called/, 'Nina <Signals>');
  await answer(owner, /What do buyers get/, 'Daily & honest');
  await answer(owner, /What does access cost/, /Add a tier/);
  await answer(owner, /What is this tier called/, /Gold/);
  await answer(owner, /What does “Gold” cost/, '1');
  await answer(owner, /nobody could pay \$1\.00/, '40');
  await answer(owner, /How many days does “Gold” last/, /1 month/);
  await answer(owner, /Tap a tier to remove it/, /Done/);
  await answer(owner, /want to tell donors/, /Skip/);
  await answer(owner, /want a message for each sale/, /Yes, here/);
  await answer(owner, /can members stay/, /24 hours/);
  await answer(owner, /may be missing/, /1%/);
  await answer(owner, /Is this right\?[^]*Gold · \$40\.00 · 1 month/, /Start selling/);
  const menu = await waitForMessage(world, owner.id, /It's on sale\. Share the link/);
  expect(menu.text).toContain('Links for Nina <Signals>');
  expect(menu.text).toMatch(/Post the offer in Nina outside now\?/);
  // Everything happened in one message, beside the greeting for the third channel. Typed answers were deleted.
  expect(writtenTo(world, owner.id)).toHaveLength(2);
  expect(world.telegram.messages(owner.id).filter(({ from }) => from?.id === owner.id)).toHaveLength(1);

  const buyer = newDonor(world);
  await buy(world, buyer, { channel: outside as OpenChannelId });
  const access = await waitForMessage(world, buyer.id, /Your payment for Nina <Signals> arrived/);
  expect(buttonsOf(access).some((button) => 'url' in button && button.url.includes('/+'))).toBe(true);
  await waitForMessage(world, owner.id, /Gold[^]*\$40\.00/);
  await settled();
});

it('sells a basic group that becomes a supergroup in the middle of its set-up', async () => {
  const owner = newDonor(world, { name: 'Gina' });
  const basic = -40_000_000 - owner.id;
  world.telegram.addGroup({ id: basic, title: 'Gina club', creatorId: owner.id });
  owner.person.say('/setup');
  await answer(owner, /Which private channel or group do you sell/, /Pick a group/);
  await waitForMessage(world, owner.id, /Telegram lists your groups/);
  const picker = await readPicker(world.product, owner.id);
  owner.person.pickChat(picker?.requestId ?? 0, basic);
  await waitForMessage(world, owner.id, /That's a basic group[^]*Chat History for New Members/);
  const group = owner.person.admin.upgradeGroup(basic);
  await settled();
  await pressLabel(world, owner, /Check again/);
  for (const [asked, by] of [
    [/Do you have a public channel/, /None/],
    [/What is it called[^]*the group's name/, /Keep “Gina club”/],
    [/What do buyers get/, /Skip/],
    [/What does access cost/, /Donations only/],
    [/want to tell donors/, /Skip/],
    [/want a message for each sale/, /🔕 No/],
    [/can members stay/, /24 hours/],
    [/may be missing/, /1%/],
    [/Private group: Gina club/, /Start selling/],
  ] as const)
    await answer(owner, asked, by);
  await waitForMessage(world, owner.id, /It's on sale/);
  expect(await listOpenPlaces(world.product, [group as OpenChannelId])).toMatchObject([
    { chatId: group, kind: 'supergroup', role: 'main', title: 'Gina club' },
  ]);
  await settled();
});
