import { tellStory } from '../../database/payments/stories';
import { closePlace, openPlace } from '../../database/places/offer-places';
import { BOT, CLOSED, grantOf, OPEN, OWNER, removalOf, type Buyer } from '../../../tests/worlds/access';
import { personWith } from '../../../tests/worlds/owner';
import { usePlaceWorld, wordsOf } from '../../../tests/worlds/places';
import type { ClosedChannelId, OpenChannelId } from '../../domain/common/ids';
import { makeExport } from '../reports/make-export';

const world = usePlaceWorld();
const GROUP = -1006666666666 as ClosedChannelId;
const OTHER_OFFER = -1007777777777 as OpenChannelId;
const OTHER_MAIN = -1008888888888 as ClosedChannelId;
const TOO_MANY = {
  method: 'approveChatJoinRequest',
  kind: 'error',
  status: 400,
  description: 'Bad Request: USER_CHANNELS_TOO_MUCH',
  times: Infinity,
} as const;

const database = () => world.test.database;
const as = (userId: number) => personWith(world.test, userId);
const mySubs = (buyer: Buyer) => as(buyer.userId).press('back_to_subscriptions');
const memberPage = async (buyer: Buyer) => (await as(OWNER).press(`own_member_${OPEN}_${buyer.userId}`)).text;
const members = async (filter: string) => (await as(OWNER).press(`own_members_${OPEN}_${filter}.1`)).text;
const story = async ({ reference }: Buyer) => (await as(OWNER).press(`own_order_${OPEN}_${reference}`)).text;
async function exportedRow({ userId }: Buyer): Promise<Readonly<Record<string, string>>> {
  const { bytes } = await makeExport(database(), { openChannelId: OPEN, name: 'members' });
  const [header = '', ...rows] = Buffer.from(bytes).toString().trim().split('\r\n');
  const cells = rows.find((row) => row.startsWith(`${userId},`))?.split(',') ?? [];
  return Object.fromEntries(header.split(',').map((name, index) => [name, cells[index] ?? '']));
}

async function soon(): Promise<void> {
  await world.heard();
  for (let minutes = 0; minutes < 3; minutes += 1) {
    await world.advance(3 * 60_000);
    await world.heard();
  }
}
async function linkTo(chatId: number, { userId }: Buyer): Promise<string> {
  const [row] = await database().query(
    (sql) => sql<{ link: string }[]>`
      select invite_link as link from place_links where (chat_id, user_id) = (${chatId}, ${userId}) and revoked_at is null`,
  );
  return String(row?.link);
}
async function joins(buyer: Buyer, chatId: number): Promise<void> {
  world.telegram.as(buyer.userId).join(await linkTo(chatId, buyer));
  await world.heard();
}
async function buys(): Promise<Buyer> {
  const buyer = await world.newBuyer('30 days');
  await world.perform(grantOf(buyer), `grant:${buyer.userId}`);
  await soon();
  return buyer;
}

const open = (place: { openChannelId: OpenChannelId; chatId: ClosedChannelId; title: string }) =>
  openPlace(database(), { ...place, kind: 'supergroup', role: 'extra', actorUserId: OWNER });

beforeAll(async () => {
  world.telegram.addGroup({ id: GROUP, title: 'Talk', creatorId: OWNER });
  world.telegram.addChannel({ id: OTHER_MAIN, title: 'Other VIP', creatorId: OWNER });
  for (const id of [GROUP, OTHER_MAIN]) world.telegram.setMember(id, BOT, 'administrator');
  await database().query(
    (sql) => sql`
      insert into channels (open_channel_id, closed_channel_id, title, owner_user_id)
      values (${OTHER_OFFER}, ${OTHER_MAIN}, 'Other', ${OWNER})`,
  );
});
beforeEach(() => open({ openChannelId: OPEN, chatId: GROUP, title: 'Talk' }));
afterEach(async () => {
  world.telegram.clearFaults();
  await closePlace(database(), { openChannelId: OPEN, chatId: GROUP, actorUserId: OWNER });
  await soon();
  await database().query((sql) => sql`delete from outbox`);
  await database().query((sql) => sql`delete from places where role <> 'main'`);
});

describe('what a buyer sees', () => {
  it('shows one place as before', async () => {
    await closePlace(database(), { openChannelId: OPEN, chatId: GROUP, actorUserId: OWNER });
    const { text, buttons } = await mySubs(await buys());
    expect(text).not.toMatch(/opened|\(channel\)|\(group\)/);
    expect(buttons).toContain(`enter_${OPEN}`);
  });

  it('lists each place with its kind, and a button into each that they are not in', async () => {
    const buyer = await buys();
    await joins(buyer, CLOSED);
    const { text, buttons } = await mySubs(buyer);
    expect(text).toMatch(/1 of 2 opened:\n▫️ Talk \(group\): not joined yet\n✅ [^\n]+ \(channel\)/);
    expect(buttons).toContain(`enter_${OPEN}_${GROUP}`);
    expect(buttons).not.toContain(`enter_${OPEN}`);
    await joins(buyer, GROUP);
    const after = await mySubs(buyer);
    expect(after.text).toMatch(/2 of 2 opened:/);
    expect(after.buttons.filter((data) => data.startsWith('enter_'))).toEqual([]);
  });

  it('sends a new link of their own to the place whose button is pressed', async () => {
    const buyer = await buys();
    const before = await linkTo(GROUP, buyer);
    const main = await linkTo(CLOSED, buyer);
    await world.told(buyer.userId);
    await world.advance(10 * 60_000);
    await as(buyer.userId).press(`enter_${OPEN}_${GROUP}`);
    await world.heard();
    const [told] = await world.told(buyer.userId);
    expect(wordsOf(told)).toContain('Talk (group) comes with Alpha.');
    const after = await linkTo(GROUP, buyer);
    expect([after === before, await linkTo(CLOSED, buyer)]).toEqual([false, main]);
    const stranger = await world.newBuyer(null);
    world.telegram.as(stranger.userId).join(after);
    await world.heard();
    expect((await world.deps.api.getChatMember(GROUP, stranger.userId)).status).toBe('left');
  });

  it('opens the place of an old button, which names none', async () => {
    const buyer = await buys();
    await world.told(buyer.userId);
    await as(buyer.userId).press(`enter_${OPEN}`);
    await soon();
    expect((await world.told(buyer.userId)).map(({ type }) => type)).toEqual(['access', 'access']);
  });

  it('says what hinders, and tries again at once when the button is pressed', async () => {
    const buyer = await buys();
    await joins(buyer, CLOSED);
    world.telegram.fault(TOO_MANY);
    await joins(buyer, GROUP);
    const { text } = await mySubs(buyer);
    expect(text).toMatch(/Talk \(group\): you're in as many channels and groups as Telegram allows/);
    await as(buyer.userId).press(`enter_${OPEN}_${GROUP}`);
    await world.heard();
    world.telegram.clearFaults();
    const again = await as(buyer.userId).press(`enter_${OPEN}_${GROUP}`);
    expect(again.answer).toBe("I'm trying again right now.");
    await world.heard();
    expect((await mySubs(buyer)).text).toContain('2 of 2 opened');
  });

  it('answers the button of a place that the offer lost', async () => {
    const buyer = await buys();
    await closePlace(database(), { openChannelId: OPEN, chatId: GROUP, actorUserId: OWNER });
    const { answer } = await as(buyer.userId).press(`enter_${OPEN}_${GROUP}`);
    expect(answer).toContain('Send /mysubs');
  });

  it('declines the request of somebody else, and names the place', async () => {
    const buyer = await buys();
    const stranger = await world.newBuyer(null);
    world.telegram.as(stranger.userId).join(await linkTo(GROUP, buyer));
    await world.heard();
    const texts = world.telegram.messages(stranger.userId).map(({ text }) => text);
    expect(texts).toContainEqual(
      expect.stringContaining('That link to Talk (group) belongs to someone else'),
    );
  });
});

/** Ends what they bought, and lets their removals be tried. */
async function refund(buyer: Buyer): Promise<void> {
  await database().query(
    (sql) =>
      sql`update subscriptions set paid_until = null, version = version + 1 where user_id = ${buyer.userId}`,
  );
  await world.perform(removalOf({ ...buyer, paidUntil: null }), `refund:${buyer.userId}`);
  await soon();
}
const statusesOf = async ({ userId }: Buyer) =>
  Promise.all([CLOSED, GROUP].map(async (id) => (await world.deps.api.getChatMember(id, userId)).status));

describe('somebody who was in one of the places already', () => {
  it('lets an administrator of one place into the other one, and removes them from that one only', async () => {
    const buyer = await world.newBuyer('30 days');
    world.telegram.setMember(GROUP, buyer.userId, 'administrator');
    await world.perform(grantOf(buyer), `grant:${buyer.userId}`);
    await soon();
    await joins(buyer, CLOSED);
    expect((await mySubs(buyer)).text).toContain('2 of 2 opened');
    expect(await memberPage(buyer)).toContain('Talk (group): in · ');
    await world.told(OWNER);
    await refund(buyer);
    expect(await statusesOf(buyer)).toEqual(['left', 'administrator']);
    expect((await world.told(OWNER)).map(wordsOf)).toContainEqual(
      expect.stringMatching(/no longer has access to Talk[^]*They're an administrator/),
    );
  });

  it('protects a member from before in that place only, until the owner says otherwise there', async () => {
    const buyer = await world.newBuyer('30 days');
    world.telegram.setMember(GROUP, buyer.userId, 'member');
    await world.heard();
    await database().query((sql) => sql`delete from place_access where user_id = ${buyer.userId}`);
    await world.perform(grantOf(buyer), `grant:${buyer.userId}`);
    await soon();
    await joins(buyer, CLOSED);
    expect(await memberPage(buyer)).toMatch(/Talk \(group\): .*I only remove them if you tell me to/);
    await world.told(OWNER);
    await refund(buyer);
    expect(await statusesOf(buyer)).toEqual(['left', 'member']);
    const [kept] = (await world.told(OWNER)).filter(({ type }) => type === 'member_kept');
    expect(wordsOf(kept)).toContain('no longer has access to Talk, and I let them stay');
    expect(
      (await tellStory(database(), buyer.reference)).find(({ what }) => what === 'member_kept'),
    ).toMatchObject({
      details: { place: 'Talk' },
    });
    await as(OWNER).press(`member_out_${OPEN}_${buyer.userId}_${GROUP}`);
    await soon();
    expect(await statusesOf(buyer)).toEqual(['left', 'left']);
    expect((await as(OWNER).press(`own_audit_${OPEN}_1`)).text).toContain('in “Talk”');
  });
});

describe('what an owner sees', () => {
  it('lists each place of a member with what is known there', async () => {
    const buyer = await buys();
    await joins(buyer, CLOSED);
    const text = await memberPage(buyer);
    expect(text).toMatch(/ \(channel\): in · let in by me · as of /);
    expect(text).toMatch(/Talk \(group\): never seen there|Talk \(group\): not in · has a working link/);
    expect(await members('in')).toMatch(/in 1 of 2/);
    expect(await exportedRow(buyer)).toMatchObject({
      places: '2',
      inside_places: '1',
      place_statuses: expect.stringMatching(/: member; Talk: /) as string,
      other_offers_until: '',
    });
  });

  it('says in which place a buyer has too many chats', async () => {
    const buyer = await buys();
    world.telegram.fault(TOO_MANY);
    await joins(buyer, GROUP);
    expect(await memberPage(buyer)).toMatch(
      /Talk \(group\): .*can't get in: in as many channels and groups as Telegram allows/,
    );
  });

  it('names the place in each event of the story', async () => {
    const buyer = await buys();
    await joins(buyer, GROUP);
    const text = await story(buyer);
    expect(text).toMatch(/ \(channel\): I made an invite link for the buyer/);
    expect(text).toMatch(/Talk \(group\): I made an invite link for the buyer/);
    expect(text).toMatch(/Talk \(group\): The buyer joined/);
    await refund(buyer);
    expect(await story(buyer)).toMatch(/Talk \(group\): I removed the buyer/);
    expect(await memberPage(buyer)).toMatch(/Talk \(group\): not in · removed on /);
  });

  it('does not count as unpaid a member that another offer lets in', async () => {
    await openPlace(database(), {
      ...{ openChannelId: OTHER_OFFER, chatId: CLOSED, kind: 'channel', role: 'extra', title: 'VIP' },
      actorUserId: OWNER,
    });
    const guest = await world.newBuyer(null);
    const intruder = await world.newBuyer(null);
    for (const { userId } of [guest, intruder]) {
      world.telegram.setMember(CLOSED, userId, 'member');
      await world.heard();
    }
    await database().query(
      (sql) => sql`
        insert into subscriptions (open_channel_id, user_id, paid_until)
        values (${OTHER_OFFER}, ${guest.userId}, app_now() + interval '30 days')`,
    );
    const unpaid = await members('unpaid');
    expect(unpaid).toContain(`buyer_${intruder.userId}`);
    expect(unpaid).not.toContain(`buyer_${guest.userId}`);
    expect(await members('in')).toMatch(new RegExp(`✅ @buyer_${guest.userId}: let in by Other until `));
    expect((await exportedRow(guest))['other_offers_until']).toMatch(/Z$/);
    await database().query(
      (sql) =>
        sql`update subscriptions set paid_until = app_now() - interval '90 days' where open_channel_id = ${OTHER_OFFER}`,
    );
    expect(await members('unpaid')).toContain(`buyer_${guest.userId}`);
  });

  it('shows a user who was seen in another place only', async () => {
    const visitor = { ...(await world.newBuyer(null)), userId: 77_001 };
    world.telegram.addUser({ id: visitor.userId, first_name: 'Vera' });
    world.telegram.setMember(GROUP, visitor.userId, 'member');
    await world.heard();
    expect(await memberPage(visitor)).toMatch(/Talk \(group\): in · let in by someone else/);
  });
});
