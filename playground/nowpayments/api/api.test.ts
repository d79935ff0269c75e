import { startNowpaymentsSimulator, type NowpaymentsSimulator } from '../index';
import { call, createInvoice, invoiceRequest, options } from '../../../tests/support/nowpayments-simulator';

let simulator: NowpaymentsSimulator;

beforeAll(async () => {
  simulator = await startNowpaymentsSimulator(options);
});
afterAll(() => simulator.close());

const logIn = async () => {
  const { email, password } = options;
  const { body } = await call(simulator, '/auth', { body: { email, password } });
  return { authorization: `Bearer ${String(body['token'])}`, 'x-api-key': options.apiKey };
};

describe('answers with the types of the real API', () => {
  it('writes the id and the price of an invoice as strings', async () => {
    const { status, body } = await call(simulator, '/invoice', { body: invoiceRequest });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      id: expect.stringMatching(/^\d{10}$/) as string,
      price_amount: '12.99',
      price_currency: 'USD',
      order_id: invoiceRequest.order_id,
      pay_currency: null,
      ipn_callback_url: null,
      collect_user_data: false,
    });
    expect(body['invoice_url']).toBe(
      `${simulator.url.replace('/v1', '')}/payment/?iid=${String(body['id'])}`,
    );
  });

  it('writes the ids of a payment as strings when created, as numbers when read', async () => {
    const iid = await createInvoice(simulator);
    const made = await call(simulator, '/invoice-payment', { body: { iid, pay_currency: 'eth' } });
    expect(made.status).toBe(201);
    const id = String(made.body['payment_id']);
    expect(made.body).toMatchObject({ payment_id: id, purchase_id: expect.any(String) as string });
    const read = await call(simulator, `/payment/${id}`);
    expect(read.body).toMatchObject({
      payment_id: Number(id),
      invoice_id: Number(iid),
      purchase_id: Number(made.body['purchase_id']),
      payment_extra_ids: [],
      burning_percent: 'null',
      price_amount: 12.99,
    });
    expect(read.body).not.toHaveProperty('fee');
  });

  it('writes the ids in an IPN as numbers, but purchase_id as a string', async () => {
    const iid = await createInvoice(simulator);
    const paymentId = await simulator.pay(iid);
    expect(simulator.ipnBody(paymentId)).toMatchObject({
      payment_id: paymentId,
      invoice_id: Number(iid),
      purchase_id: expect.stringMatching(/^\d+$/) as string,
      payment_extra_ids: null,
      price_amount: 12.99,
      price_currency: 'usd',
      actually_paid: 12.99,
      actually_paid_at_fiat: 0,
      fee: { currency: 'usdttrc20', depositFee: '0.9', serviceFee: '0.06495', withdrawalFee: '0' },
      updated_at: expect.any(Number) as number,
    });
  });

  test.each<[string, object]>([
    ['/status', { message: 'OK' }],
    ['/min-amount?currency_from=btc&currency_to=usdttrc20&fiat_equivalent=usd', { fiat_equivalent: 12.9 }],
    ['/min-amount?currency_from=btc&fiat_equivalent=usd', { fiat_equivalent: 1.29 }],
    ['/min-amount?currency_from=usd&currency_to=usdttrc20', { min_amount: 11.41 }],
    ['/estimate?amount=62&currency_from=usd&currency_to=btc', { estimated_amount: '0.00100000' }],
    ['/currencies', { currencies: expect.arrayContaining(['btc', 'usdttrc20']) as string[] }],
    ['/merchant/coins', { selectedCurrencies: expect.arrayContaining(['BTC']) as string[] }],
  ])('answers GET %s', async (path, expected) => {
    expect(await call(simulator, path)).toMatchObject({ status: 200, body: expected });
  });
});

const post = (path: string, body: object) => call(simulator, path, { body });
const invoiceWith = (overrides: object) => post('/invoice', { ...invoiceRequest, ...overrides });

test.each<[string, () => ReturnType<typeof call>, number, string | undefined]>([
  ['no key', () => call(simulator, '/currencies', { headers: {} }), 403, 'INVALID_API_KEY'],
  [
    'another key',
    () => call(simulator, '/currencies', { headers: { 'x-api-key': 'x' } }),
    403,
    'INVALID_API_KEY',
  ],
  ['a list without a token', () => call(simulator, '/payment/'), 401, 'AUTH_REQUIRED'],
  [
    'a wrong password',
    () => post('/auth', { email: options.email, password: 'password' }),
    403,
    'ACCESS_DENIED',
  ],
  ['a price that is text', () => invoiceWith({ price_amount: '12.99' }), 400, 'INVALID_REQUEST_PARAMS'],
  ['a price of zero', () => invoiceWith({ price_amount: 0 }), 400, 'INVALID_REQUEST_PARAMS'],
  [
    'a callback on localhost',
    () => invoiceWith({ ipn_callback_url: 'http://localhost/' }),
    400,
    'INVALID_REQUEST_PARAMS',
  ],
  [
    'a callback without http',
    () => invoiceWith({ ipn_callback_url: 'ftp://a.b/' }),
    400,
    'INVALID_REQUEST_PARAMS',
  ],
  ['an unknown currency', () => invoiceWith({ price_currency: 'luna' }), 400, 'BAD_REQUEST'],
  ['an unknown coin', () => invoiceWith({ pay_currency: 'luna' }), 400, 'BAD_REQUEST'],
  [
    'a coin below its minimum',
    () => invoiceWith({ pay_currency: 'btc', price_amount: 12 }),
    400,
    'AMOUNT_MINIMAL_ERROR',
  ],
  ['an unknown payment', () => call(simulator, '/payment/5000000000'), 404, 'NOT_FOUND'],
  ['an unknown path', () => call(simulator, '/nothing'), 404, 'NOT_FOUND'],
])('refuses %s with the body of the real API', async (_what, ask, status, code) => {
  const answer = await ask();
  expect(answer).toEqual({
    status,
    body: { status: false, statusCode: status, code, message: expect.any(String) as string },
  });
});

it('uses the captured error messages', async () => {
  const messages = [
    await call(simulator, '/currencies', { headers: {} }),
    await call(simulator, '/payment/'),
    await invoiceWith({ pay_currency: 'luna' }),
    await invoiceWith({ pay_currency: 'usdttrc20', price_amount: 10.5 }),
  ].map(({ body }) => body['message']);
  expect(messages).toEqual([
    'Invalid api key',
    'Authorization header is empty (Bearer JWTtoken is required)',
    'Currency luna is not convertable to usdttrc20 now',
    'Crypto amount 10.5 is less than minimal',
  ]);
});

it('creates an invoice that no coin can pay if it names no coin', async () => {
  expect((await invoiceWith({ price_amount: 1 })).status).toBe(201);
});

it('lists the payments of an invoice, children included, for a valid token', async () => {
  const iid = await createInvoice(simulator);
  const paymentId = await simulator.pay(iid, { scenario: 'twice' });
  const { body } = await call(simulator, `/payment/?invoiceId=${iid}&limit=10&page=0`, {
    headers: await logIn(),
  });
  expect(body).toMatchObject({ total: 2, pagesCount: 1, page: 0, limit: 10 });
  const [child, parent] = body['data'] as Record<string, unknown>[];
  expect(child).toMatchObject({
    parent_payment_id: paymentId,
    origin_type: 'REPEATED',
    invoice_id: null,
    order_id: parent!['order_id'],
  });
  expect(parent).toMatchObject({ payment_id: paymentId, payment_extra_ids: [child!['payment_id']] });
});

it('accepts a token for five minutes', async () => {
  let at = Date.now();
  const aging = await startNowpaymentsSimulator({ ...options, now: () => at });
  const { email, password } = options;
  const { body } = await call(aging, '/auth', { body: { email, password } });
  const headers = { authorization: `Bearer ${String(body['token'])}`, 'x-api-key': options.apiKey };
  expect((await call(aging, '/payment/', { headers })).status).toBe(200);
  at += 5 * 60_000;
  expect((await call(aging, '/payment/', { headers })).status).toBe(401);
  await aging.close();
});

it('allows one request a second under the strict limit', async () => {
  let at = 1_000;
  const strict = await startNowpaymentsSimulator({ ...options, isStrict: true, now: () => at });
  const statusOf = async () => (await call(strict, '/status')).status;
  expect([await statusOf(), await statusOf()]).toEqual([200, 429]);
  at += 1_000;
  expect([await statusOf(), await statusOf()]).toEqual([200, 429]);
  strict.limitStrictly(false);
  expect([await statusOf(), await statusOf()]).toEqual([200, 200]);
  await strict.close();
});

it('lists only the coins that are switched on', async () => {
  const account = await startNowpaymentsSimulator({ ...options, coins: ['xrp', 'trx'] });
  const listed = async () => (await call(account, '/merchant/coins')).body['selectedCurrencies'];
  expect(await listed()).toEqual(['XRP', 'TRX']);
  account.switchCoins([]);
  expect(await listed()).toEqual([]);
  expect(() => account.switchCoins(['gold'])).toThrow('no coin gold');
  await account.close();
});

it('fails to answer about one coin, and answers about the others', async () => {
  const account = await startNowpaymentsSimulator(options);
  account.setMinimum('trx', 400);
  account.fault({ path: '/v1/min-amount', coin: 'xrp', kind: 'error', status: 429 });
  const minimumOf = (coin: string) =>
    call(account, `/min-amount?currency_from=${coin}&currency_to=usdttrc20&fiat_equivalent=usd`);
  expect((await minimumOf('xrp')).status).toBe(429);
  expect(await minimumOf('trx')).toMatchObject({ status: 200, body: { fiat_equivalent: 4 } });
  await account.close();
});

it('answers 429 to too many requests until the bucket refills', async () => {
  const clock = jest.spyOn(performance, 'now').mockReturnValue(1_000);
  const busy = await startNowpaymentsSimulator(options);
  const answers = await Promise.all(Array.from({ length: 150 }, () => call(busy, '/status')));
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(50);
  expect(answers.find(({ status }) => status === 429)!.body).toEqual({
    status: false,
    statusCode: 429,
    message: 'Too Many Requests',
  });
  clock.mockReturnValue(2_000);
  expect((await call(busy, '/status')).status).toBe(200);
  clock.mockRestore();
  await busy.close();
});
