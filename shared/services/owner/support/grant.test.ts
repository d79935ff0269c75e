import { purgeOld } from '../../../database/operations/purge';
import { tellStory } from '../../../database/payments/stories';
import { replayOrder } from '../../operations/replay';
import { OPEN, OWNER, useAccessWorld } from '../../../../tests/worlds/access';
import { personWith } from '../../../../tests/worlds/owner';
import { announce, lastPage, useSupport } from '../../../../tests/worlds/support';
import { DAY_MS } from '../../../domain/common/time';

const world = useAccessWorld();
const support = useSupport(world);

const owner = () => personWith(world.test, OWNER);
const grants = async (userId: number) => {
  const [row] = await world.test.database.query(
    (sql) => sql<{ count: number }[]>`
      select count(*)::int as count from manual_extensions where user_id = ${userId}`,
  );
  return row?.count;
};

it('lets a user in after the owner gives them days', async () => {
  const userId = support.newPerson();
  await support.meet(userId);
  const question = await owner().press(`own_give_${OPEN}`);
  expect(question.text).toContain('Who is it?');
  await owner().say(String(userId));
  expect(await lastPage(world.test)).toEqual({ page: 'buyer', argument: String(userId), note: null });
  const person = await owner().press(`own_buyer_${OPEN}_${userId}`);
  expect(person.text).toContain('No access.');
  // For a user unrelated to the channel, the page shows only their id.
  expect(person.text).not.toContain(`@user_${userId}`);
  const days = await owner().press(`own_grant_${OPEN}_${userId}`);
  expect(days.buttons).toContain(`own_grant_${OPEN}_${userId}_365`);
  await owner().say('7');
  expect(await lastPage(world.test)).toMatchObject({ page: 'grant', argument: `${userId}_7` });
  await owner().say('Won the\nraffle');
  const { argument } = await lastPage(world.test);
  const page = await owner().press(`own_ruling_${OPEN}_${String(argument)}`);
  expect(page.text).toContain('Won the raffle');
  expect(page.buttons).toEqual([`own_confirm_${OPEN}_${String(argument)}`, `own_buyer_${OPEN}_${userId}`]);
  expect(await support.daysLeft(userId)).toBeNull();
  const done = await owner().press(`own_confirm_${OPEN}_${String(argument)}`);
  expect(done.text).toContain('7 days given. They have access until');
  expect(await support.daysLeft(userId)).toBe(7);
  await support.join(userId);
  expect(await world.isIn(userId)).toBe(true);
  expect(await support.acts(userId)).toEqual(['access_granted']);
  const messages = JSON.stringify(await support.told(userId));
  expect(messages).toContain('"given"');
  expect(messages).not.toContain('raffle');
});

it('keeps given and bought days through a refund, a replay and a renewal', async () => {
  const userId = support.newPerson();
  await support.meet(userId);
  const { reference, paymentId } = await support.buy(userId);
  await support.rule('grant', userId, { days: 90 });
  expect(await support.daysLeft(userId)).toBe(120);
  await replayOrder(world.test.database, reference);
  expect(await support.daysLeft(userId)).toBe(120);
  await support.buy(userId);
  expect(await support.daysLeft(userId)).toBe(150);
  await support.pay(userId, reference, { payment_id: paymentId, payment_status: 'refunded' });
  expect(await support.daysLeft(userId)).toBe(120);
  await support.rule('grant', userId, { days: 1 });
  expect(await support.daysLeft(userId)).toBe(121);
});

it('gives days once for concurrent, repeated and late taps', async () => {
  const userId = support.newPerson();
  const confirm = await announce(world.test, { by: OWNER, channel: OPEN, ruling: 'grant', userId, days: 30 });
  await Promise.all([
    ...Array.from({ length: 4 }, () => owner().press(confirm)),
    ...Array.from({ length: 4 }, () => owner().press(confirm, 4711)),
  ]);
  await world.advance(DAY_MS);
  expect((await owner().press(confirm)).text).toContain('1 month given');
  expect(await grants(userId)).toBe(1);
  expect(await support.daysLeft(userId)).toBe(29);
  expect(await support.acts(userId)).toEqual(['access_granted']);
});

it('adds both given and bought days if a payment settles at the same moment', async () => {
  const userId = support.newPerson();
  const confirm = await announce(world.test, { by: OWNER, channel: OPEN, ruling: 'grant', userId, days: 7 });
  await Promise.all([support.buy(userId), owner().press(confirm)]);
  expect(await support.daysLeft(userId)).toBe(37);
});

it('lets a new user in once they press START', async () => {
  const userId = support.newPerson();
  const done = await support.rule('grant', userId, { days: 30 });
  expect(done.text).toContain("I can't message them yet.");
  await world.drain();
  await support.meet(userId);
  await personWith(world.test, userId).press(`enter_${OPEN}`);
  await support.join(userId);
  expect(await world.isIn(userId)).toBe(true);
});

it('ends given days like paid ones but owes no money', async () => {
  const [inside, outside] = [support.newPerson(), support.newPerson()];
  for (const userId of [inside, outside]) {
    await support.meet(userId);
    await support.rule('grant', userId, { days: 30 });
  }
  await support.join(inside);
  await world.test.database.query((sql) => sql`delete from invite_links where user_id = ${outside}`);
  await world.advance(29.5 * DAY_MS);
  await world.drain();
  await world.advance(2 * DAY_MS);
  await world.drain();
  expect(await world.isIn(inside)).toBe(false);
  expect(await world.said(inside)).toEqual(expect.arrayContaining(['reminder', 'access_ended']));
  const ended = (await support.told(outside)).find(({ message }) => message.type === 'access_ended');
  expect(ended?.message).toMatchObject({ isOwed: false });
  expect(await world.said(OWNER)).not.toContain('access_trouble');
});

it.each([
  ['nobody_knows', 'By name, I only find buyers'],
  ['not a name!', 'By name, I only find buyers'],
  ['0', 'By name, I only find buyers'],
  ['9999999999999999', 'By name, I only find buyers'],
])('asks again for %j', async (typed, note) => {
  await owner().press(`own_give_${OPEN}`);
  await owner().say(typed);
  expect(await lastPage(world.test)).toMatchObject({
    page: 'give',
    note: expect.stringContaining(note) as string,
  });
});

it.each(['0', '3651', '-1', '1.5', 'a month'])('rejects %j as a number of days', async (typed) => {
  await owner().press(`own_grant_${OPEN}_4242`);
  await owner().say(typed);
  expect(await lastPage(world.test)).toMatchObject({
    page: 'grant',
    argument: '4242',
    note: 'Send me a whole number of days, from 1 to 3,650, or “for ever”.',
  });
  await owner().say('3650');
  expect(await lastPage(world.test)).toMatchObject({ page: 'grant', argument: '4242_3650' });
});

it.each([' \n ', 'x'.repeat(201)])('rejects a reason that is empty or too long', async (typed) => {
  await owner().press(`own_ban_${OPEN}_4242`);
  await owner().say(typed);
  expect(await lastPage(world.test)).toMatchObject({ page: 'ban', argument: '4242' });
  await owner().say('x'.repeat(200));
  expect((await lastPage(world.test)).page).toBe('ruling');
});

it.each([
  ['grant', '🎁 Give days', '30', '1 month given'],
  ['revoke', '✂️ End access now', undefined, 'Access ended'],
  ['ban', '🚫 Ban', undefined, 'Banned.'],
  ['unban', '✅ Lift the ban', undefined, 'The ban is lifted.'],
] as const)('does %s without a reason', async (ruling, heading, days, done) => {
  const userId = support.newPerson();
  await support.meet(userId);
  await support.buy(userId);
  if (ruling === 'unban') await support.rule('ban', userId);
  const about = days === undefined ? String(userId) : `${userId}_${days}`;
  const question = await owner().press(`own_${ruling}_${OPEN}_${about}`);
  expect(question.text).toMatch(new RegExp(`^${heading} · Signals\n`));
  const skip = `own_no-reason_${OPEN}_${ruling}_${about}`;
  expect(question.buttons).toContain(skip);
  for (const updateId of [4800, 4800]) await owner().press(skip, updateId + userId);
  const { page, argument } = await lastPage(world.test);
  expect(page).toBe('ruling');
  const asked = await owner().press(`own_ruling_${OPEN}_${String(argument)}`);
  expect(asked.text).toMatch(new RegExp(`^${heading} · Signals\n`));
  expect(asked.text).not.toContain('Why:');
  const confirmed = await owner().press(`own_confirm_${OPEN}_${String(argument)}`);
  expect(confirmed.text).toContain(done);
  const log = (await owner().press(`own_audit_${OPEN}_1`)).text.split('\n\n')[1];
  expect(log).not.toContain('reason');
});

it.each(['ban_4242_7', 'grant_4242', 'revoke_0', 'praise_4242', 'ban'])(
  'ignores a forged %s',
  async (argument) => {
    const seen = await owner().press(`own_no-reason_${OPEN}_${argument}`);
    expect(seen.message).toBeUndefined();
    expect(seen.reaction.isPromised).toBe(false);
  },
);

it('starts again if the dialog names no user', async () => {
  await owner().press(`own_edit_${OPEN}_support_reason`);
  await owner().say('because');
  expect(await lastPage(world.test)).toMatchObject({
    page: 'give',
    note: 'Choose the person first. Send me their @username or Telegram ID.',
  });
});

it('ends access at once without affecting a later purchase', async () => {
  const userId = support.newPerson();
  await support.meet(userId);
  const { reference } = await support.buy(userId);
  await support.rule('grant', userId, { days: 30 });
  await support.join(userId);
  const done = await support.rule('revoke', userId);
  expect(done.text).toContain('Access ended.');
  expect(await support.daysLeft(userId)).toBeNull();
  await world.drain();
  expect(await world.isIn(userId)).toBe(false);
  await replayOrder(world.test.database, reference);
  expect(await support.daysLeft(userId)).toBeNull();
  const story = (await tellStory(world.test.database, reference)).map(({ what }) => what);
  expect(story).toContain('ended_by_owner');
  expect(story).not.toContain('revoked');
  const again = await owner().press(`own_revoke_${OPEN}_${userId}`);
  expect(again.text).toContain('They have no access to end.');
  await support.buy(userId);
  expect(await support.daysLeft(userId)).toBe(30);
});

it('deletes unconfirmed rulings after a week', async () => {
  const userId = support.newPerson();
  await support.rule('grant', userId, { days: 90 });
  const ruling = { by: OWNER, channel: OPEN, ruling: 'ban', userId } as const;
  const confirm = await announce(world.test, ruling);
  await world.advance(8 * DAY_MS);
  await purgeOld(world.test.database);
  expect((await owner().press(confirm)).text).toContain("There's nothing left to confirm.");
  expect(await grants(userId)).toBe(1);
});
