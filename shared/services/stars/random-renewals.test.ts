import fc from 'fast-check';
import { addTierOrder, addSellingChannel } from '../../../tests/support/subscription';
import { CHANNEL_ID } from '../../../tests/support/order';
import { doneAgain, dyingAt } from '../../../tests/support/dying-database';
import { addStarInvoice, PERIOD_MS, renewalFor } from '../../../tests/support/stars';
import { useTestDatabase } from '../../../tests/support/test-database';
import { personWith } from '../../../tests/worlds/owner';
import type { Database } from '../../database/connection/pool';
import type { StarCharge } from '../../domain/stars/charge';
import { RENEWAL_STATES, type RenewalState } from '../../domain/stars/renewal';
import { silentLogger } from '../../logger';
import { takeCharge } from './take-charge';
import { takeRefund } from './take-refund';

const test = useTestDatabase();
beforeAll(async () => {
  await addSellingChannel(test.database);
});

/** What happens to a subscription, in this order: its payments by number, what Telegram says, and refunds of payments. */
interface History {
  readonly renewals: number;
  readonly states: readonly RenewalState[];
  readonly refunds: readonly number[];
}

type Arrival =
  | { readonly type: 'charge' | 'refund'; readonly number: number }
  | { readonly type: 'report'; readonly at: number };

/** An arrival that is lost half way at a statement, and comes again; 0: it isn't. */
type Delivered = Arrival & { readonly diesAt: number };

const inOrder = ({ renewals, states, refunds }: History): Arrival[] => [
  ...Array.from({ length: renewals + 1 }, (_, number) => ({ type: 'charge', number }) as const),
  ...states.map((_, at) => ({ type: 'report', at }) as const),
  ...refunds.map((number) => ({ type: 'refund', number }) as const),
];

let lastUser = 90_000;
let lastUpdate = 1_000_000;

/** Lets everything arrive for a new buyer, and returns how it ends. */
async function play({ states }: History, arrivals: readonly Delivered[]) {
  const userId = (lastUser += 1);
  const payload = await addStarInvoice(test.database, await addTierOrder(test.database, { userId }), {
    renews: true,
  });
  const charges = new Map<number, StarCharge>();
  const chargeOf = (number: number): StarCharge => {
    const charge = charges.get(number) ?? renewalFor(payload, number, { userId });
    charges.set(number, charge);
    return charge;
  };
  const updates = (lastUpdate += 1000);
  const arrive = async (arrival: Arrival, database: Database) => {
    const deps = { database, log: silentLogger };
    if (arrival.type === 'report') {
      const subscription = { user: { id: userId }, invoice_payload: payload, state: states[arrival.at] };
      return personWith({ database }, userId).send({ subscription }, updates + arrival.at);
    }
    const charge = chargeOf(arrival.number);
    return arrival.type === 'charge' ? takeCharge(deps, charge) : takeRefund(deps, charge);
  };
  for (const { diesAt, ...arrival } of arrivals)
    await doneAgain(diesAt, (step) => arrive(arrival, dyingAt(test.database, step)));
  const numberOf = new Map([...charges].map(([number, { chargeId }]) => [chargeId, number]));
  const paid = await test.database.query(
    (sql) => sql<{ chargeId: string; standing: string; isRefunded: boolean }[]>`
      select c.charge_id as "chargeId", p.standing, c.refunded_at is not null as "isRefunded"
      from star_charges c join payments p using (payment_id) where c.user_id = ${userId}`,
  );
  const [end] = await test.database.query(
    (sql) => sql<{ days: number | null; state: string; first: string; periods: number }[]>`
      select round(extract(epoch from a.paid_until - app_now()) / 86400)::float8 as days, s.state, s.first_charge_id as first,
        round((extract(epoch from s.paid_until) * 1000 - ${chargeOf(0).paidAt}) / ${PERIOD_MS})::int as periods
      from star_subscriptions s join subscriptions a using (user_id, open_channel_id)
      where user_id = ${userId} and open_channel_id = ${CHANNEL_ID}`,
  );
  return {
    ...end,
    first: numberOf.get(end?.first ?? ''),
    charges: paid
      .map(({ chargeId, ...rest }) => ({ number: numberOf.get(chargeId) ?? -1, ...rest }))
      .sort((a, b) => a.number - b.number),
  };
}

const history: fc.Arbitrary<History> = fc
  .record({
    renewals: fc.integer({ min: 0, max: 3 }),
    states: fc.array(fc.constantFrom(...RENEWAL_STATES), { maxLength: 3 }),
  })
  .chain(({ renewals, states }) =>
    fc
      .subarray(Array.from({ length: renewals + 1 }, (_, number) => number))
      .map((refunds) => ({ renewals, states, refunds })),
  );

/** Payments and refunds in any sequence, everything up to twice. Reports of one user come one after the other. */
const arrivalsOf = (of: History): fc.Arbitrary<Delivered[]> => {
  const all = inOrder(of);
  const reports = all.filter(({ type }) => type === 'report');
  return fc
    .tuple(
      fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 }),
      fc.array(fc.integer({ min: 0, max: 4 }), { minLength: all.length * 2, maxLength: all.length * 2 }),
    )
    .map(([shuffled, deaths]) => {
      const waiting = [...reports];
      return shuffled.map((arrival, index) => {
        const next = arrival.type === 'report' ? (waiting.shift() ?? arrival) : arrival;
        return { ...next, diesAt: deaths[index] ?? 0 };
      });
    });
};

it('ends as in the order of events, however they arrive', async () => {
  await fc.assert(
    fc.asyncProperty(
      history.chain((of) => fc.tuple(fc.constant(of), arrivalsOf(of))),
      async ([of, arrivals]) => {
        const clean = await play(
          of,
          inOrder(of).map((each) => ({ ...each, diesAt: 0 })),
        );
        expect(await play(of, arrivals)).toEqual(clean);
        const kept = of.renewals + 1 - of.refunds.length;
        expect(clean).toMatchObject({
          days: kept === 0 ? null : kept * 30,
          first: 0,
          periods: of.renewals + 1,
        });
      },
    ),
    { numRuns: 40 },
  );
});
