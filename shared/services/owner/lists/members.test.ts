import { randomInt } from 'node:crypto';
import fc from 'fast-check';
import { addSellingChannel, addTierOrder } from '../../../../tests/support/subscription';
import { addTeam, CHANNEL_ID, OWNER_ID } from '../../../../tests/support/order';
import { useTestDatabase } from '../../../../tests/support/test-database';
import type { ClosedChannelId, OpenChannelId } from '../../../domain/common/ids';
import { MEMBER_FILTERS, type MemberFilter } from '../../../domain/owner/lists';
import type { Message } from '../../../domain/messages/messages';
import { personWith } from '../../../../tests/worlds/owner';

const OTHER_ID = -1005550001;
const READER = 7003;
const PER_PAGE = 8;
const test = useTestDatabase();

beforeAll(async () => {
  await addSellingChannel(test.database);
  await addSellingChannel(test.database, {
    openChannelId: OTHER_ID as OpenChannelId,
    closedChannelId: -1005550002 as ClosedChannelId,
    ownerUserId: 9001,
  });
  await addTeam(test.database, { [READER]: 'read_only' });
});
beforeEach(() =>
  test.database.query(
    (sql) =>
      sql`truncate members, subscriptions, listed_members, extensions, invite_links, chats, orders, invoices, removal_brakes cascade`,
  ),
);

interface Person {
  readonly status: string | null;
  /** Hours of paid access from now; null: no access; absent: no subscription. */
  readonly hours?: number | null;
  readonly openChannelId?: number;
}

let lastPerson = 50_000;
async function add({ status, hours, openChannelId = CHANNEL_ID }: Person): Promise<number> {
  const userId = ++lastPerson;
  await test.database.query(
    (sql) => sql`
      with subscribed as (
        insert into subscriptions (open_channel_id, user_id, paid_until)
        select ${openChannelId}, ${userId}, app_now() + ${hours ?? null}::float8 * interval '1 hour'
        where ${hours !== undefined})
      insert into members (open_channel_id, user_id, status, origin)
      select ${openChannelId}, ${userId}, ${status}, 'unknown' where ${status !== null}`,
  );
  return userId;
}

type MemberList = Extract<Message, { type: 'member_list' }>;
async function list(argument?: string, by = OWNER_ID): Promise<MemberList> {
  const data = `own_members_${CHANNEL_ID}${argument === undefined ? '' : `_${argument}`}`;
  const { message } = await personWith(test, by).press(data);
  if (message?.type !== 'member_list') throw new Error(`no list: ${message?.type}`);
  return message;
}

/** Reads every page of a list. */
async function readAllPages(filter: MemberFilter): Promise<{ ids: number[]; counts: MemberList['counts'] }> {
  const ids: number[] = [];
  for (let page = 1; ; page += 1) {
    const shown = await list(`${filter}.${page}`);
    expect(shown.members.length).toBeLessThanOrEqual(PER_PAGE);
    ids.push(...shown.members.map(({ payer }) => payer.userId));
    if (page >= shown.pages) return { ids, counts: shown.counts };
  }
}

const GRACE_HOURS = 24;
const IN = ['member', 'administrator', 'creator', 'restricted'];
/** The lists that a user belongs to: an independent model of the query. */
function listsOf({ status, hours }: Person): MemberFilter[] {
  const isIn = status !== null && IN.includes(status);
  const isPaid = hours != null && hours > 0;
  if (!isIn) return isPaid ? ['out'] : [];
  const mayStay =
    status === 'administrator' || status === 'creator' || (hours != null && hours > -GRACE_HOURS);
  return mayStay ? ['in'] : ['in', 'unpaid'];
}

const person: fc.Arbitrary<Person> = fc.record({
  status: fc.constantFrom(null, ...IN, 'left', 'kicked'),
  hours: fc.constantFrom(undefined, null, -100, -25, -23, -1, 1, 500),
  openChannelId: fc.constantFrom(CHANNEL_ID, CHANNEL_ID, CHANNEL_ID, OTHER_ID),
}) as fc.Arbitrary<Person>;

it('lists every member and subscriber on each list they belong to', async () => {
  const seed = randomInt(2 ** 31);
  process.stderr.write(`members.test.ts: seed ${seed}\n`);
  const samples = fc.sample(fc.array(person, { minLength: 30, maxLength: 90, size: 'max' }), {
    seed,
    numRuns: 3,
  });
  for (const people of samples) {
    await test.database.query((sql) => sql`truncate members, subscriptions, listed_members cascade`);
    const expected: Record<MemberFilter, number[]> = { in: [], unpaid: [], out: [] };
    for (const each of people) {
      const userId = await add(each);
      if (each.openChannelId === CHANNEL_ID)
        for (const filter of listsOf(each)) expected[filter].push(userId);
    }
    for (const filter of MEMBER_FILTERS) {
      const { ids, counts } = await readAllPages(filter);
      expect([...ids].sort((a, b) => a - b)).toEqual(expected[filter]);
      expect(counts).toEqual({
        in: expected.in.length,
        unpaid: expected.unpaid.length,
        out: expected.out.length,
      });
    }
  }
});

it('shows the last page for a page number beyond the end', async () => {
  expect(await list('unpaid.7')).toMatchObject({ page: 1, pages: 0, members: [] });
  for (let count = 0; count < 9; count += 1) await add({ status: 'member', hours: count + 1 });
  const last = await list('in.999999');
  expect(last).toMatchObject({ page: 2, pages: 2 });
  expect(last.members).toHaveLength(1);
  expect((await list()).members).toHaveLength(8);
});

it('shows until when members paid and who has an invite link', async () => {
  const inside = await add({ status: 'member', hours: 5 });
  const outside = await add({ status: null, hours: 5 });
  const outsider = await add({ status: 'left', hours: 6 });
  await test.database.query(
    (sql) => sql`
      with named as (insert into chats (chat_id, username) values (${inside}, 'ben')),
      counted as (
        insert into removal_brakes (open_channel_id, members, members_at) values (${CHANNEL_ID}, 900, app_now()))
      insert into invite_links (invite_link, open_channel_id, user_id, closed_channel_id, expires_at)
      values ('https://t.me/+x', ${CHANNEL_ID}, ${outside}, -1009876543210, app_now() + interval '1 hour')`,
  );
  const { text, buttons } = await personWith(test, READER).press(`own_members_${CHANNEL_ID}`);
  expect(text).toMatch(/✅ @ben: paid until \w+ \d+, \d{4} at \d\d:\d\d UTC/);
  expect(text).toContain('In: 1 · without paying: 0 · paid, not in: 2');
  expect(text).toContain('Telegram counted 900 members on ');
  expect(buttons).toContain(`own_member_${CHANNEL_ID}_${inside}.in.1`);
  const out = await personWith(test, READER).press(`own_members_${CHANNEL_ID}_out.1`);
  expect(out.text).toMatch(new RegExp(`User ${outside}: .* · has a working link`));
  expect(out.text).toMatch(new RegExp(`User ${outsider}: .* · no link yet`));
});

it('shows a member’s orders but no member of another channel', async () => {
  const userId = await add({ status: 'member', hours: 5 });
  const reference = await addTierOrder(test.database, { userId });
  const stranger = await add({ status: 'member', hours: 5, openChannelId: OTHER_ID });
  await addTierOrder(test.database, { userId: stranger, openChannelId: OTHER_ID });
  await addTierOrder(test.database, { userId, openChannelId: OTHER_ID });
  const by = personWith(test, READER);
  const { text, buttons } = await by.press(`own_member_${CHANNEL_ID}_${userId}.in.1`);
  expect(text).toContain('Now: in');
  expect(text).toContain('Orders: 1');
  expect(buttons).toEqual([`own_order_${CHANNEL_ID}_${reference}`, `own_members_${CHANNEL_ID}_in.1`]);
  for (const forged of [stranger, 1, 2 ** 52, '9999999999999999'])
    expect(await by.press(`own_member_${CHANNEL_ID}_${forged}`)).toMatchObject({
      message: undefined,
      answer: "I don't know this member. Send /members to see the list.",
    });
  expect((await by.press(`own_member_${OTHER_ID}_${stranger}`)).answer).toBe(
    "You don't run this offer. Send /channels to see yours.",
  );
  for (const forged of ['in.0', 'in.01', 'all.1', 'in.1.1', "in.1' or 1=1"])
    expect((await by.press(`own_members_${CHANNEL_ID}_${forged}`)).message).toBeUndefined();
});

it('shows the list for `/members`', async () => {
  await personWith(test, OWNER_ID).say('/members');
  const [row] = await test.database.query(
    (sql) => sql<{ type: string }[]>`
      select payload -> 'message' ->> 'type' as type from outbox order by outbox_id desc limit 1`,
  );
  expect(row?.type).toBe('member_list');
});
