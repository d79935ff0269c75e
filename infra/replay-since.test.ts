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
])('%p is none, and is answered in a plain sentence', (text) => {
  expect(() => instantIn(text)).toThrow(`${text} is no instant with a zone, such as 2026-10-01T12:00:00Z`);
});

describe('what is told', () => {
  const at = new Date('2026-10-01T12:00:00Z');
  const counted = { lookedAt: 9, changed: 4, fresh: 3, settled: 2, unreadable: 0 };
  const found = { ...counted, madeSince: at, changedSince: at, orphans: [] };
  const ipn = {
    paymentId: 5_000_000_001,
    parentPaymentId: null,
    invoiceId: null,
    orderId: 'x',
    paymentStatus: 'partially_paid',
    rawStatus: 'partially_paid',
    priceAmount: '25',
    priceCurrency: 'usd',
    payAmount: '25',
    actuallyPaid: null,
    payCurrency: 'eth',
    outcomeAmount: null,
    outcomeCurrency: null,
  } as const;

  it('is short where all is well', () => {
    const iso = '2026-10-01T12:00:00.000Z';
    expect(describeReconciled(found).split('\n')).toEqual([
      `Looked at 9 payments made since ${iso}; 4 of them were made or changed since ${iso}.`,
      'New here: 3. Orders that they settled: 2.',
      'Every one of them is of an order that this database knows.',
    ]);
  });

  it('names what could not be read, and orphans of somebody else’s', () => {
    const text = describeReconciled({ ...found, unreadable: 2, orphans: [{ ipn, named: undefined }] });
    expect(text).toContain('\nCould not be read, so look them up at NOWPayments: 2.\n');
    expect(text).toContain(
      '\n  payment 5000000001: partially_paid, price 25 usd, paid nothing; its order_id is not one of ours',
    );
  });
});
