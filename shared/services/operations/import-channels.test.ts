import postgres from 'postgres';
import { eventually } from '../../../tests/journeys/support/eventually';
import { addSellingChannel } from '../../../tests/support/subscription';
import { useTestDatabase } from '../../../tests/support/test-database';
import { settingUp } from '../../../tests/worlds/set-up';
import { listChannels } from '../../database/owner/channels';
import type { ClosedChannelId, OpenChannelId } from '../../domain/common/ids';
import { ChannelFileError, formatChannelFile, parseChannelFile } from './channel-file';
import { importChannels } from './import-channels';

const test = useTestDatabase();
const world = settingUp(test);

let count = 0;
/** Ids that no other case uses. */
function newIds() {
  count += 1;
  const chat = (place: number) => -1005000000000 - place * 1_000_000 - count;
  return { owner: 60_000 + count, theirs: chat(1), shared: chat(2), mine: chat(3), inside: chat(4) };
}
type Ids = ReturnType<typeof newIds>;

const fileOf = (own: object) => JSON.stringify([{ title: 'Mine', owner_user_id: 7001, ...own }]);
const add = (openChannelId: number, closedChannelId: number | null, ownerUserId = 7002) =>
  addSellingChannel(test.database, {
    openChannelId: openChannelId as OpenChannelId,
    closedChannelId: closedChannelId as ClosedChannelId | null,
    ownerUserId,
  });
const postIn = (openChannelId: number, chatId: number | null) =>
  test.database.query(
    (sql) => sql`update channels set public_channel_id = ${chatId} where open_channel_id = ${openChannelId}`,
  );
const usesOf = async (chatId: number) => {
  const [row] = await test.database.query(
    (sql) => sql<{ sold: number; posted: number }[]>`
      select (select count(*)::int from channels where closed_channel_id = ${chatId}) as sold,
        (select count(*)::int from channels where public_channel_id = ${chatId}) as posted`,
  );
  return row;
};

/** How another channel has the shared chat. */
const THEIRS: Readonly<Record<string, (ids: Ids) => Promise<unknown>>> = {
  'is sold': ({ theirs, shared }) => add(theirs, shared),
  'is posted in': async ({ theirs, inside, shared }) => {
    await add(theirs, inside);
    await postIn(theirs, shared);
  },
  'gave a channel its id': async ({ shared, inside }) => {
    await add(shared, inside);
    await postIn(shared, null);
  },
};

const importFile = (content: string) => importChannels(test.database, parseChannelFile(content));

it.each(Object.entries(THEIRS))('names a private channel that %s already', async (_, have) => {
  const ids = newIds();
  await have(ids);
  const before = await usesOf(ids.shared);
  const imported = importFile(fileOf({ open_channel_id: ids.mine, closed_channel_id: ids.shared }));
  await expect(imported).rejects.toThrow(ChannelFileError);
  await expect(imported).rejects.toThrow(`${ids.mine} can't have the chat ${ids.shared}`);
  expect(await usesOf(ids.shared)).toEqual(before);
});

it('names a public channel that is sold already', async () => {
  const ids = newIds();
  await add(ids.theirs, ids.shared);
  const imported = importFile(fileOf({ open_channel_id: ids.shared }));
  await expect(imported).rejects.toThrow(`can't have the chat ${ids.shared}, because ${ids.theirs}`);
  expect(await usesOf(ids.shared)).toEqual({ sold: 1, posted: 0 });
});

it('does not sell the channel that it posts in', async () => {
  const { mine, inside, shared } = newIds();
  await add(mine, inside);
  await postIn(mine, shared);
  const own = { open_channel_id: mine, closed_channel_id: shared };
  await expect(importFile(fileOf(own))).rejects.toThrow(`can't have the chat ${shared}`);
});

it('imports again what was imported before, whatever an older version let in', async () => {
  const { mine, theirs, inside, shared } = newIds();
  await add(mine, inside);
  await add(theirs, shared);
  await postIn(mine, shared);
  const channels = (await listChannels(test.database)).filter(({ openChannelId }) =>
    [mine, theirs].includes(openChannelId),
  );
  expect(channels).toHaveLength(2);
  await importFile(formatChannelFile(channels));
});

it('lets only one win if an owner posts in a chat while the file sells it', async () => {
  const { owner, theirs, inside, shared, mine } = newIds();
  await add(theirs, inside, owner);
  await world.promote(owner, shared);
  const holder = postgres(test.url, { max: 1 });
  try {
    await holder`select pg_advisory_lock(hashtext('places of channels'))`;
    const both = Promise.allSettled([
      world.person(owner).press(`own_set-public_${theirs}_${shared}`),
      importFile(fileOf({ open_channel_id: mine, closed_channel_id: shared })),
    ]);
    await eventually(async () => {
      const [row] = await holder<{ waiting: number }[]>`
        select count(*)::int as waiting from pg_locks l join pg_database d on d.oid = l.database
        where d.datname = current_database() and l.locktype = 'advisory' and not l.granted`;
      expect(row?.waiting).toBe(2);
    });
    await holder`select pg_advisory_unlock(hashtext('places of channels'))`;
    await both;
  } finally {
    await holder.end();
  }
  const { sold, posted } = (await usesOf(shared)) ?? { sold: 0, posted: 0 };
  expect(sold + posted).toBe(1);
});
