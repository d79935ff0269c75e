import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import postgres from 'postgres';
import type { Migration } from '../shared/database/connection/schema/apply-migration';
import { migrate, readMigrations } from '../shared/database/connection/schema/migrate';

const server = String(process.env['TEST_DATABASE_SERVER']);
const name = `places_${randomBytes(6).toString('hex')}`;
const url = server.replace(/\/postgres$/, `/${name}`);
/** With 100,000, prints how long it took and how long a writer waited. */
const MEMBERS = Number(process.env['PLACES_MEMBERS'] ?? 500);

let admin: postgres.Sql;
let sql: postgres.Sql;
let migrations: readonly Migration[];
const isPlaces = ({ name: of }: Migration) => of === 'offer_places';

// A second try would find what the first one wrote, and pass.
jest.retryTimes(0);

beforeAll(async () => {
  admin = postgres(server, { max: 1 });
  await admin`create database ${admin(name)}`;
  migrations = await readMigrations(join(__dirname, 'migrations'));
  await migrate(url, migrations.slice(0, migrations.findIndex(isPlaces)));
  sql = postgres(url, { max: 4, onnotice: () => undefined });
  await sql`insert into channels (open_channel_id, closed_channel_id, title, owner_user_id) values (-1001, -1002, 'Alpha', 7), (-1003, null, 'Beta', 7)`;
  await sql`
    insert into subscriptions (open_channel_id, user_id, paid_until, removing_since, removed_at)
    select -1001, n, now() + n * interval '1 minute', case when n % 50 = 0 then now() end, case when n % 10 = 0 then now() end
    from generate_series(1, ${MEMBERS}::int) n`;
  await sql`
    insert into members (open_channel_id, user_id, status, origin, is_protected)
    select -1001, n, case when n % 10 = 0 then 'left' else 'member' end, 'admitted', n % 7 = 0
    from generate_series(1, ${MEMBERS}::int) n where n % 9 <> 0`;
  await sql`
    insert into invite_links (invite_link, open_channel_id, user_id, closed_channel_id, expires_at, revoked_at, revoked_because)
    select 'link' || n, -1001, n, -1002, now() + interval '1 day', case when n % 2 = 0 then now() end,
      case when n % 2 = 0 then 'used' end from generate_series(1, ${MEMBERS}::int) n`;
});
afterAll(async () => {
  await sql.end();
  await admin`drop database ${admin(name)} with (force)`;
  await admin.end();
});

/** Where the tables of the previous release and those of the places say different things. */
const differences = async (on: postgres.ISql = sql) => {
  const [row] = await on<{ members: number; removals: number; links: number; places: number }[]>`
    select (select count(*)::int from members m join channels c using (open_channel_id)
        left join place_access a on (a.chat_id, a.user_id) = (c.closed_channel_id, m.user_id)
        where (a.status, a.origin, a.is_protected, a.seen_at) is distinct from (m.status, m.origin, m.is_protected, m.seen_at)) as members,
      (select count(*)::int from subscriptions s join channels c using (open_channel_id)
        left join place_access a on (a.chat_id, a.user_id) = (c.closed_channel_id, s.user_id)
        where (a.removing_since, a.removed_at) is distinct from (s.removing_since, s.removed_at)) as removals,
      (select count(*)::int from invite_links i full join place_links l using (invite_link)
        where (l.chat_id, l.user_id, l.revoked_at, l.revoked_because)
          is distinct from (i.closed_channel_id, i.user_id, i.revoked_at, i.revoked_because)) as links,
      (select count(*)::int from channels c full join (select * from places where role = 'main') p using (open_channel_id)
        where p.chat_id is distinct from c.closed_channel_id) as places`;
  return row;
};
const NONE = { members: 0, removals: 0, links: 0, places: 0 };

// One statement each, committed after the copy was made and before the migration locks anybody out.
it.each([
  'update subscriptions set removing_since = null, removed_at = null where user_id % 20 = 0',
  'update subscriptions set removed_at = now() where user_id % 20 = 1',
  "update members set status = 'left' where user_id % 4 = 1",
  'delete from members where user_id % 11 = 1',
  "insert into members (open_channel_id, user_id, status, origin) values (-1001, 999999, 'member', 'unknown')",
  "update invite_links set revoked_at = now(), revoked_because = 'used' where user_id % 4 = 1",
  'delete from invite_links where user_id % 13 = 1',
  'update channels set closed_channel_id = -1006 where open_channel_id = -1003',
  'update channels set closed_channel_id = -1007 where open_channel_id = -1001',
  'update channels set closed_channel_id = -1002 where open_channel_id = -1001',
])('takes over what was written meanwhile: %s', async (statement) => {
  const [copying = '', locking = ''] = migrations.find(isPlaces)?.sql.split(/^(?=-- From here on)/m) ?? [];
  const rollBack = new Error('rolled back');
  let found: unknown;
  const trying = sql.begin(async (tx) => {
    await tx.unsafe(copying);
    await sql.unsafe(statement);
    await tx.unsafe(locking);
    found = await differences(tx);
    throw rollBack;
  });
  await expect(trying).rejects.toBe(rollBack);
  expect(found).toEqual(NONE);
});

it('turns what is sold into offers with one main place', async () => {
  const writer = postgres(url, { max: 1 });
  let longestMs = 0;
  let isOver = false;
  const writing = (async () => {
    // Like buyers, as long as it lasts.
    for (let user = 1; !isOver; user = (user % MEMBERS) + 1) {
      const begun = performance.now();
      await writer`update subscriptions set paid_until = paid_until + interval '1 day', removed_at = null where user_id = ${user}`;
      await writer`update members set status = 'member', seen_at = now() where user_id = ${user}`;
      // And like an owner who sets another private channel again and again.
      await writer`update channels set closed_channel_id = ${-100_500_000 - user} where open_channel_id = -1003`;
      longestMs = Math.max(longestMs, performance.now() - begun);
    }
  })();
  const begun = performance.now();
  await migrate(url, migrations);
  const tookMs = performance.now() - begun;
  isOver = true;
  await writing;
  await writer.end();
  if (MEMBERS > 10_000)
    process.stderr.write(
      `places of ${MEMBERS}: ${Math.round(tookMs)} ms, a writer waited ${Math.round(longestMs)} ms\n`,
    );
  expect(await differences()).toEqual(NONE);
});

it.each([
  ['members', "update members set status = 'left', is_protected = true where user_id % 3 = 0"],
  [
    'members',
    "insert into members (open_channel_id, user_id, status, origin) values (-1001, 1000001, 'member', 'unknown')",
  ],
  ['subscriptions', 'update subscriptions set removing_since = now() where user_id % 5 = 0'],
  [
    'invite_links',
    "update invite_links set revoked_at = now(), revoked_because = 'ended' where user_id % 4 = 1",
  ],
  ['channels', 'update channels set closed_channel_id = -1009 where open_channel_id = -1003'],
  [
    'place_access',
    "update place_access set status = 'member', removing_since = null, removed_at = now() where status is not null and user_id % 6 = 0",
  ],
  [
    'place_links',
    "update place_links set revoked_at = now(), revoked_because = 'used' where user_id % 8 = 3",
  ],
])('keeps both sides in step if one release changes %s: %s', async (_, statement) => {
  await sql.unsafe(statement);
  expect(await differences()).toEqual(NONE);
});

it('copies no other place to the tables of the previous release', async () => {
  await sql`insert into places (open_channel_id, chat_id, kind, role, position) values (-1001, -1005, 'supergroup', 'extra', 1)`;
  await sql`insert into place_access (chat_id, user_id, status, origin) values (-1005, 3, 'member', 'admitted')`;
  await sql`insert into place_links (invite_link, chat_id, user_id, open_channel_id, expires_at) values ('extra', -1005, 3, -1001, now())`;
  const [row] = await sql<
    { links: number }[]
  >`select count(*)::int as links from invite_links where invite_link = 'extra'`;
  expect(row?.links).toBe(0);
  await sql`delete from place_links where invite_link = 'extra'`;
  expect(await differences()).toEqual(NONE);
});

it('keeps a member of another offer in the chat when the previous release removes them', async () => {
  await sql`insert into places (open_channel_id, chat_id, kind, role, position) values (-1003, -1002, 'channel', 'extra', 1)`;
  await sql`
    insert into subscriptions (open_channel_id, user_id, paid_until)
    values (-1003, 1, now() + interval '9 days'), (-1003, 2, now() - interval '9 days'), (-1003, 3, now() + interval '9 days')`;
  await sql`insert into bans (open_channel_id, user_id, reason, banned_by) values (-1003, 3, '', 7)`;
  await sql`update subscriptions set removing_since = null where open_channel_id = -1001`;
  const claimed = await sql<{ user_id: string }[]>`
    update subscriptions set removing_since = now() where open_channel_id = -1001 and user_id <= 3 returning user_id::text`;
  expect(claimed.map(({ user_id }) => user_id).sort()).toEqual(['2', '3']);
  await sql`update place_access set removing_since = now() where (chat_id, user_id) = (-1002, 1)`;
  expect(await differences()).toEqual(NONE);
});
