import postgres from 'postgres';
import { TARGETS, type Target } from '../../playground/stack-types';
import { useFixture } from '../support/use-fixture';
import { useWorld } from '../worlds/journey';
import { call } from './support/call';
import { eventually } from './support/eventually';
import { GOOD_CALLS } from './support/signed-calls';

// Each function has its own login. What its login may not do fails, and only there.

const world = useWorld({
  hasOwnLogins: true,
  targets: TARGETS,
  environment: { RATE_LIMIT_BURST: '100000', RATE_LIMIT_PER_MINUTE: '100000' },
});
const admin = useFixture(async () => {
  const sql = postgres(world.databaseUrl, { max: 1 });
  return { sql, close: () => sql.end() };
});

/** A privilege that a good call of each function needs. */
const NEEDED: Readonly<Record<Target, string>> = {
  telegramWebhook: 'insert on inbox',
  paymentIpn: 'insert on inbox',
  notificationWebhook: 'insert on inbox',
  health: 'select on orders',
  worker: 'select on outbox',
};

let calls = 0;
const statusOf = async (target: Target) => {
  const { status } = await call(
    world.functions[target].url,
    GOOD_CALLS[target](world.environment(target), 9000 + ++calls),
  );
  return status;
};
const loginOf = (target: Target) => new URL(String(world.environment(target)['DATABASE_URL'])).username;

it.each(TARGETS)('%s fails without a privilege that it needs, and no other function does', async (target) => {
  await admin.sql.unsafe(`revoke ${NEEDED[target]} from ${loginOf(target)}`);
  // `health` repeats an answer for three seconds, and allows two requests a second.
  await eventually(async () => (await statusOf(target)) >= 500, { everyMs: 500 });
  for (const other of TARGETS.filter((each) => each !== target))
    expect({ other, status: await statusOf(other) }).toEqual({ other, status: 200 });
  await admin.sql.unsafe(`grant ${NEEDED[target]} to ${loginOf(target)}`);
  await eventually(async () => (await statusOf(target)) === 200, { everyMs: 500 });
});

it('reads what a stranger may reach with a login that changes nothing but counters', async () => {
  const url = new URL(world.databaseUrl);
  url.username = loginOf('health');
  const sql = postgres(url.href, { max: 1 });
  try {
    await expect(sql`delete from orders`).rejects.toMatchObject({ code: '42501' });
    await expect(sql`update channels set title = 'x'`).rejects.toMatchObject({ code: '42501' });
  } finally {
    await sql.end();
  }
});
