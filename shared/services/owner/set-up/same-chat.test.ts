import postgres from 'postgres';
import { eventually } from '../../../../tests/journeys/support/eventually';
import { addSellingChannel } from '../../../../tests/support/subscription';
import { useTestDatabase } from '../../../../tests/support/test-database';
import type { Seen } from '../../../../tests/worlds/owner';
import { settingUp, setUpPath } from '../../../../tests/worlds/set-up';
import type { ClosedChannelId, OpenChannelId } from '../../../domain/common/ids';

const test = useTestDatabase();
const world = settingUp(test);

let count = 0;
const newIds = () => {
  count += 1;
  const chat = (place: number) => -1005000000000 - place * 1_000_000 - count;
  return { one: 60_000 + count, other: 70_000 + count, shared: chat(1), mine: chat(2), theirs: chat(3) };
};
type Ids = ReturnType<typeof newIds>;

const set = (step: string, choice: string | number) => `setup_${step}_${choice}`;

/** A way to use the shared chat, up to the tap that decides. Returns that tap. */
type Use = (userId: number, ids: { readonly shared: number; readonly own: number }) => Promise<string>;

const sells = (userId: number, own: number) =>
  addSellingChannel(test.database, {
    openChannelId: own as OpenChannelId,
    closedChannelId: own as ClosedChannelId,
    ownerUserId: userId,
  });

const USES: Readonly<Record<string, { readonly use: Use; readonly kind: 'private' | 'public' }>> = {
  'sets it up as private': {
    kind: 'private',
    use: async (userId, { shared }) => {
      await world.walk(userId, ...setUpPath(shared, 'none'));
      return set('review', 'start');
    },
  },
  'sets it up as public': {
    kind: 'public',
    use: async (userId, { shared, own }) => {
      await world.walk(userId, ...setUpPath(own, shared));
      return set('review', 'start');
    },
  },
  'points at it as private': {
    kind: 'private',
    use: async (userId, { shared, own }) => {
      await sells(userId, own);
      return `own_set-private_${own}_${shared}`;
    },
  },
  'points at it as public': {
    kind: 'public',
    use: async (userId, { shared, own }) => {
      await sells(userId, own);
      return `own_set-public_${own}_${shared}`;
    },
  },
};

const PAIRS = Object.keys(USES).flatMap((one, index) =>
  Object.keys(USES)
    .slice(index)
    .map((other) => [one, other] as const),
);

async function addBot({ one, other, shared, mine, theirs }: Ids) {
  await world.promote(one, shared, { also: [other] });
  await test.database.query(
    (sql) => sql`
      update bot_chats set administrator_ids = array[${one}, ${other}]::bigint[] where chat_id = ${shared}`,
  );
  await world.promote(one, mine);
  await world.promote(other, theirs);
}

/** How many channels sell a chat, and how many post there. */
const usesOf = async (chatId: number) => {
  const [row] = await test.database.query(
    (sql) => sql<{ sold: number; posted: number }[]>`
      select (select count(*)::int from channels where closed_channel_id = ${chatId}) as sold,
        (select count(*)::int from channels where public_channel_id = ${chatId}) as posted`,
  );
  return row ?? { sold: 0, posted: 0 };
};

/** Lets statements that choose a chat begin, and go on only when `count` of them have read what is there. */
async function holdUntil(count: number, start: () => Promise<readonly Seen[]>): Promise<readonly Seen[]> {
  const holder = postgres(test.url, { max: 1 });
  try {
    await holder`select pg_advisory_lock(hashtext('places of channels'))`;
    const seen = start();
    await eventually(async () => {
      const [row] = await holder<{ waiting: number }[]>`
        select count(*)::int as waiting from pg_locks l join pg_database d on d.oid = l.database
        where d.datname = current_database() and l.locktype = 'advisory' and not l.granted`;
      expect(row?.waiting).toBe(count);
    });
    await holder`select pg_advisory_unlock(hashtext('places of channels'))`;
    return await seen;
  } finally {
    await holder.end();
  }
}

it.each(PAIRS)('lets only one win if one owner %s while another %s', async (first, second) => {
  const ids = newIds();
  await addBot(ids);
  const { one, other, shared, mine, theirs } = ids;
  const [a, b] = [USES[first]!, USES[second]!];
  const taps = [await a.use(one, { shared, own: mine }), await b.use(other, { shared, own: theirs })];
  const seen = await holdUntil(2, () =>
    Promise.all([one, other].map((userId, index) => world.person(userId).press(taps[index] ?? ''))),
  );
  const { sold, posted } = await usesOf(shared);
  // Two channels may post in one public channel.
  const areBothPublic = a.kind === 'public' && b.kind === 'public';
  expect({ sold, posted }).toEqual(
    areBothPublic ? { sold: 0, posted: 2 } : sold === 1 ? { sold: 1, posted: 0 } : { sold: 0, posted: 1 },
  );
  const complaints = seen.filter(({ text }) => text.startsWith('⚠️'));
  expect(complaints).toHaveLength(areBothPublic ? 0 : 1);
});

it('does not post in the channel that it sells', async () => {
  const { one, mine, shared } = newIds();
  await world.promote(one, shared);
  await addSellingChannel(test.database, {
    openChannelId: mine as OpenChannelId,
    closedChannelId: shared as ClosedChannelId,
    ownerUserId: one,
  });
  expect((await world.person(one).press(`own_set-public_${mine}_${shared}`)).text).toMatch(
    /already part of an offer/,
  );
  const result = test.database.query(
    (sql) => sql`select demand_free_places(${mine}::bigint, null, ${shared}::bigint)`,
  );
  await expect(result).rejects.toMatchObject({ code: '23505' });
});
