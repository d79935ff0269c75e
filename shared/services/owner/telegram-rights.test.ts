import { addTeam } from '../../../tests/support/order';
import { addSellingChannel } from '../../../tests/support/subscription';
import { useTestDatabase } from '../../../tests/support/test-database';
import type { Seen } from '../../../tests/worlds/owner';
import { describeMember, EVERY_MEMBER, lackingIn } from '../../../tests/worlds/rights';
import { settingUp, setUpPath } from '../../../tests/worlds/set-up';
import { ALL_RIGHTS, type FakeMember } from '../../../tests/worlds/update-context';
import type { ClosedChannelId, OpenChannelId } from '../../domain/common/ids';

const test = useTestDatabase();
const world = settingUp(test);

let count = 0;
/** Ids that no other case uses. */
function newIds() {
  count += 1;
  return {
    userId: 20_000 + count,
    ownerId: 30_000 + count,
    inside: -1005000000000 - count,
    outside: -1006000000000 - count,
    other: -1007000000000 - count,
  };
}
type Ids = ReturnType<typeof newIds>;

const set = (step: string, choice: string | number) => `setup_${step}_${choice}`;
const columnsOf = async (openChannelId: number) => {
  const [row] = await test.database.query(
    (sql) => sql<{ owner: number; inside: number | null; outside: number | null }[]>`
      select owner_user_id as owner, closed_channel_id as inside, public_channel_id as outside
      from channels where open_channel_id = ${openChannelId}`,
  );
  return row;
};

/** Telegram says from now on that the user is this in a chat where the bot has its rights. */
const become = (userId: number, chatId: number, member: FakeMember) =>
  world.chats.set(chatId, { administrators: [], members: { [userId]: member }, botRights: ALL_RIGHTS });

const sell = ({ ownerId, inside, outside }: Ids) =>
  addSellingChannel(test.database, {
    openChannelId: outside as OpenChannelId,
    closedChannelId: inside as ClosedChannelId,
    ownerUserId: ownerId,
  });

const toReview = ({ inside, outside }: Ids) => setUpPath(inside, outside);

interface Case {
  /** The chat that decides, and what it is used as. */
  readonly kind: 'private' | 'public';
  readonly run: (ids: Ids, member: FakeMember) => Promise<{ readonly isDone: boolean; readonly seen: Seen }>;
}

async function addBot({ userId, inside, outside }: Ids) {
  await world.promote(userId, inside, { title: 'Inside' });
  await world.promote(userId, outside, { title: 'Outside', username: 'outside' });
}

/** Everything that gives a user power over a channel. */
const CASES: Readonly<Record<string, Case>> = {
  'choosing the private channel': {
    kind: 'private',
    run: async (ids, member) => {
      await addBot(ids);
      become(ids.userId, ids.inside, member);
      const seen = await world.walk(ids.userId, 'setup_open', set('private', ids.inside));
      return { isDone: (await world.stepOf(ids.userId)) === 'public', seen };
    },
  },
  'choosing the public channel': {
    kind: 'public',
    run: async (ids, member) => {
      await addBot(ids);
      become(ids.userId, ids.outside, member);
      const seen = await world.walk(ids.userId, ...toReview(ids).slice(0, 3));
      return { isDone: (await world.stepOf(ids.userId)) === 'title', seen };
    },
  },
  'starting to sell the private channel': {
    kind: 'private',
    run: async (ids, member) => {
      await addBot(ids);
      await world.walk(ids.userId, ...toReview(ids));
      become(ids.userId, ids.inside, member);
      const seen = await world.walk(ids.userId, set('review', 'start'));
      return { isDone: (await columnsOf(ids.outside)) !== undefined, seen };
    },
  },
  'starting to sell with the public channel': {
    kind: 'public',
    run: async (ids, member) => {
      await addBot(ids);
      await world.walk(ids.userId, ...toReview(ids));
      become(ids.userId, ids.outside, member);
      const seen = await world.walk(ids.userId, set('review', 'start'));
      return { isDone: (await columnsOf(ids.outside)) !== undefined, seen };
    },
  },
  'pointing at another private channel': {
    kind: 'private',
    run: async (ids, member) => {
      await sell(ids);
      await world.promote(ids.ownerId, ids.other);
      become(ids.ownerId, ids.other, member);
      const seen = await world.person(ids.ownerId).press(`own_set-private_${ids.outside}_${ids.other}`);
      return { isDone: (await columnsOf(ids.outside))?.inside === ids.other, seen };
    },
  },
  'pointing at another public channel': {
    kind: 'public',
    run: async (ids, member) => {
      await sell(ids);
      await world.promote(ids.ownerId, ids.other);
      become(ids.ownerId, ids.other, member);
      const seen = await world.person(ids.ownerId).press(`own_set-public_${ids.outside}_${ids.other}`);
      return { isDone: (await columnsOf(ids.outside))?.outside === ids.other, seen };
    },
  },
  'receiving a channel': {
    kind: 'private',
    run: async (ids, member) => {
      await sell(ids);
      await addTeam(test.database, { [ids.userId]: 'manager' }, ids.outside);
      become(ids.userId, ids.inside, member);
      const seen = await world.person(ids.ownerId).press(`own_transfer-now_${ids.outside}_${ids.userId}`);
      return { isDone: (await columnsOf(ids.outside))?.owner === ids.userId, seen };
    },
  },
  'receiving a channel with its public one': {
    kind: 'public',
    run: async (ids, member) => {
      await sell(ids);
      await addTeam(test.database, { [ids.userId]: 'manager' }, ids.outside);
      become(ids.userId, ids.inside, { status: 'creator' });
      become(ids.userId, ids.outside, member);
      const seen = await world.person(ids.ownerId).press(`own_transfer-now_${ids.outside}_${ids.userId}`);
      return { isDone: (await columnsOf(ids.outside))?.owner === ids.userId, seen };
    },
  },
  'receiving a channel that has no private one': {
    kind: 'public',
    run: async (ids, member) => {
      await addSellingChannel(test.database, {
        openChannelId: ids.outside as OpenChannelId,
        closedChannelId: null,
        ownerUserId: ids.ownerId,
      });
      await addTeam(test.database, { [ids.userId]: 'manager' }, ids.outside);
      become(ids.userId, ids.outside, member);
      const seen = await world.person(ids.ownerId).press(`own_transfer-now_${ids.outside}_${ids.userId}`);
      return { isDone: (await columnsOf(ids.outside))?.owner === ids.userId, seen };
    },
  },
};

describe.each(Object.entries(CASES))('%s', (_, { kind, run }) => {
  it.each(EVERY_MEMBER.map((member) => [describeMember(member), member] as const))(
    'takes the rights that Telegram gives a %s',
    async (__, member) => {
      const lacking = lackingIn(member, kind);
      const { isDone, seen } = await run(newIds(), member);
      expect(isDone).toBe(lacking?.length === 0);
      for (const right of lacking ?? []) expect(seen.text).toContain(`“${right}”`);
      if (lacking === undefined) expect(seen.text).toMatch(/aren't an administrator/);
    },
  );
});

/** What is promised about posts, and what the user is told. */
const promisedTo = async (userId: number) => {
  const rows = await test.database.query(
    (sql) => sql<{ kind: string; text: string | null }[]>`
      select kind, payload #>> '{message,text}' as text from outbox
      where kind = 'remove_post' or (payload ->> 'chatId')::bigint = ${userId}`,
  );
  return {
    removals: rows.filter(({ kind }) => kind === 'remove_post').length,
    text: rows.map(({ text }) => text ?? '').join(' '),
  };
};
const addPost = ({ outside }: Ids) =>
  test.database.query(
    (sql) => sql`
      insert into posts (open_channel_id, post, occasion, begun, chat_id, message_id, fingerprint, posted_at)
      values (${outside}, 'offer', ${`x${outside}`}, 1, ${outside}, 7, 'x', app_now())`,
  );

it('gives no public channel away in which the bot can’t see the new owner’s rights', async () => {
  const ids = newIds();
  await sell(ids);
  await addPost(ids);
  await addTeam(test.database, { [ids.userId]: 'manager' }, ids.outside);
  become(ids.userId, ids.inside, { status: 'creator' });
  const before = (await promisedTo(ids.userId)).removals;
  await world.person(ids.ownerId).press(`own_transfer-now_${ids.outside}_${ids.userId}`);
  expect(await columnsOf(ids.outside)).toEqual({ owner: ids.userId, inside: ids.inside, outside: null });
  const { removals, text } = await promisedTo(ids.userId);
  expect(removals - before).toBe(1);
  expect(text).toMatch(/no longer post there/);
});

describe('taking a channel over', () => {
  it.each(EVERY_MEMBER.map((member) => [describeMember(member), member] as const))(
    'keeps its public channel only with the right to post there, as a %s',
    async (_, member) => {
      const ids = newIds();
      await sell(ids);
      await addPost(ids);
      become(ids.userId, ids.inside, { status: 'creator' });
      become(ids.userId, ids.outside, member);
      const before = (await promisedTo(ids.userId)).removals;
      const seen = await world.person(ids.userId).press(`claim_now_${ids.outside}`);
      const isKept = lackingIn(member, 'public')?.length === 0;
      expect(await columnsOf(ids.outside)).toEqual({
        owner: ids.userId,
        inside: ids.inside,
        outside: isKept ? ids.outside : null,
      });
      expect((await promisedTo(ids.userId)).removals - before).toBe(isKept ? 0 : 1);
      expect(/can't post in its public channel/.test(seen.text)).toBe(!isKept);
    },
  );

  it.each(EVERY_MEMBER.map((member) => [describeMember(member), member] as const))(
    'is offered and granted to the creator alone, not to a %s',
    async (_, member) => {
      const ids = newIds();
      await sell(ids);
      await world.promote(ids.userId, ids.inside);
      become(ids.userId, ids.inside, member);
      const isCreator = member.status === 'creator';
      const person = world.person(ids.userId);
      const page = await person.press('setup_open');
      expect(page.buttons.includes(`claim_ask_${ids.outside}`)).toBe(isCreator);
      const asked = await person.press(`claim_ask_${ids.outside}`);
      expect(asked.buttons.includes(`claim_now_${ids.outside}`)).toBe(isCreator);
      expect((await columnsOf(ids.outside))?.owner).toBe(ids.ownerId);
      await person.press(`claim_now_${ids.outside}`);
      expect((await columnsOf(ids.outside))?.owner).toBe(isCreator ? ids.userId : ids.ownerId);
    },
  );
});
