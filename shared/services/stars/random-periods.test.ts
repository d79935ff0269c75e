import fc from 'fast-check';
import { LONG_TEST_DEADLINE_MS } from '../../../tests/support/deadlines';
import { CHANNEL_ID } from '../../../tests/support/order';
import { addStarInvoice, chargeFor, PERIOD_MS } from '../../../tests/support/stars';
import { addTierOrder, addSellingChannel } from '../../../tests/support/subscription';
import { useTestDatabase } from '../../../tests/support/test-database';
import { DAY_MS, HOUR_MS } from '../../domain/common/time';
import type { StarCharge } from '../../domain/stars/charge';
import { silentLogger } from '../../logger';
import { takeCharge } from './take-charge';

const test = useTestDatabase();
beforeAll(async () => {
  await addSellingChannel(test.database);
});

interface Renewal {
  /** How long after the end of the period before it was paid. */
  readonly lateMs: number;
  /** An update comes. Telegram's list says everything, but neither flags nor periods. */
  readonly hasUpdate: boolean;
  /** Telegram counts its period from the time of the payment. */
  readonly countsFromPayment: boolean;
}

interface History {
  readonly isFirstTold: boolean;
  readonly renewals: readonly Renewal[];
}

const lateMs = fc.constantFrom(0, 60_000, 20 * HOUR_MS, 12 * DAY_MS, 40 * DAY_MS);
const upTo4 = { minLength: 1, maxLength: 4 };

/** Telegram counts a period from the end of the one before, or from the payment if that was days later. */
const asExpected: fc.Arbitrary<History> = fc.record({
  isFirstTold: fc.boolean(),
  renewals: fc.array(
    fc
      .record({ lateMs, hasUpdate: fc.boolean() })
      .map((renewal) => ({ ...renewal, countsFromPayment: renewal.lateMs > DAY_MS })),
    upTo4,
  ),
});

/** Telegram counts as it likes, and each payment has an update. */
const asItLikes: fc.Arbitrary<History> = fc.record({
  isFirstTold: fc.constant(true),
  renewals: fc.array(
    fc.record({ lateMs, hasUpdate: fc.constant(true), countsFromPayment: fc.boolean() }),
    upTo4,
  ),
});

interface Arrival {
  readonly from: 'update' | 'list';
  readonly number: number;
}

/** Everything that reports the payments, in any sequence; only the list has one of its own. Updates come twice. */
const arrivalsOf = ({ isFirstTold, renewals }: History): fc.Arbitrary<Arrival[]> => {
  const told = [isFirstTold, ...renewals.map(({ hasUpdate }) => hasUpdate)];
  const list = told.map((_, number) => ({ from: 'list', number }) as const);
  const updates = told.flatMap((is, number) => (is ? [{ from: 'update', number } as const] : []));
  const all = [...list, ...updates, ...updates];
  return fc.shuffledSubarray(all, { minLength: all.length }).map((shuffled) => {
    const rest = [...list];
    return shuffled.map((each) => (each.from === 'list' ? (rest.shift() ?? each) : each));
  });
};

const now = async (): Promise<number> => {
  const [row] = await test.database.query(
    (sql) => sql<{ now: number }[]>`select (extract(epoch from app_now()) * 1000)::bigint as now`,
  );
  return Math.floor((row?.now ?? 0) / 1000) * 1000;
};

let lastUser = 70_000;

/** Lets everything arrive for a new buyer after the last payment. Returns how long they have been given, and what for. */
async function play({ renewals }: History, arrivals: readonly Arrival[]) {
  const userId = (lastUser += 1);
  const payload = await addStarInvoice(test.database, await addTierOrder(test.database, { userId }), {
    renews: true,
  });
  const begun = await now();
  let [end, orderly] = [begun + PERIOD_MS, begun + PERIOD_MS];
  const charges: StarCharge[] = [
    chargeFor(payload, {
      ...{ userId, paidAt: begun, isRecurring: true, isFirstRecurring: true, subscriptionUntil: end },
    }),
  ];
  for (const { lateMs: late, countsFromPayment } of renewals) {
    const paidAt = end + late;
    const began = countsFromPayment ? paidAt : end;
    end = began + PERIOD_MS;
    orderly = Math.max(orderly, began) + PERIOD_MS;
    charges.push(chargeFor(payload, { userId, paidAt, isRecurring: true, subscriptionUntil: end }));
  }
  const take = ({ from, number }: Arrival) => {
    const { chargeId, stars, paidAt, ...told } = charges[number]!;
    const listed = { chargeId, userId, stars, payload, paidAt };
    return takeCharge(
      { database: test.database, log: silentLogger },
      from === 'list' ? listed : { ...listed, ...told },
      { isRecovered: from === 'list' },
    );
  };
  // Access begins when the first payment is reported, so it is the only one that comes at its time.
  const opening = arrivals.find(({ number }) => number === 0);
  if (opening !== undefined) await take(opening);
  await test.advance(`${end + DAY_MS - (await now())} milliseconds`);
  for (const arrival of arrivals) await take(arrival);
  const [row] = await test.database.query(
    (sql) => sql<{ end: number; charged: number; orders: number; odd: number }[]>`
      select (extract(epoch from a.paid_until) * 1000)::bigint as end, (extract(epoch from s.paid_until) * 1000)::bigint as charged,
        (select count(*)::int from orders o where o.user_id = ${userId} and o.state = 'settled') as orders,
        (select count(*)::int from star_charges c left join payments p using (payment_id)
          where c.user_id = ${userId} and p.standing is distinct from 'settled') as odd
      from star_subscriptions s join subscriptions a using (user_id, open_channel_id)
      where user_id = ${userId} and open_channel_id = ${CHANNEL_ID}`,
  );
  return { row, wanted: { end: orderly, charged: end, orders: charges.length, odd: 0 } };
}

/** The first report comes some seconds after its payment. */
const SECONDS_APART_MS = 60_000;

it.each([
  ['whatever is lost, if it counts as expected', asExpected],
  ['however it counts, if no update is lost', asItLikes],
])(
  'gives each payment the period that Telegram counts, in any sequence of updates and list: %s',
  async (_, histories) => {
    await fc.assert(
      fc.asyncProperty(
        histories.chain((of) => fc.tuple(fc.constant(of), arrivalsOf(of))),
        async ([of, arrivals]) => {
          const { row, wanted } = await play(of, arrivals);
          expect({ ...row, end: 0, charged: 0 }).toEqual({ ...wanted, end: 0, charged: 0 });
          expect(row?.charged).toBe(wanted.charged);
          expect(Math.abs((row?.end ?? 0) - wanted.end)).toBeLessThan(SECONDS_APART_MS);
        },
      ),
      { numRuns: 40 },
    );
  },
  LONG_TEST_DEADLINE_MS,
);
