import { randomBytes, randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { RunningFunction } from '../../playground/stack';
import { promiseAlone } from '../../shared/database/common/outbox';
import type { OrderReference } from '../../shared/domain/common/ids';
import { LONG_TEST_DEADLINE_MS, WORLD_START_DEADLINE_MS } from '../support/deadlines';
import { useFixture } from '../support/use-fixture';
import { CLOSED, isIn, urlIn } from './support/buyer';
import { eventually } from './support/eventually';
import { startSlowProxy } from './support/slow-proxy';
import { waitForMessage, writtenTo } from './support/chat';
import { newDonor } from './support/people';
import { callWorker, quiet } from './support/work';
import { type Donor, OPEN, startWorld } from '../worlds/journey';

/** `npm run test:soak` plays ten. Three kinds of waves take turns, so four meet each of them. */
const WAVES = Number(process.env['RENEWAL_WAVES'] ?? 4);
const RACES_IN_A_WAVE = 20;
/** So many members of each wave do not renew. */
const LEAVING_IN_A_WAVE = 4;

// A slow removal is overtaken by the renewal and by the check whether the member is still in.
const proxy = useFixture(() =>
  startSlowProxy((path) => (path.endsWith('/unbanChatMember') ? randomInt(0, 200) : 0)),
);
const world = useFixture(() => startWorld({ environment: { TELEGRAM_API_ROOT: proxy.url } }));
let workers: RunningFunction[];
beforeAll(async () => {
  proxy.forwardTo(world.telegram.url);
  workers = [world.functions.worker, await world.startInstance('worker')];
  // Releases the brake, because this test is about the renewal.
  await world.database`
    insert into removal_brakes (open_channel_id, released_until) values (${OPEN}, app_now() + interval '1 year')`;
}, WORLD_START_DEADLINE_MS);

/** A member whose grace period has ended, so that they are due to be removed. */
async function newLeaver(): Promise<Donor> {
  const buyer = newDonor(world);
  buyer.person.start();
  await waitForMessage(world, buyer.id, /Welcome/);
  await world.database`
    insert into subscriptions (open_channel_id, user_id, paid_until)
    values (${OPEN}, ${buyer.id}, date_trunc('second', app_now() - interval '25 hours'))`;
  world.telegram.setMember(CLOSED, buyer.id, 'member');
  await world.telegram.drained();
  // Telegram reports the new member. That the bot admitted them is stored here, as the bot would do.
  await world.database`
    insert into members (open_channel_id, user_id, status, origin) values (${OPEN}, ${buyer.id}, 'member', 'admitted')
    on conflict (open_channel_id, user_id) do update set origin = 'admitted', is_protected = false`;
  return buyer;
}

async function promiseRemoval({ id }: Donor): Promise<void> {
  const [row] = await world.database<{ until: number }[]>`
    select (extract(epoch from paid_until) * 1000)::float8 as until from subscriptions where user_id = ${id}`;
  await promiseAlone(world.product, [
    {
      effect: { kind: 'remove_member', openChannelId: OPEN, userId: id, paidUntil: row!.until },
      key: `subscription:${OPEN}:${id}:0:remove`,
      expiresInSeconds: 86_400,
    },
  ]);
}

/** Opens the order of a renewal. Returns the IPN that settles it. */
async function openRenewal({ id }: Donor): Promise<object> {
  const reference = randomBytes(16).toString('base64url') as OrderReference;
  await world.database`
    insert into orders (reference, kind, user_id, open_channel_id, tier_name, tier_days, amount_cents)
    values (${reference}, 'subscription', ${id}, ${OPEN}, 'Month', 30, 3000)`;
  return {
    payment_id: randomInt(4_400_000_000, 6_300_000_000),
    parent_payment_id: null,
    invoice_id: 4_500_000_000,
    payment_status: 'finished',
    price_amount: 30,
    price_currency: 'usd',
    pay_amount: 30,
    actually_paid: 30,
    pay_currency: 'usdttrc20',
    order_id: `PGP-${id}|${OPEN}|${reference}`,
  };
}

async function renew(ipn: object): Promise<void> {
  const { status } = await world.nowpayments.sendIpn(ipn, { url: world.functions.paymentIpn.url });
  expect(status).toBe(200);
}

/** Calls both workers again and again until the races are over. */
async function work(isOver: () => boolean): Promise<void> {
  await Promise.all(
    workers.map(async ({ url }) => {
      while (!isOver()) await callWorker(world, url);
    }),
  );
}

const soon = () => pause(randomInt(0, 120));

/** Renews a membership while it is being removed. Which comes first is left to chance, or decided by waiting for a fact. */
const RACES = {
  either: (buyer: Donor, ipn: object) =>
    Promise.all([soon().then(() => promiseRemoval(buyer)), soon().then(() => renew(ipn))]),
  'removal first': async (buyer: Donor, ipn: object) => {
    await promiseRemoval(buyer);
    await eventually(() => !isMember(buyer));
    await renew(ipn);
  },
  'renewal first': async (buyer: Donor, ipn: object) => {
    await renew(ipn);
    await promiseRemoval(buyer);
  },
};

/** On a busy machine chance may decide all races the same way, so a wave without faults has one of each outcome. */
const racesOf = (hasFaults: boolean): readonly (keyof typeof RACES)[] =>
  hasFaults ? [] : ['removal first', 'renewal first'];

async function race(
  renewing: readonly Donor[],
  leaving: readonly Donor[],
  races: readonly (keyof typeof RACES)[],
): Promise<void> {
  const ipns = await Promise.all(renewing.map(openRenewal));
  let isOver = false;
  const working = work(() => isOver);
  await Promise.all([
    ...leaving.map((buyer) => soon().then(() => promiseRemoval(buyer))),
    ...renewing.map((buyer, nth) => RACES[races[nth] ?? 'either'](buyer, ipns[nth]!)),
  ]);
  isOver = true;
  await working;
}

const isMember = (buyer: Donor): boolean => isIn(world, buyer);

/** The newest invite link that was sent, if any. */
const lastLink = ({ id }: Donor): string | undefined =>
  writtenTo(world, id)
    .map(urlIn)
    .findLast((url) => url.startsWith('https://t.me/+'));

it(
  `never leaves out a buyer with days left, in ${WAVES * RACES_IN_A_WAVE} renewals against removals`,
  async () => {
    const renewing: Donor[] = [];
    const leaving: Donor[] = [];
    for (let wave = 0; wave < WAVES; wave += 1) {
      const buyers = await Promise.all(
        Array.from({ length: RACES_IN_A_WAVE + LEAVING_IN_A_WAVE }, () => newLeaver()),
      );
      // In some waves Telegram's answer to the removal is lost, or the one that says whether the member is in.
      if (wave % 3 === 1)
        world.telegram.fault({ method: 'unbanChatMember', kind: 'drop', afterPerforming: true, times: 6 });
      if (wave % 3 === 2) world.telegram.fault({ method: 'getChatMember', kind: 'drop', times: 6 });
      const [renewers, leavers] = [buyers.slice(0, RACES_IN_A_WAVE), buyers.slice(RACES_IN_A_WAVE)];
      await race(renewers, leavers, racesOf(wave % 3 !== 0));
      world.telegram.clearFaults();
      renewing.push(...renewers);
      leaving.push(...leavers);
    }
    // Failed effects are tried again, and uncertain removals are checked again.
    for (let minutes = 0; minutes < 5; minutes += 1) {
      await world.moveClock('2 minutes');
      await quiet(world, { withinSeconds: 300 });
    }
    const [{ removing } = { removing: -1 }] = await world.database<{ removing: number }[]>`
    select count(*)::int as removing from subscriptions where removing_since is not null`;
    expect(removing).toBe(0);
    expect(leaving.filter(isMember)).toEqual([]);

    const out = renewing.filter((buyer) => !isMember(buyer));
    // Proves that there were races: some members were removed before or while they renewed, and others were not.
    expect(out.length).toBeGreaterThan(0);
    expect(out.length).toBeLessThan(renewing.length);
    const [{ readmitted } = { readmitted: 0 }] = await world.database<{ readmitted: number }[]>`
    select count(*)::int as readmitted from outbox where payload #>> '{news,type}' = 'readmitted'`;
    expect(readmitted).toBeGreaterThan(0);
    expect(out.filter((buyer) => lastLink(buyer) === undefined)).toEqual([]);
    for (const buyer of out) buyer.person.join(lastLink(buyer)!);
    await eventually(
      async () => {
        await world.tick();
        expect(renewing.filter((buyer) => !isMember(buyer))).toEqual([]);
      },
      { everyMs: 50 },
    );
  },
  LONG_TEST_DEADLINE_MS,
);
