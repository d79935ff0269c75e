import { runCommandLine, type Ran } from '../support/run-command-line';
import { WORLD_START_DEADLINE_MS } from '../support/deadlines';
import { useFixture } from '../support/use-fixture';
import { buy, joinByLink, isIn, linkOf, order } from './support/buyer';
import { restore, takeBackup, type Backup } from '../worlds/restored';
import { askFor, waitForMessage, writtenTo } from './support/chat';
import { newDonor } from './support/people';
import { ordersOf, quiet } from './support/work';
import { type Donor, OPEN, OWNER, useWorld } from '../worlds/journey';

const account = { email: 'owner@example.org', password: 'Correct-Horse-9' };

const world = useWorld({
  nowpayments: account,
  environment: { NOWPAYMENTS_EMAIL: account.email, NOWPAYMENTS_PASSWORD: account.password },
});
let backup: Backup;
let first: Ran;

/** The command as an operator runs it, on the restored database. */
const replaySince = (time: string, change: Record<string, string> = {}): Promise<Ran> => {
  const { NOWPAYMENTS_API_KEY: key = '', NOWPAYMENTS_API_URL: url = '' } = world.environment('worker');
  return runCommandLine('infra/replay.ts', ['since', time], {
    DATABASE_URL: backup.url,
    NOWPAYMENTS_API_KEY: key,
    NOWPAYMENTS_API_URL: url,
    NOWPAYMENTS_EMAIL: account.email,
    NOWPAYMENTS_PASSWORD: account.password,
    ...change,
  });
};

/** How many messages to a user contain the text. */
const timesTold = ({ id }: { id: number }, text: string) =>
  writtenTo(world, id).filter((message) => message.text.includes(text)).length;

const thanksTo = (donor: Donor) => timesTold(donor, 'Thank you!');
const noticesOf = (donor: Donor) => timesTold({ id: OWNER }, donor.username ?? '');

/** Everything that a recovered payment could write. */
const rows = () => restored.database`
  select (select count(*)::int from inbox) as inbox, (select jsonb_agg(p order by payment_id) from payments p) as payments,
    (select count(*)::int from outbox) as promises, (select jsonb_agg(e order by payment_id) from extensions e) as extensions,
    (select jsonb_agg(o order by reference) from orders o) as orders`;

const people = {} as Record<'thanked' | 'renewing' | 'donor' | 'buyer' | 'late' | 'waiting', Donor>;
const payments = { late: 0, waiting: 0 };

/** Plays what the backup contains, takes it, and then plays what is lost. */
beforeAll(async () => {
  for (const name of ['thanked', 'renewing', 'donor', 'buyer', 'late', 'waiting'] as const)
    people[name] = newDonor(world, { username: `${name}_person` });

  await world.nowpayments.pay((await askFor(world, people.thanked)).invoiceId);
  await waitForMessage(world, people.thanked.id, /Thank you!/);
  await buy(world, people.renewing);
  await joinByLink(world, people.renewing);
  await world.moveClock('29 days 23 hours');
  const renewal = await order(world, people.renewing);
  const donation = await askFor(world, people.donor);
  const access = await order(world, people.buyer);
  await quiet(world);

  backup = await takeBackup(world);

  await world.moveClock('10 minutes');
  for (const { invoiceId } of [renewal, donation, access]) await world.nowpayments.pay(invoiceId);
  payments.late = await world.nowpayments.pay((await askFor(world, people.late)).invoiceId, {
    coin: 'usdttrc20',
  });
  const chosen = await askFor(world, people.waiting, '30.00');
  payments.waiting = await world.nowpayments.pay(chosen.invoiceId, { scenario: 'waiting' });
  for (const { id } of [people.donor, people.late]) await waitForMessage(world, id, /Thank you!/);
  await linkOf(world, people.buyer);
  await world.moveClock('26 hours');
}, WORLD_START_DEADLINE_MS);
const restored = useFixture(() => restore(world, backup));

it('recovers payments before any function runs, listing those of lost orders', async () => {
  first = await replaySince(backup.at);
  const madeSince = new Date(Date.parse(backup.at) - 30 * 24 * 3600_000).toISOString();
  const changedSince = new Date(Date.parse(backup.at) - 3600_000).toISOString();
  expect(first.stdout.split('\n')).toEqual([
    `Checked 7 payments made since ${madeSince}. Made or changed since ${changedSince}: 5.`,
    'New here: 5. Orders settled: 3.',
    'Orphans, whose orders this database does not know: 2. Settle each one with its payer (docs/restore.md):',
    expect.stringMatching(
      `^  payment ${payments.late}: finished, price 25 usd, paid [\\d.]+ usdttrc20; user ${people.late.id}, channel ${OPEN}$`,
    ),
    `  payment ${payments.waiting}: waiting, price 30 usd, paid nothing; user ${people.waiting.id}, channel ${OPEN}`,
    '',
  ]);
  expect(first).toMatchObject({ code: 1, stderr: 'page 1 of 1: 7 payments\n' });
  // The command did it, not the worker's reconciliation: no function is connected to this database yet.
  for (const [person, states] of [
    [people.donor, ['settled']],
    [people.buyer, ['settled']],
    [people.renewing, ['settled', 'settled']],
  ] as const)
    expect((await ordersOf(restored, person)).map(({ state }) => state)).toEqual(states);
});

it('changes nothing when it runs again, and says so', async () => {
  const before = await rows();
  const { stdout, code } = await replaySince(backup.at);
  expect(await rows()).toEqual(before);
  expect(stdout).toContain('Nothing is new, so nothing was changed.\n');
  expect(stdout.split('\n').slice(2)).toEqual(first.stdout.split('\n').slice(2));
  expect(code).toBe(1);
});

it('keeps every promise once the functions use the restored database', async () => {
  const before = { thanks: thanksTo(people.donor), notices: noticesOf(people.donor) };
  await restored.deploy();
  await quiet(restored);
  expect((await ordersOf(restored, people.donor)).map(({ state }) => state)).toEqual(['settled']);
  // The thanks are shown in the order's message, which says so already.
  expect([before.thanks, thanksTo(people.donor)]).toEqual([1, 1]);
  expect(noticesOf(people.donor)).toBe(before.notices + 1);
  await joinByLink(restored, people.buyer);
});

it('removes no member who renewed after the backup, and repeats no thanks', async () => {
  const [row] = await restored.database`
    select paid_until > app_now() + interval '28 days' as renewed from subscriptions where user_id = ${people.renewing.id}`;
  expect([row?.['renewed'], isIn(world, people.renewing)]).toEqual([true, true]);
  expect(thanksTo(people.thanked)).toBe(1);
  expect(await ordersOf(restored, people.late)).toEqual([]);
});

it('exits 0 when every order is known, and says so', async () => {
  const [row] = await restored.database<{ now: Date }[]>`select app_now() as now`;
  const { stdout, code } = await replaySince(row?.now.toISOString() ?? '');
  expect(stdout).toMatch(
    /^Checked \d+ payments .*: 0\.\n[^]*\nThis database knows the order of every one of them\.\n$/,
  );
  expect(code).toBe(0);
});

it('names everything that is missing or refused, without showing a secret', async () => {
  const lacking = await runCommandLine('infra/replay.ts', ['since', backup.at], {});
  expect(lacking.stderr.split('\n').map((line) => line.trim())).toEqual([
    'Configuration:',
    'NOWPAYMENTS_API_KEY is missing',
    'DATABASE_URL is missing (or CLOUD_SQL_INSTANCE, DATABASE_NAME, DATABASE_USER)',
    'NOWPAYMENTS_EMAIL is missing',
    'NOWPAYMENTS_PASSWORD is missing',
    'Name the installation: add --settings deploy.json or --env FILE. Without them, export these variables.',
    '',
  ]);
  const refused = await replaySince(backup.at, { NOWPAYMENTS_PASSWORD: 'Wrong-Horse-9' });
  expect(refused.stderr).toBe(
    'NOWPayments refuses NOWPAYMENTS_EMAIL with NOWPAYMENTS_PASSWORD (403 ACCESS_DENIED). What was read in before that is kept. Run the command again.\n',
  );
  const future = await replaySince('2999-01-01T00:00:00Z');
  expect(future.stderr).toBe('2999-01-01T00:00:00.000Z is in the future.\n');
  const all = [first, lacking, refused, future];
  expect(all.slice(1).map(({ code, stdout }) => [code, stdout])).toEqual([
    [1, ''],
    [1, ''],
    [1, ''],
  ]);
  for (const secret of [
    account.password,
    'Wrong-Horse-9',
    world.environment('worker')['NOWPAYMENTS_API_KEY'] ?? '',
  ])
    expect(JSON.stringify(all)).not.toContain(secret);
});
