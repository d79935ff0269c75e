import { switchAllRemovals } from '../../shared/database/access/removals-switch';
import { runCommandLine } from '../support/run-command-line';
import { type Donor, OPEN, useWorld } from '../worlds/journey';
import { buy, isIn, joinByLink, urlIn } from './support/buyer';
import { writtenTo } from './support/chat';
import { eventuallyIn } from './support/eventually-in';
import { newDonor } from './support/people';
import { quiet } from './support/work';

const world = useWorld();

// A test that failed half-way, and is run again, has left something else.
beforeEach(() => switchAllRemovals(world.product, 'on'));
beforeEach(() => world.database`update channels set removals = 'on'`);

const command = (file: string, ...words: readonly string[]) =>
  runCommandLine(file, words, { DATABASE_URL: world.databaseUrl });
const removals = (...words: readonly string[]) =>
  command('infra/replay.ts', 'removals', '--since', '2026-01-01T00:00:00Z', ...words);

/** A member who has bought and joined. */
async function member(): Promise<Donor> {
  const buyer = newDonor(world);
  await buy(world, buyer);
  await joinByLink(world, buyer);
  return buyer;
}

/** Ends a member's access, as a database does that was restored from a day before the purchase. */
async function loseAccess({ id }: Donor): Promise<void> {
  await world.database`
    with lost as (
      update subscriptions set paid_until = date_trunc('second', app_now() - interval '3 days')
      where user_id = ${id} returning open_channel_id, paid_until)
    insert into outbox (kind, payload, idempotency_key, due_at, expires_at)
    select 'remove_member', jsonb_build_object('openChannelId', open_channel_id, 'userId', ${id}::bigint,
        'paidUntil', (extract(epoch from paid_until) * 1000)::bigint),
      ${`lost:${id}`}, app_now(), app_now() + interval '30 days' from lost`;
}
const regainAccess = ({ id }: Donor) =>
  world.database`update subscriptions set paid_until = app_now() + interval '20 days' where user_id = ${id}`;

const isOut = (buyer: Donor) =>
  eventuallyIn(world, () => {
    if (isIn(world, buyer)) throw new Error(`${buyer.id} is still in`);
  });
const linksOf = ({ id }: Donor) =>
  writtenTo(world, id).filter((message) => urlIn(message).startsWith('https://t.me/+'));

it('stops a mistake in every channel at once and sends those who had paid a way back', async () => {
  const [paid, other] = [await member(), await member()];
  expect(await command('infra/channels.ts', 'removals', 'off', '--all')).toMatchObject({
    code: 0,
    stdout: 'Nobody is removed, in every channel. Before: on.\n',
  });
  for (const buyer of [paid, other]) await loseAccess(buyer);
  await quiet(world);
  expect([isIn(world, paid), isIn(world, other)]).toEqual([true, true]);

  // The operator switches on too early.
  await command('infra/channels.ts', 'removals', 'on', '--all');
  await world.tick();
  for (const buyer of [paid, other]) await isOut(buyer);
  await quiet(world);
  await regainAccess(paid);

  const listed = await removals();
  expect(listed).toMatchObject({ code: 0 });
  expect(listed.stdout).toMatch(new RegExp(`user ${paid.id} .*order .*has access until .* and is out`));
  expect(listed.stdout).toMatch(new RegExp(`user ${other.id} .*their access had ended; .*has no access`));
  expect(await removals('--undo')).toMatchObject({
    code: 1,
    stderr: 'There is no terminal to ask for confirmation. Add --yes.\n',
  });
  await quiet(world);
  expect(linksOf(paid)).toEqual([]);

  const runs = await Promise.all([1, 2].map(() => removals('--undo', '--yes')));
  expect(runs.map(({ code }) => code)).toEqual([0, 0]);
  await quiet(world);
  expect([linksOf(paid), linksOf(other)].map(({ length }) => length)).toEqual([1, 0]);
  await joinByLink(world, paid);
  expect(isIn(world, other)).toBe(false);

  expect((await removals('--undo', '--yes')).stdout).toContain('They have access and are out: 0.');
  await quiet(world);
  const [promised] = await world.database`
    select count(*)::int as grants from outbox where kind = 'grant_access' and idempotency_key like 'removal:%'`;
  expect(promised).toEqual({ grants: 1 });
});

it('switches removals in one channel', async () => {
  expect(await command('infra/channels.ts', 'removals', 'dry_run', String(OPEN))).toMatchObject({ code: 0 });
  const [channel] = await world.database`select removals from channels where open_channel_id = ${OPEN}`;
  expect(channel).toEqual({ removals: 'dry_run' });
  expect((await command('infra/channels.ts', 'list')).stdout).toContain('removals dry_run');
});

it.each([
  [['removals', 'never', '--all'], "never isn't one of on, dry_run, off."],
  [['removals', 'off'], 'Say where: --all for every channel, or the id of one.'],
  [['removals', 'off', '--all', '-1001234567890'], 'Say where: --all'],
  [['removals', 'off', '-1005550000001'], 'There is no channel -1005550000001.'],
  [['list', '--all'], "--all doesn't go with list."],
])('refuses channels %j in a sentence', async (words, sentence) => {
  const { code, stderr } = await command('infra/channels.ts', ...words);
  expect(code).toBe(1);
  expect(stderr).toContain(sentence);
});
