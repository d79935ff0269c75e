import fc from 'fast-check';
import { nowMs } from '../../../tests/support/clock';
import { addSellingChannel, addTierOrder, paymentOf, settleIpn } from '../../../tests/support/subscription';
import { CHANNEL_ID, OWNER_ID } from '../../../tests/support/order';
import { doneAgain, dyingAt } from '../../../tests/support/dying-database';
import { addStarInvoice, renewalFor } from '../../../tests/support/stars';
import { useTestDatabase } from '../../../tests/support/test-database';
import { personWith } from '../../../tests/worlds/owner';
import { renewalsIn } from '../../../tests/worlds/star-renewals';
import { announce } from '../../../tests/worlds/support';
import { FOR_EVER_DAYS } from '../../domain/common/for-ever';
import { HOUR_MS } from '../../domain/common/time';
import type { StarCharge } from '../../domain/stars/charge';
import { silentLogger } from '../../logger';
import { takeCharge } from './take-charge';

const test = useTestDatabase();
beforeAll(async () => {
  await addSellingChannel(test.database);
});
const { perform } = renewalsIn(test);

const NOW_MS = Math.floor(nowMs() / 1000) * 1000;
/** What a buyer does to a subscription in Telegram. */
type Touch = 'canceled' | 'active';

/** Subscriptions of one buyer, oldest first, each with what the buyer does to it in Telegram, and what else happens to the buyer. */
interface Rivals {
  readonly touches: readonly (readonly Touch[])[];
  readonly fate: 'ban' | 'for_ever' | null;
}

type Arrival =
  | { readonly type: 'charge'; readonly of: number }
  | { readonly type: 'report'; readonly of: number; readonly state: Touch }
  | { readonly type: 'fate' }
  | { readonly type: 'perform' };
type Delivered = Arrival & { readonly diesAt: number };

let lastUser = 95_000;
let lastUpdate = 5_000_000;

const FATES = {
  ban: async (userId: number) => {
    const wish = { by: OWNER_ID, channel: CHANNEL_ID, ruling: 'ban', userId } as const;
    await personWith(test, OWNER_ID).press(await announce(test, wish));
  },
  for_ever: async (userId: number) => {
    const of = { userId, name: 'Lifetime', days: FOR_EVER_DAYS, amountCents: 9000 };
    const money = { price_amount: 90, pay_amount: 90, actually_paid: 90 };
    await settleIpn(test.database, paymentOf(await addTierOrder(test.database, of), { userId, ...money }));
  },
} as const;

/** Lets everything arrive for a new buyer. Returns which subscriptions Telegram was told to end. */
async function play({ touches, fate }: Rivals, arrivals: readonly Delivered[]): Promise<boolean[]> {
  const userId = (lastUser += 1);
  const updates = (lastUpdate += 1000);
  const firsts: StarCharge[] = [];
  for (const [index] of touches.entries()) {
    const order = await addTierOrder(test.database, { userId, name: `Tier ${index}` });
    const payload = await addStarInvoice(test.database, order, { renews: true });
    firsts.push(renewalFor(payload, 0, { userId, paidAt: NOW_MS + index * HOUR_MS }));
  }
  const ended = new Set<string>();
  const performAll = async () => {
    for (const [, chargeId] of (await perform()).calls) ended.add(chargeId);
  };
  for (const [index, arrival] of arrivals.entries()) {
    if (arrival.type === 'perform') await performAll();
    if (arrival.type === 'fate' && fate !== null) await FATES[fate](userId);
    if (arrival.type === 'perform' || arrival.type === 'fate') continue;
    const first = firsts[arrival.of];
    if (first === undefined) throw new Error('there is no such subscription');
    await doneAgain(arrival.diesAt, async (step) => {
      const database = dyingAt(test.database, step);
      if (arrival.type === 'charge') return takeCharge({ database, log: silentLogger }, first);
      const subscription = { user: { id: userId }, invoice_payload: first.payload, state: arrival.state };
      return personWith({ database }, userId).send({ subscription }, updates + index);
    });
  }
  await performAll();
  return firsts.map(({ chargeId }) => ended.has(chargeId));
}

const rivals: fc.Arbitrary<Rivals> = fc.record({
  touches: fc.array(
    fc.constantFrom<readonly Touch[]>(
      [],
      ['canceled'],
      ['canceled', 'active'],
      ['canceled', 'active', 'canceled'],
    ),
    { minLength: 1, maxLength: 3 },
  ),
  fate: fc.constantFrom('ban', 'for_ever', null),
});

/** In any sequence, payments up to twice. Reports about one subscription come one after the other. */
const arrivalsOf = ({ touches, fate }: Rivals): fc.Arbitrary<Delivered[]> => {
  const charges = touches.map((_, of) => ({ type: 'charge', of }) as const);
  const reports = touches.flatMap((states, of) =>
    states.map((state) => ({ type: 'report', of, state }) as const),
  );
  const others = [{ type: 'perform' }, ...(fate === null ? [] : [{ type: 'fate' } as const])] as const;
  const all: Arrival[] = [...charges, ...charges, ...reports, ...others];
  const most = { minLength: all.length, maxLength: all.length };
  return fc
    .tuple(fc.shuffledSubarray(all, most), fc.array(fc.integer({ min: 0, max: 4 }), most))
    .map(([shuffled, deaths]) => {
      const waiting = touches.map((states) => [...states]);
      return shuffled.map((arrival, index) => {
        const diesAt = deaths[index] ?? 0;
        if (arrival.type !== 'report') return { ...arrival, diesAt };
        return { ...arrival, state: waiting[arrival.of]?.shift() ?? arrival.state, diesAt };
      });
    });
};

it('leaves one renewal of an access at most, the newest, and none of a banned buyer or of access for ever', async () => {
  await fc.assert(
    fc.asyncProperty(
      rivals.chain((of) => fc.tuple(fc.constant(of), arrivalsOf(of))),
      async ([of, arrivals]) => {
        const ended = await play(of, arrivals);
        if (of.fate !== null) {
          expect(ended).toEqual(ended.map(() => true));
          return;
        }
        const goingOn = of.touches.filter((states, index) => states.at(-1) !== 'canceled' && !ended[index]);
        expect(goingOn.length).toBeLessThanOrEqual(1);
        if (of.touches.at(-1)?.length === 0 || of.touches.length === 1) expect(ended.at(-1)).toBe(false);
      },
    ),
    { numRuns: 40 },
  );
});
