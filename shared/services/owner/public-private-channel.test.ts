import { addSellingChannel } from '../../../tests/support/subscription';
import { useTestDatabase } from '../../../tests/support/test-database';
import type { Seen } from '../../../tests/worlds/owner';
import { settingUp, setUpPath } from '../../../tests/worlds/set-up';
import { ALL_RIGHTS } from '../../../tests/worlds/update-context';
import type { ClosedChannelId, OpenChannelId } from '../../domain/common/ids';

// Anyone joins a channel by its @name without paying, so it can't be sold as a private one.

const test = useTestDatabase();
const world = settingUp(test);
const NAME = 'open_to_all';

let count = 0;
/** Ids that no other case uses. */
function newIds() {
  count += 1;
  return { userId: 40_000 + count, inside: -1005100000000 - count, outside: -1006100000000 - count };
}
type Ids = ReturnType<typeof newIds>;

/** Telegram says from now on whether the private channel has a public name. */
const setName = ({ userId, inside }: Ids, username?: string) =>
  world.chats.set(inside, {
    administrators: [userId],
    botRights: ALL_RIGHTS,
    ...(username !== undefined && { username }),
  });

async function addBot({ userId, inside, outside }: Ids) {
  await world.promote(userId, inside, { title: 'Inside' });
  await world.promote(userId, outside, { title: 'Outside', username: 'outside' });
}

const privateOneOf = async (openChannelId: number) => {
  const [row] = await test.database.query(
    (sql) => sql<{ inside: number | null }[]>`
      select closed_channel_id as inside from channels where open_channel_id = ${openChannelId}`,
  );
  return row?.inside;
};

interface Case {
  /** What comes before the press that decides. */
  readonly prepare: (ids: Ids) => Promise<unknown>;
  readonly press: (ids: Ids) => Promise<Seen>;
  readonly isDone: (ids: Ids) => Promise<boolean>;
}

const CASES: Readonly<Record<string, Case>> = {
  'choosing the private channel': {
    prepare: async (ids) => {
      await addBot(ids);
      await world.walk(ids.userId, 'setup_open');
    },
    press: ({ userId, inside }) => world.walk(userId, `setup_private_${inside}`),
    isDone: async ({ userId }) => (await world.stepOf(userId)) === 'public',
  },
  'starting to sell': {
    prepare: async (ids) => {
      await addBot(ids);
      await world.walk(ids.userId, ...setUpPath(ids.inside, ids.outside));
    },
    press: ({ userId }) => world.walk(userId, 'setup_review_start'),
    isDone: async ({ inside, outside }) => (await privateOneOf(outside)) === inside,
  },
  'pointing at another private channel': {
    prepare: async ({ userId, inside, outside }) => {
      await addSellingChannel(test.database, {
        openChannelId: outside as OpenChannelId,
        closedChannelId: (inside - 500) as ClosedChannelId,
        ownerUserId: userId,
      });
      await world.promote(userId, inside);
    },
    press: ({ userId, inside, outside }) =>
      world.person(userId).press(`own_set-private_${outside}_${inside}`),
    isDone: async ({ inside, outside }) => (await privateOneOf(outside)) === inside,
  },
};

describe.each(Object.entries(CASES))('%s', (_, { prepare, press, isDone }) => {
  it('is refused while it has a public name, and done once it has none', async () => {
    const ids = newIds();
    await prepare(ids);
    setName(ids, NAME);
    const refused = await press(ids);
    expect(refused.text).toContain(`@${NAME}`);
    expect(await isDone(ids)).toBe(false);
    setName(ids);
    await press(ids);
    expect(await isDone(ids)).toBe(true);
  });
});
