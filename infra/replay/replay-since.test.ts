import { describeReconciled, instantIn } from './replay-since';

it.each([
  ['2026-10-01T12:00:00Z', '2026-10-01T12:00:00.000Z'],
  ['2026-10-01T14:00:00+02:00', '2026-10-01T12:00:00.000Z'],
  ['2026-10-01T12:00:00.123456Z', '2026-10-01T12:00:00.123Z'],
])('%s is an instant', (text, iso) => {
  expect(instantIn(text).toISOString()).toBe(iso);
});

it.each([
  '',
  'yesterday',
  '2026-10-01',
  '2026-10-01T12:00:00',
  '2026-10-01 12:00:00Z',
  '2026-02-30T12:00:00Z',
  '2026-10-01T25:00:00Z',
  '1790856000',
])('%p is refused in a sentence', (text) => {
  expect(() => instantIn(text)).toThrow(
    `${text} isn't a time with a zone. Write it like 2026-10-01T12:00:00Z`,
  );
});

describe('the report of a reconciliation', () => {
  const at = new Date('2026-10-01T12:00:00Z');
  const counted = { lookedAt: 9, changed: 4, fresh: 3, settled: 2, unreadable: 0 };
  const found = { ...counted, madeSince: at, changedSince: at, orphans: [] };
  const ipn = {
    rail: 'nowpayments',
    payerUserId: null,
    paymentId: 5_000_000_001,
    parentPaymentId: null,
    invoiceId: null,
    orderId: 'x',
    paymentStatus: 'partially_paid',
    rawStatus: 'partially_paid',
    priceAmount: '25',
    priceCurrency: 'usd',
    payAmount: '25',
    actuallyPaidAtFiat: null,
    actuallyPaid: null,
    payCurrency: 'eth',
    outcomeAmount: null,
    outcomeCurrency: null,
  } as const;

  it('is three lines if every order is known', () => {
    const iso = '2026-10-01T12:00:00.000Z';
    expect(describeReconciled(found).split('\n')).toEqual([
      `Checked 9 payments made since ${iso}. Made or changed since ${iso}: 4.`,
      'New here: 3. Orders settled: 2.',
      'This database knows the order of every one of them.',
    ]);
  });

  it('counts unreadable payments and lists orphans with a foreign order_id', () => {
    const text = describeReconciled({ ...found, unreadable: 2, orphans: [{ ipn, named: undefined }] });
    expect(text).toContain('\nUnreadable: 2. Look them up at NOWPayments.\n');
    expect(text).toContain(
      '\n  payment 5000000001: partially_paid, price 25 usd, paid nothing; the order_id is not one of ours',
    );
  });
});
