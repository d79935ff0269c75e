import { decimalOf } from '../domain/common/money';
import { PAYMENT_STATUSES } from '../domain/payments/payment-status';
import { type Ipn, ipnDeliveryId, isPayment, parseIpn } from './ipn';

/** A payment as NOWPayments reports it today. Each test changes the fields that it is about. */
const CONFIRMING = {
  actually_paid: 1.70073759,
  actually_paid_at_fiat: 0,
  fee: { currency: 'usdtmatic', depositFee: 0.004169, serviceFee: 0, withdrawalFee: 0.005413 },
  invoice_id: 6158118973,
  order_description: 'Second brain course',
  order_id: 'LEX3SZMT',
  outcome_amount: 0.378719,
  outcome_currency: 'usdtmatic',
  parent_payment_id: null,
  pay_address: '0xABB808cE003E6120bf20bF536834bDEF4e8A6259',
  pay_amount: 1.70073759,
  pay_currency: 'maticmainnet',
  payin_extra_id: null,
  payment_extra_ids: null,
  payment_id: 4562642554,
  payment_status: 'confirming',
  price_amount: 0.4,
  price_currency: 'usd',
  purchase_id: '5844495295',
};

function payment(body: unknown): Ipn {
  const parsed = parseIpn(body);
  if (!isPayment(parsed)) throw new Error(`not a payment: ${parsed.reason}`);
  return parsed;
}

const changed = (change: Record<string, unknown>): Ipn => payment({ ...CONFIRMING, ...change });

describe('an IPN', () => {
  it('is translated into our names', () => {
    expect(payment(CONFIRMING)).toEqual({
      rail: 'nowpayments',
      payerUserId: null,
      paymentId: 4562642554,
      parentPaymentId: null,
      invoiceId: '6158118973',
      orderId: 'LEX3SZMT',
      paymentStatus: 'confirming',
      rawStatus: 'confirming',
      priceAmount: '0.4',
      priceCurrency: 'usd',
      payAmount: '1.70073759',
      actuallyPaid: '1.70073759',
      payCurrency: 'maticmainnet',
      outcomeAmount: '0.378719',
      actuallyPaidAtFiat: '0',
      outcomeCurrency: 'usdtmatic',
    });
  });

  test.each<[string, Record<string, unknown>, Partial<Ipn>]>([
    [
      'waiting',
      { payment_id: 5183778412, payment_status: 'waiting', actually_paid: 0, price_amount: 2 },
      { paymentStatus: 'waiting', actuallyPaid: '0', priceAmount: '2' },
    ],
    [
      'confirmed with a tenth paid',
      {
        payment_status: 'confirmed',
        actually_paid: 0.00506984,
        pay_amount: 0.04763643,
        outcome_amount: 101.611878,
      },
      { paymentStatus: 'confirmed', actuallyPaid: '0.00506984', outcomeAmount: '101.611878' },
    ],
    [
      'finished without an invoice',
      { payment_status: 'finished', invoice_id: null, order_description: null, updated_at: 1765249461097 },
      { paymentStatus: 'finished', invoiceId: null },
    ],
    [
      'finished slightly short, with fees as strings and JSON as order id',
      {
        payment_status: 'finished',
        fee: { currency: 'usdtmatic', depositFee: '0.034133' },
        order_id: '{"a":1}',
        pay_amount: 4.98842014,
        actually_paid: 4.98842,
      },
      { orderId: '{"a":1}', actuallyPaid: '4.98842' },
    ],
    [
      'of 2023, with ISO dates and neither fee nor parent',
      { fee: undefined, parent_payment_id: undefined, created_at: '2023-03-09T11:10:12.511Z' },
      { parentPaymentId: null },
    ],
    [
      'a wrong-asset child',
      {
        payment_id: 4870885867,
        parent_payment_id: 6160305429,
        invoice_id: null,
        payment_status: 'partially_paid',
        price_amount: 13,
        pay_currency: 'usdtbsc',
      },
      {
        paymentId: 4870885867,
        parentPaymentId: 6160305429,
        paymentStatus: 'partially_paid',
        payCurrency: 'usdtbsc',
      },
    ],
    [
      'from GET, with its other types',
      { purchase_id: 5844495295, payment_extra_ids: [1], burning_percent: 'null', type: 'crypto2crypto' },
      { paymentId: 4562642554 },
    ],
    [
      'from the sandbox, with ids as strings',
      { payment_id: '4562642554', invoice_id: '6158118973', parent_payment_id: 'null' },
      { paymentId: 4562642554, invoiceId: '6158118973', parentPaymentId: null },
    ],
    [
      'with one of our order ids',
      { order_id: 'PGP-6271402111|-1003253338212' },
      { orderId: 'PGP-6271402111|-1003253338212' },
    ],
    ['with an order id that is a number', { order_id: 12 }, { orderId: '12' }],
    ['without an order id', { order_id: null }, { orderId: null }],
    [
      'with currencies in capitals',
      { price_currency: 'USD', pay_currency: ' BTC ' },
      { priceCurrency: 'usd', payCurrency: 'btc' },
    ],
    [
      'with a NUL, which Postgres cannot store',
      { order_id: 'a\0b', payment_status: 'x\0' },
      { orderId: 'a\uFFFDb', rawStatus: 'x\uFFFD' },
    ],
  ])('is read: %s', (_, change, expected) => expect(changed(change)).toMatchObject(expected));

  test.each(PAYMENT_STATUSES)('is read with the status %s', (status) =>
    expect(changed({ payment_status: status })).toMatchObject({ paymentStatus: status, rawStatus: status }),
  );

  test.each([
    'cancelled',
    'canceled',
    'Finished',
    'finished ',
    'unknown',
    'toString',
    'wrong_asset_confirmed',
  ])('is `unknown` with the status %j, which is kept as sent', (status) =>
    expect(changed({ payment_status: status })).toMatchObject({
      paymentStatus: 'unknown',
      rawStatus: status,
    }),
  );

  const amounts = {
    price_amount: 'priceAmount',
    pay_amount: 'payAmount',
    actually_paid: 'actuallyPaid',
    outcome_amount: 'outcomeAmount',
  } as const;
  describe.each(Object.entries(amounts))('%s', (field, key) => {
    test.each([null, undefined, '', 'N/A', -1, '-0.1', NaN, Infinity, 1e30, true, [], {}, '1'.repeat(99)])(
      'is null if it is %p',
      (value) => expect(changed({ [field]: value })[key]).toBeNull(),
    );

    test.each([0, 26.0, '26.0', 8.3e-5, '8.3e-05', 1e-7, '0.034133', 4.98842014, 500_000_000_000])(
      'is exact if it is %p',
      (value) => expect(changed({ [field]: value })[key]).toBe(decimalOf(value)),
    );
  });

  test.each([
    'price_currency',
    'pay_currency',
    'outcome_currency',
    'order_id',
    'invoice_id',
    'parent_payment_id',
  ])('is read alike with %s null, empty or absent', (field) => {
    const absent = Object.fromEntries(Object.entries(CONFIRMING).filter(([key]) => key !== field));
    expect(payment(absent)).toEqual(changed({ [field]: null }));
    expect(changed({ [field]: '' })).toEqual(changed({ [field]: null }));
  });
});

describe('a verified body that isn’t a payment', () => {
  test.each([
    ['a payout', { id: '1', batch_withdrawal_id: '2', status: 'CREATING', amount: '1' }, 'other_subject'],
    ['nothing at all', {}, 'other_subject'],
    ['a status without a payment', { payment_status: 'finished', payment_id: null }, 'other_subject'],
    ['ids that are empty', { payment_id: '', invoice_id: 'null', order_id: null }, 'other_subject'],
    ['a payment without a status', { payment_id: 1 }, 'malformed'],
    ['a payment whose status is null', { payment_id: 1, payment_status: null }, 'malformed'],
    ['an invoice without a payment', { payment_status: 'finished', invoice_id: 4522625843 }, 'malformed'],
    ['an order without a payment', { payment_id: null, order_id: 'shop-17' }, 'malformed'],
    ['an order whose id is odd', { order_id: { id: 1 } }, 'malformed'],
    ['an array', [], 'malformed'],
    ['null', null, 'malformed'],
    ['a text', 'finished', 'malformed'],
    ['a status that is a number', { ...CONFIRMING, payment_status: 1 }, 'malformed'],
    ['an empty status', { ...CONFIRMING, payment_status: '' }, 'malformed'],
    ['an invoice id that is text', { ...CONFIRMING, invoice_id: 'x' }, 'malformed'],
    [
      'an unreadable parent, which must not count as no parent',
      { ...CONFIRMING, parent_payment_id: 'x' },
      'malformed',
    ],
    ['a parent that is an object', { ...CONFIRMING, parent_payment_id: {} }, 'malformed'],
  ])('is not a payment: %s', (_, body, reason) =>
    expect(parseIpn(body)).toEqual({ kind: 'not_a_payment', reason }),
  );

  test.each([
    0,
    -1,
    1.5,
    2 ** 53,
    1e21,
    NaN,
    '1e3',
    '0x10',
    '01',
    ' 1',
    '1.0',
    'abc',
    '',
    'null',
    [],
    {},
    true,
  ])('is not a payment with the payment id %p', (id) =>
    expect(parseIpn({ ...CONFIRMING, payment_id: id })).toEqual({
      kind: 'not_a_payment',
      reason: 'malformed',
    }),
  );
});

describe('a delivery id', () => {
  it('is the same for every spelling of the same content', () => {
    const spelled = changed({ payment_id: '4562642554', actually_paid: '1.700737590', updated_at: 1 });
    expect(ipnDeliveryId(spelled)).toMatch(/^4562642554:[0-9a-f]{64}$/);
    expect(ipnDeliveryId(spelled)).toBe(ipnDeliveryId(payment(CONFIRMING)));
  });

  it('differs with the price, which can decide if the payment settles', () => {
    expect(ipnDeliveryId(changed({ price_amount: 1 }))).not.toBe(ipnDeliveryId(payment(CONFIRMING)));
  });

  test.each([
    { payment_id: 1 },
    { payment_status: 'finished' },
    { actually_paid: 1.8 },
    { actually_paid: null },
    { actually_paid_at_fiat: 1.25 },
  ])('differs with %p', (change) =>
    expect(ipnDeliveryId(changed(change))).not.toBe(ipnDeliveryId(payment(CONFIRMING))),
  );
});
