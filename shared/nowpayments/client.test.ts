import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import nock from 'nock';
import type { Cents } from '../domain/common/ids';
import { type InvoiceRequest, nowpaymentsClient } from './client';
import { NowpaymentsError } from './nowpayments-error';

const HOST = 'https://api.nowpayments.test';
const API_KEY = 'KEY-THAT-MUST-NOT-LEAK';
/** Waits as long as an answer takes on a busy machine. `impatient` is for tests that need a timeout. */
const client = nowpaymentsClient({ apiKey: API_KEY, apiUrl: `${HOST}/v1`, timeoutMs: 60_000 });
const impatient = nowpaymentsClient({ apiKey: API_KEY, apiUrl: `${HOST}/v1`, timeoutMs: 200 });

const REQUEST: InvoiceRequest = {
  priceCents: 1299 as Cents,
  orderId: 'PGP-6271402111|-1003253338212|AAAAAAAAAAAAAAAAAAAAAA',
  orderDescription: 'Café “Gold” – 30 days',
  ipnCallbackUrl: 'https://pay.example.com/ipn',
  successUrl: 'https://t.me/bot?start=PGP-1|-1001',
};
const INVOICE = {
  id: '5222917334',
  token_id: '5998913548',
  price_amount: '12.99',
  price_currency: 'USD',
  pay_currency: null,
  invoice_url: 'https://nowpayments.io/payment/?iid=5222917334',
};
const PAYMENT = {
  payment_id: 4479119533,
  invoice_id: 4910826526,
  purchase_id: 5291809662,
  payment_status: 'finished',
  price_amount: 2.5,
  price_currency: 'usd',
  pay_amount: 0.00076967,
  pay_currency: 'eth',
  outcome_amount: 0.00061819,
  outcome_currency: 'eth',
  burning_percent: 'null',
  payment_extra_ids: [1],
};

const created = (): nock.Interceptor => nock(HOST).post('/v1/invoice');
const failureOf = async (act: Promise<unknown>): Promise<NowpaymentsError> => {
  const error: unknown = await act.then(
    () => new Error('it succeeded'),
    (reason: unknown) => reason,
  );
  if (error instanceof NowpaymentsError) return error;
  throw error;
};

beforeAll(() => nock.disableNetConnect());
afterEach(() => {
  nock.abortPendingRequests();
  nock.cleanAll();
});
afterAll(() => nock.restore());

describe('creating an invoice', () => {
  it('sends a numeric price, ASCII text, encoded URLs', async () => {
    let asked: unknown;
    nock(HOST, { reqheaders: { 'x-api-key': API_KEY, 'content-type': 'application/json' } })
      .post('/v1/invoice', (body) => Boolean((asked = body)))
      .reply(201, INVOICE);
    expect(await client.createInvoice(REQUEST)).toEqual({
      invoiceId: '5222917334',
      invoiceUrl: 'https://nowpayments.io/payment/?iid=5222917334',
    });
    expect(asked).toEqual({
      price_amount: 12.99,
      price_currency: 'usd',
      order_id: REQUEST.orderId,
      order_description: 'Cafe "Gold" - 30 days',
      ipn_callback_url: 'https://pay.example.com/ipn',
      success_url: 'https://t.me/bot?start=PGP-1%7C-1001',
    });
  });

  test.each(['/v1', '/v1/', '//v1//'])('keeps the prefix of the API address %s', async (prefix) => {
    const path = `${prefix.replace(/\/+$/, '')}/invoice`;
    nock(HOST).post(path).reply(201, INVOICE);
    await nowpaymentsClient({ apiKey: API_KEY, apiUrl: HOST + prefix }).createInvoice(REQUEST);
    expect(nock.isDone()).toBe(true);
  });

  it('accepts a numeric id and the address of the playground', async () => {
    created().reply(201, { id: 5222917334, invoice_url: 'http://127.0.0.1:8082/payment/?iid=1' });
    expect(await client.createInvoice(REQUEST)).toEqual({
      invoiceId: '5222917334',
      invoiceUrl: 'http://127.0.0.1:8082/payment/?iid=1',
    });
  });

  test.each([
    ['no address', { invoice_url: undefined }],
    ['an invalid address', { invoice_url: 'nowpayments.io/payment' }],
    ['an unencrypted address', { invoice_url: 'http://nowpayments.io/payment' }],
    ['a script as address', { invoice_url: 'javascript:alert(1)' }],
    ['no id', { id: null }],
    ['an invalid id', { id: 'x' }],
  ])('fails permanently on an answer with %s', async (_, change) => {
    created().reply(201, { ...INVOICE, ...change });
    const failure = await failureOf(client.createInvoice(REQUEST));
    expect(failure).toMatchObject({ status: 201, code: 'UNEXPECTED_ANSWER', retryable: false });
  });

  it('throws for an invalid address', async () => {
    await expect(client.createInvoice({ ...REQUEST, ipnCallbackUrl: '/ipn' })).rejects.toThrow('Invalid URL');
  });
});

describe('a failure', () => {
  const body = (code: string | undefined, message: string): object => ({
    status: false,
    statusCode: 0,
    code,
    message,
  });

  test.each<[number, string | undefined, string, boolean]>([
    [403, 'INVALID_API_KEY', 'Invalid api key', false],
    [401, 'AUTH_REQUIRED', 'Authorization header is empty (Bearer JWTtoken is required)', false],
    [400, 'AMOUNT_MINIMAL_ERROR', 'Crypto amount 10.485047 is less than minimal', false],
    [400, 'BAD_REQUEST', 'Currency luna is not convertable to usdttrc20 now', false],
    [400, 'BAD_CREATE_PAYMENT_REQUEST', 'bad payout address', false],
    [400, 'CURRENCY_UNAVAILABLE', '', false],
    [403, 'ACCESS_DENIED', '', false],
    [404, undefined, 'Payment not found', false],
    [408, undefined, '', true],
    [429, undefined, 'Too many requests', true],
    [429, 'INVALID_API_KEY', 'the status outranks the code', true],
    [500, 'INTERNAL_ERROR', 'Internal server error', true],
    [503, 'BAD_REQUEST', 'the status outranks the code', true],
    [520, undefined, '', true],
  ])('decides if %d %s (%s) may be tried again: %s', async (status, code, message, retryable) => {
    created().reply(status, body(code, message));
    const failure = await failureOf(client.createInvoice(REQUEST));
    expect(failure).toMatchObject({ status, code, retryable, endpoint: 'POST invoice', detail: message });
  });

  test.each([403, 502, 520, 200, 201])('may be tried again after a page of HTML with %d', async (status) => {
    created().reply(status, '<!DOCTYPE html><title>Just a moment…</title>', { 'content-type': 'text/html' });
    const failure = await failureOf(client.createInvoice(REQUEST));
    expect(failure).toMatchObject({ status, code: 'NOT_JSON', retryable: true });
  });

  test.each([
    ['7', 7],
    ['soon', undefined],
    ['-1', undefined],
    ['', undefined],
  ])('reads Retry-After %j as %s', async (header, seconds) => {
    created().reply(429, {}, { 'retry-after': header });
    expect((await failureOf(client.createInvoice(REQUEST))).retryAfterSeconds).toBe(seconds);
  });

  it('does not send the API key to the target of a redirect', async () => {
    created().reply(302, '{}', { location: 'https://elsewhere.test/' });
    const elsewhere = nock('https://elsewhere.test').get('/').reply(200, INVOICE);
    expect(await failureOf(client.createInvoice(REQUEST))).toMatchObject({ status: 302, retryable: true });
    expect(elsewhere.isDone()).toBe(false);
  });

  it('may be tried again without an answer', async () => {
    created().replyWithError('socket hang up');
    const failure = await failureOf(client.createInvoice(REQUEST));
    expect(failure).toMatchObject({ status: undefined, code: 'NETWORK', retryable: true });
    expect(failure.cause).toBeDefined();
  });

  it('ends in time if no answer comes', async () => {
    created().delay(5000).reply(201, INVOICE);
    const failure = await failureOf(impatient.createInvoice(REQUEST));
    expect(failure).toMatchObject({ status: undefined, code: 'TIMEOUT', retryable: true });
  });

  it('shows neither the key nor the order nor the provider’s text', async () => {
    created().reply(400, { code: `sorry, ${API_KEY}`, message: 'Crypto amount 10.48 is less than minimal' });
    const failure = await failureOf(client.createInvoice(REQUEST));
    expect(failure.message).toBe('NOWPayments: POST invoice: 400');
    expect(JSON.stringify(Object.entries(failure))).not.toContain(API_KEY);
  });
});

describe('a server that fails', () => {
  const clientOf = (port: number, timeoutMs: number) =>
    nowpaymentsClient({ apiKey: API_KEY, apiUrl: `http://127.0.0.1:${port}/v1`, timeoutMs });
  let server: Server;
  let port: number;
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  };

  beforeAll(() => nock.enableNetConnect('127.0.0.1'));
  beforeEach(async () => {
    server = createServer((_, response) => response.writeHead(201).write('{"id":'));
    await once(server.listen(0, '127.0.0.1'), 'listening');
    ({ port } = server.address() as AddressInfo);
  });
  afterEach(stop);
  afterAll(() => nock.disableNetConnect());

  it('times out in the middle of an answer', async () => {
    const failure = await failureOf(clientOf(port, 200).createInvoice(REQUEST));
    expect(failure).toMatchObject({ status: undefined, code: 'TIMEOUT', retryable: true });
  });

  it('passes on the system’s error code if it is down', async () => {
    await stop();
    const failure = await failureOf(clientOf(port, 60_000).createInvoice(REQUEST));
    expect(failure).toMatchObject({ status: undefined, code: 'ECONNREFUSED', retryable: true });
  });
});

describe('reading', () => {
  it('finds the smallest amount that a coin can pay, also in dollars', async () => {
    const query = { currency_from: 'btc', currency_to: 'usdttrc20', fiat_equivalent: 'usd' };
    nock(HOST)
      .get('/v1/min-amount')
      .query(query)
      .reply(200, { min_amount: 8.3e-5, fiat_equivalent: '12.90' });
    expect(await client.getMinAmount({ currencyFrom: 'btc', currencyTo: 'usdttrc20' })).toEqual({
      minAmount: '0.000083',
      fiatEquivalent: '12.9',
    });
  });

  test.each([{}, { fiat_equivalent: null }])('accepts an answer without dollars: %j', async (rest) => {
    nock(HOST)
      .get('/v1/min-amount?currency_from=btc&fiat_equivalent=usd')
      .reply(200, { min_amount: 1, ...rest });
    expect(await client.getMinAmount({ currencyFrom: 'btc' })).toEqual({ minAmount: '1' });
  });

  it('refuses an invalid smallest amount', async () => {
    nock(HOST)
      .get(/min-amount/)
      .reply(200, { min_amount: null });
    expect(await failureOf(client.getMinAmount({ currencyFrom: 'btc' }))).toMatchObject({
      code: 'UNEXPECTED_ANSWER',
    });
  });

  it('reads a payment with the fields of an IPN', async () => {
    nock(HOST, { reqheaders: { 'x-api-key': API_KEY } })
      .get('/v1/payment/4479119533')
      .reply(200, PAYMENT);
    const { ipn, body } = await client.getPayment(4479119533);
    expect(body).toEqual(PAYMENT);
    expect(ipn).toMatchObject({
      paymentId: 4479119533,
      invoiceId: '4910826526',
      parentPaymentId: null,
      paymentStatus: 'finished',
      priceAmount: '2.5',
      payAmount: '0.00076967',
      actuallyPaid: null,
    });
  });

  test.each([
    ['another payment', { ...PAYMENT, payment_id: 1 }],
    ['no payment', {}],
  ])('refuses %s in place of the requested one', async (_, answer) => {
    nock(HOST).get('/v1/payment/4479119533').reply(200, answer);
    const failure = await failureOf(client.getPayment(4479119533));
    expect(failure).toMatchObject({ code: 'UNEXPECTED_ANSWER', endpoint: 'GET payment/4479119533' });
  });

  it('reads the status of NOWPayments', async () => {
    nock(HOST).get('/v1/status').reply(200, { message: 'OK' });
    expect(await client.getStatus()).toEqual({ message: 'OK' });
  });
});
