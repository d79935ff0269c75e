import fc from 'fast-check';
import { orderOf, SUBSCRIPTION } from '../../../tests/support/payment-case';
import { decidePayment } from '../decide-payment';
import type { PaymentCase } from './payment-case';
import { judgePayments, type Judgement } from './judge-payments';
import { RANK, type NewPayment, type Payment } from './payment';
import type { PaymentStatus } from './payment-status';

const STATUSES = Object.keys(RANK) as PaymentStatus[];

const start: PaymentCase = { ...orderOf(SUBSCRIPTION, 2500, 1), access: null };

const PAID: Partial<Record<PaymentStatus, string>> = {
  partially_paid: '0.005',
  finished: '0.01',
  refunded: '0.01',
};

const ipn = (paymentStatus: PaymentStatus, rest: Partial<NewPayment> = {}): NewPayment => ({
  rail: 'nowpayments',
  payerUserId: null,
  paymentId: 5_000_000_001,
  parentPaymentId: null,
  paymentStatus,
  priceAmount: '25',
  priceCurrency: 'usd',
  payAmount: '0.01',
  actuallyPaid: PAID[paymentStatus] ?? '0',
  actuallyPaidAtFiat: null,
  payCurrency: 'eth',
  outcomeAmount: null,
  outcomeCurrency: null,
  ...rest,
});

/** The keys of everything promised on the way but for the clocks of cases, and the final state. */
const donation: PaymentCase = { ...start, order: { ...start.order, item: { kind: 'donation' } } };

function after(ipns: readonly NewPayment[], from: PaymentCase = start) {
  const keys = new Set<string>();
  let known = from;
  let judgement: Judgement | undefined;
  for (const next of ipns) {
    const decision = decidePayment(known, next);
    for (const { key, effect } of decision.promised) if (effect.kind !== 'case_step') keys.add(key);
    judgement = decision.judgement;
    const { state, paymentId } = judgement;
    known = { ...known, order: { ...known.order, state, paymentId }, payments: decision.payments };
  }
  const verdicts = [...(judgement?.verdicts ?? [])].sort(([a], [b]) => a - b);
  const payments = [...known.payments].sort((a, b) => a.paymentId - b.paymentId);
  return { keys, end: { state: known.order.state, paymentId: known.order.paymentId, verdicts, payments } };
}

/**
 * The result that the design demands for a set of statuses of one payment of the order itself, at the order's price.
 */
function demanded(statuses: readonly PaymentStatus[]): {
  state: string;
  standing: string;
  exception: string;
} {
  const has = (status: PaymentStatus) => statuses.includes(status);
  const late = has('expired') ? 'late' : 'none';
  if (has('finished')) {
    return has('refunded')
      ? { state: 'refunded', standing: 'refunded', exception: late }
      : { state: 'settled', standing: 'settled', exception: late };
  }
  if (has('refunded')) return { state: 'open', standing: 'refunded', exception: 'none' };
  if (has('partially_paid')) return { state: 'open', standing: 'parked', exception: 'partial' };
  if (has('failed')) return { state: 'open', standing: 'failed', exception: 'none' };
  if (has('expired')) return { state: 'open', standing: 'expired', exception: 'none' };
  return { state: 'open', standing: 'pending', exception: 'none' };
}

function* subsets<T>(items: readonly T[]): Generator<T[]> {
  for (let mask = 1; mask < 1 << items.length; mask += 1)
    yield items.filter((_, index) => mask & (1 << index));
}

it('judges every set of statuses as designed, in order and in reverse', () => {
  let sets = 0;
  for (const statuses of subsets(STATUSES)) {
    for (const order of [statuses, [...statuses].reverse()]) {
      const { state, verdicts } = after(order.map((status) => ipn(status))).end;
      const { standing, exception } = verdicts[0]![1];
      expect({ statuses: order, state, standing, exception }).toEqual({
        statuses: order,
        ...demanded(statuses),
      });
    }
    sets += 1;
  }
  expect(sets).toBe(2 ** STATUSES.length - 1);
});

it('judges alike for any permutation and repetition of the same IPNs', () => {
  const child = { paymentId: 5_000_000_002, parentPaymentId: 5_000_000_001 };
  const anyIpn = fc.oneof(
    fc.constantFrom(...STATUSES).map((status) => ipn(status)),
    fc.constantFrom(...STATUSES).map((status) => ipn(status, { actuallyPaid: '0.02' })),
    fc.constantFrom(...STATUSES).map((status) => ipn(status, { priceAmount: '5' })),
    fc.constantFrom(...STATUSES).map((status) => ipn(status, child)),
    fc.constantFrom(...STATUSES).map((status) => ipn(status, { ...child, payCurrency: 'usdttrc20' })),
  );
  fc.assert(
    fc.property(
      fc.array(anyIpn, { minLength: 1, maxLength: 8 }).chain((ipns) =>
        fc.tuple(
          fc.constant(ipns),
          fc.shuffledSubarray([...ipns, ...ipns], {
            minLength: ipns.length * 2,
            maxLength: ipns.length * 2,
          }),
        ),
      ),
      ([ipns, shuffled]) => {
        expect(after(shuffled).end).toEqual(after(ipns).end);
      },
    ),
    { numRuns: 500 },
  );
});

it.each(STATUSES.map((status) => [status, status === 'finished'] as const))(
  'decides if a payment that is only %s settles the order: %s',
  (status, settles) => {
    expect(after([ipn(status)]).end.state === 'settled').toBe(settles);
  },
);

it('settles only at the exact price in the order’s currency', () => {
  expect(after([ipn('finished', { priceAmount: '25.00' })]).end.state).toBe('settled');
  for (const odd of [
    { priceAmount: '24.99' },
    { priceCurrency: 'eur' },
    { priceAmount: null },
    { priceAmount: '25.001' },
  ]) {
    const { state, verdicts } = after([ipn('finished', odd)]).end;
    expect(state).toBe('open');
    expect(verdicts[0]?.[1]).toEqual({ standing: 'parked', exception: 'amount_mismatch', settles: false });
  }
});

it('settles a sandbox payment, which reports that nothing was paid', () => {
  expect(after([ipn('finished', { actuallyPaid: '0' })]).end.state).toBe('settled');
});

it('settles an overpaid order as `over`', () => {
  const { state, verdicts } = after([ipn('finished', { actuallyPaid: '0.012' })]).end;
  expect([state, verdicts[0]?.[1].exception]).toEqual(['settled', 'over']);
});

it('parks a repeated deposit or one in a wrong asset', () => {
  const child = (rest: Partial<NewPayment>) =>
    ipn('finished', { paymentId: 9, parentPaymentId: 5_000_000_001, ...rest });
  expect(after([child({})]).end.state).toBe('open');
  const repeated = after([ipn('finished'), child({})]).end;
  expect(repeated.verdicts[0]?.[1]).toEqual({ standing: 'parked', exception: 'repeated', settles: false });
  const wrong = after([child({ payCurrency: 'usdttrc20' }), ipn('confirming')]).end;
  expect(wrong.verdicts[0]?.[1]).toEqual({ standing: 'parked', exception: 'wrong_asset', settles: false });
  expect(wrong.state).toBe('open');
});

it('parks money that came with a failure', () => {
  expect(after([ipn('failed', { actuallyPaid: '0.005' })]).end.verdicts[0]?.[1]).toEqual({
    standing: 'parked',
    exception: 'partial',
    settles: false,
  });
});

it('parks a second finished payment of the same order', () => {
  const { paymentId, verdicts } = after([ipn('finished'), ipn('finished', { paymentId: 1 })]).end;
  expect(paymentId).toBe(5_000_000_001);
  expect(verdicts[0]?.[1]).toEqual({ standing: 'parked', exception: 'repeated', settles: false });
});

describe('what is told', () => {
  const told = (...ipns: NewPayment[]) =>
    [...after(ipns, donation).keys].map((key) => key.split(':').slice(2).join(':')).sort();

  it('tells payer and owner once about a settled donation', () => {
    expect(told(ipn('finished'), ipn('finished'), ipn('sending'))).toEqual([
      'owner:settled',
      'payer:settled',
    ]);
  });

  it('tells the payer once that money was seen', () => {
    expect(told(ipn('waiting'), ipn('confirming'), ipn('confirmed'), ipn('sending'))).toEqual(['payer:seen']);
  });

  it('ignores a coin that expires after the order was paid in another one', () => {
    expect(told(ipn('finished'), ipn('expired', { paymentId: 3 }))).toEqual([
      'owner:settled',
      'payer:settled',
    ]);
  });

  it('tells payer and owner about a refund', () => {
    expect(told(ipn('refunded'))).toEqual(['owner:refunded', 'payer:refunded']);
  });

  it('announces a part to the owner, to the payer with an invoice for the rest', () => {
    const keys = [...after([ipn('partially_paid')]).keys].map((key) => key.split(':').slice(1).join(':'));
    expect(keys).toEqual(['5000000001:owner:partial', 'rest:1250:5000000001']);
  });

  it.each([
    ['who switched notifications off', { notificationsEnabled: false }],
    ['who gets a daily digest instead', { notifyEachSale: false }],
  ])('does not announce a sale to an owner %s', (_, change) => {
    const known = { ...donation, channel: { ...start.channel, ...change } };
    const { promised } = decidePayment(known, ipn('finished'));
    expect(promised.map(({ effect }) => effect.kind === 'send_message' && effect.chatId)).toEqual([42]);
    const odd = decidePayment(known, ipn('finished', { priceAmount: '3' })).promised;
    expect(odd.map(({ effect }) => effect.kind === 'send_message' && effect.chatId)).toContain(7);
  });
});

it('values each of many parts a fixed number of times', () => {
  const readsWith = (parts: number): number => {
    let reads = 0;
    const payments = Array.from({ length: parts }, (_, n): Payment => ({
      ...decidePayment(start, ipn('partially_paid', { paymentId: n + 1 })).payments[0]!,
      provenCents: 0,
      get actuallyPaid() {
        reads += 1;
        return '0.000001';
      },
    }));
    judgePayments(start.order, payments);
    return reads;
  };
  expect(readsWith(200)).toBe(2 * readsWith(100));
});
