import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { TEST_DEADLINE_MS } from '../support/deadlines';
import { useWorld, type Donor, type World } from '../worlds/journey';
import { buy, isIn, joinByLink } from './support/buyer';
import { eventually } from './support/eventually';
import { newDonor } from './support/people';
import { QUICK_MINUTE } from './support/quick-minute';
import { randomFrom } from './support/random';
import { leftToDo, ordersOf } from './support/work';

/** `HOST_KILLS=200` kills it 200 times during 100 sales, for some minutes. */
const KILLS = Number(process.env['HOST_KILLS'] ?? 10);
const SALES = Math.ceil(KILLS / 2);
const AT_ONCE = 4;
const DEADLINE_MS = TEST_DEADLINE_MS + KILLS * 10_000;
/** While the process is killed again and again, no step has a deadline of its own. */
const UNTIL_THE_END = { timeoutMs: KILLS * 5_000 + 60_000 };

// One process serves everything, and nothing but its own tick finds what a killed one has left.
const world = useWorld({
  host: { environment: { TICK: 'on', ...QUICK_MINUTE } },
  nowpayments: { ipnRetries: { count: 200, intervalMs: 100 } },
});
const alone = (): World => ({ ...world, tick: async () => 200 });

/** A person who does not mind if a tap is never answered: the process that took it is dead, and what it promised counts. */
function patient(buyer: Donor): Donor {
  const press: Donor['person']['press'] = (...tap) => {
    void buyer.person.press(...tap).catch(() => undefined);
    return Promise.resolve({});
  };
  return { ...buyer, person: { ...buyer.person, press } };
}

async function sell(buyer: Donor): Promise<void> {
  await buy(alone(), patient(buyer), { patience: UNTIL_THE_END });
  await joinByLink(alone(), buyer, undefined, UNTIL_THE_END);
}

/** Plays all sales, a few at a time. */
async function sellToAll(buyers: readonly Donor[]): Promise<void> {
  const waiting = [...buyers];
  const next = async (): Promise<void> => {
    const buyer = waiting.pop();
    if (buyer === undefined) return;
    await sell(buyer);
    return next();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
}

/** Kills and starts the host until all kills are done, or the sales have failed. */
async function killAgainAndAgain(random: () => number, hasFailed: () => boolean): Promise<void> {
  const host = world.functions.worker;
  for (let killed = 0; killed < KILLS && !hasFailed(); killed += 1) {
    // The random moment of the kill is the point of this test.
    await pause(random() * 1500);
    await host.kill();
    // What dead processes had begun is free again after a minute. Telegram drops a tap after 150 s, so time moves slower
    // than the process dies, also where no tap is answered within one life.
    if (killed % 5 === 4) await world.moveClock('61 seconds');
    await host.start();
  }
}

/** What came of one sale: everything once. */
async function outcomeOf(buyer: Donor) {
  const orders = await ordersOf(world, buyer);
  const [row] = await world.database<{ payments: number; extensions: number }[]>`
    select (select count(*)::int from payments p join orders o on o.reference = p.order_reference
            where o.user_id = ${buyer.id} and p.standing = 'settled') as payments,
      (select count(*)::int from extensions e join orders o on o.reference = e.order_reference
            where o.user_id = ${buyer.id}) as extensions`;
  return { states: orders.map(({ state }) => state), ...row, isIn: isIn(world, buyer) };
}

const seed = randomInt(2 ** 31);

it(
  `loses and repeats nothing if it is killed ${KILLS} times during ${SALES} sales (seed ${seed})`,
  async () => {
    const buyers = Array.from({ length: SALES }, () => newDonor(world));
    let hasFailed = false;
    const sold = sellToAll(buyers).catch((error: unknown) => {
      hasFailed = true;
      throw error;
    });
    // Waits for both, because a second attempt must not meet the kills of the first.
    const ended = await Promise.allSettled([sold, killAgainAndAgain(randomFrom(seed), () => hasFailed)]);
    for (const end of ended) if (end.status === 'rejected') throw end.reason;
    await world.nowpayments.settled();
    await world.moveClock('61 seconds');
    await eventually(async () => expect(await leftToDo(world)).toEqual([]));
    const outcomes = await Promise.all(buyers.map(outcomeOf));
    const once = { states: ['settled'], payments: 1, extensions: 1, isIn: true };
    expect(outcomes).toEqual(buyers.map(() => once));
    const failed = await world.database`select kind, last_error from outbox where failed_at is not null`;
    expect([...failed]).toEqual([]);
  },
  DEADLINE_MS,
);
