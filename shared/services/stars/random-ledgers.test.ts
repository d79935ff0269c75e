import fc from 'fast-check';
import { LONG_TEST_DEADLINE_MS } from '../../../tests/support/deadlines';
import { keepRows } from '../../../tests/support/keep-rows';
import { addSellingChannel } from '../../../tests/support/subscription';
import { useTestDatabase } from '../../../tests/support/test-database';
import { dying } from '../../../tests/worlds/access';
import { starList } from '../../../tests/worlds/star-list';
import { addStarOrder, PRICE, type StarOrder } from '../../../tests/worlds/star-payments';
import { silentLogger, type Logger } from '../../logger';
import { createLedgerKeeper, type KeepLedgerDependencies } from './keep-ledger';
import { takeCharge } from './take-charge';
import { takeRefund } from './take-refund';

const RUNS = 40;
const test = useTestDatabase();
let restore: () => Promise<void>;
beforeAll(async () => {
  await addSellingChannel(test.database);
  restore = await keepRows(test);
});

const step = fc.oneof(
  /** A buyer pays an order, once or twice. */
  {
    weight: 4,
    arbitrary: fc.record({ does: fc.constant('pay' as const), buyer: fc.nat(4), isLost: fc.boolean() }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant('refund' as const), which: fc.nat(), isLost: fc.boolean() }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('charge_back' as const),
      stars: fc.integer({ min: 1, max: 500 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('others' as const),
      count: fc.integer({ min: 1, max: 130 }),
      isIncoming: fc.boolean(),
    }),
  },
  /** The worker runs, dies at a step, and rows come between its pages. */
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('work' as const),
      diesAt: fc.option(fc.integer({ min: 1, max: 30 })),
      isAfter: fc.boolean(),
      workers: fc.integer({ min: 1, max: 2 }),
      comes: fc.constantFrom('nothing' as const, 'payment' as const, 'other' as const),
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer Each> ? Each : never;

interface Paid extends StarOrder {
  readonly chargeId: string;
}

async function play(steps: readonly Step[]) {
  const list = starList();
  const told: number[] = [];
  const log: Logger = {
    ...silentLogger,
    error: (event, fields) => {
      if (event === 'ledger.differs') told.push(Number(fields?.['differenceStars']));
    },
  };
  const starsFor = { isEveryone: true, named: [] };
  const deps: KeepLedgerDependencies = { database: test.database, api: list.api, log, starsFor };
  const orders = new Map<number, StarOrder>();
  const paid: Paid[] = [];
  const refunded = new Set<string>();
  let [chargedBack, last] = [0, 0];

  const pay = (order: StarOrder): Paid => {
    const chargeId = list.pay({ ...order, stars: PRICE.stars, id: `charge_${++last}` });
    const payment = { ...order, chargeId };
    paid.push(payment);
    return payment;
  };
  const asReported = ({ chargeId, userId, payload }: Paid) => ({
    chargeId,
    userId,
    payload,
    stars: PRICE.stars,
  });
  const orderOf = async (buyer: number) => {
    const known = orders.get(buyer) ?? (await addStarOrder(test.database, { userId: 900 + buyer }));
    orders.set(buyer, known);
    return known;
  };
  const work = async ({ diesAt, isAfter, workers, comes }: Extract<Step, { does: 'work' }>) => {
    await test.advance('61 seconds');
    const spare = await orderOf(4);
    let left = 3;
    list.afterEachCall(() => {
      if (left-- <= 0 || comes === 'nothing') return;
      if (comes === 'payment') pay(spare);
      else list.other(1);
    });
    await Promise.all(
      Array.from({ length: workers }, () => {
        const its = diesAt === null ? deps : (dying(deps as never, diesAt, isAfter) as never);
        return createLedgerKeeper(its)(60_000);
      }),
    );
    list.afterEachCall(() => undefined);
  };
  for (const each of steps) {
    if (each.does === 'pay') {
      const payment = pay(await orderOf(each.buyer));
      if (!each.isLost) await takeCharge(deps, { ...asReported(payment), paidAt: 1_800_000_000_000 });
    } else if (each.does === 'refund') {
      const payment = paid[each.which % Math.max(1, paid.length)];
      if (payment === undefined || refunded.has(payment.chargeId)) continue;
      refunded.add(payment.chargeId);
      list.refund(payment.chargeId, { ...payment, stars: PRICE.stars });
      if (!each.isLost) await takeRefund(deps, asReported(payment));
    } else if (each.does === 'charge_back') {
      list.chargeBack(each.stars);
      chargedBack += each.stars;
    } else if (each.does === 'others') {
      for (let i = 0; i < each.count; i += 1) list.other(3, each.isIncoming);
    } else await work(each);
  }
  // Updates that are not lost have come, and the worker runs without faults until nothing is left to do.
  for (let i = 0; i < 6; i += 1) {
    await test.advance(i === 5 ? '25 hours' : '4 minutes');
    await createLedgerKeeper(deps)(60_000);
  }
  return { list, paid, refunded, chargedBack, told };
}

/** What our own tables say. */
const books = async () => {
  const [row] = await test.database.query(
    (sql) => sql<
      {
        rows: string[];
        charges: { id: string; isRefunded: boolean; status: string; orders: number; payments: number }[];
        settled: number;
        unmatched: number;
        difference: number;
      }[]
    >`
      select coalesce((select jsonb_agg((case when is_incoming then '+' else '-' end) || transaction_id) from star_transactions), '[]') as rows,
        coalesce((select jsonb_agg(jsonb_build_object('id', c.charge_id, 'isRefunded', c.refunded_at is not null,
          'status', p.payment_status, 'payments', (select count(*) from payments a where a.payment_id = c.payment_id)))
          from star_charges c left join payments p using (payment_id)), '[]') as charges,
        (select count(*)::int from star_transactions where matched_at is null) as unmatched,
        (select difference_stars::int from star_ledger) as difference,
        (select coalesce(max(n), 0)::int from (select count(*) as n from payments where settles group by order_reference) s) as settled`,
  );
  if (row === undefined) throw new Error('nothing was read');
  return row;
};

it(
  'ends with one charge and one payment for each row, and with an equation that holds or is told',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        await restore();
        const { list, paid, refunded, chargedBack, told } = await play(steps);
        const { rows, charges, unmatched, difference, settled } = await books();
        const listed = list.rows().map(({ id, source }) => `${source === undefined ? '-' : '+'}${id}`);
        expect(rows.sort()).toEqual(listed.sort());
        expect(charges.map(({ id }) => id).sort()).toEqual(paid.map(({ chargeId }) => chargeId).sort());
        for (const { id, isRefunded, status, payments } of charges)
          expect({ id, isRefunded, status, payments }).toEqual({
            id,
            isRefunded: refunded.has(id),
            status: refunded.has(id) ? 'refunded' : 'finished',
            payments: 1,
          });
        expect(settled).toBeLessThanOrEqual(1);
        expect({ unmatched, difference }).toEqual({ unmatched: 0, difference: chargedBack });
        if (chargedBack > 0) expect(told).toContain(chargedBack);
        expect(told.filter((size, index) => index > 0 && size === told[index - 1])).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  },
  LONG_TEST_DEADLINE_MS,
);
