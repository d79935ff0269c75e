import { createInvoice, options } from '../../tests/support/nowpayments-simulator';
import { startNowpaymentsSimulator, type NowpaymentsSimulator } from '../../playground/nowpayments/index';
import { asker } from './ask';
import { paymentLists, type PaymentsPage } from './list-payments';
import { NowpaymentsError } from './nowpayments-error';
import { retryUntilAnswered } from './retry-until-answered';
import { MINUTE_MS } from '../domain/common/time';

const account = { email: options.email, password: options.password };

let simulator: NowpaymentsSimulator;
let clock: number;
let pauses: number[];
beforeEach(async () => {
  clock = Date.parse('2026-10-01T12:00:00Z');
  pauses = [];
  simulator = await startNowpaymentsSimulator({ ...options, limits: false, now: () => clock });
});
afterEach(() => simulator.close());

/** Our clock stands still, so that only NOWPayments decides when a token has expired. */
const lists = (password = account.password) =>
  paymentLists(
    asker({ apiKey: options.apiKey, apiUrl: simulator.url }),
    { ...account, password },
    { now: () => 0, pause: async (seconds) => pauses.push(seconds) },
  );

async function read(pages: AsyncIterable<PaymentsPage>, onPage: () => void = () => undefined) {
  const all: PaymentsPage[] = [];
  for await (const page of pages) {
    all.push(page);
    onPage();
  }
  return all;
}

/** Payments of one invoice, a second apart. */
async function pay(count: number): Promise<number[]> {
  const invoiceId = await createInvoice(simulator);
  const ids: number[] = [];
  for (let n = 0; n < count; n += 1) {
    clock += 1000;
    ids.push(await simulator.pay(invoiceId, { scenario: 'waiting' }));
  }
  return ids;
}

const idsIn = (pages: readonly PaymentsPage[]) =>
  pages.flatMap(({ payments }) => payments.map(({ ipn }) => ipn.paymentId));
const logIns = () => simulator.calls.filter(({ path }) => path === '/v1/auth').length;
const failureOf = (act: Promise<unknown>) =>
  act.then(
    () => undefined,
    (error: unknown) => error,
  );

it('reads each payment once and in order, while more are made', async () => {
  const old = await pay(3);
  const from = new Date(clock + 1);
  const ids = await pay(501);
  const late: number[] = [];
  const pages: PaymentsPage[] = [];
  for await (const page of lists().madeSince(from)) {
    pages.push(page);
    if (late.length === 0) late.push(...(await pay(2)));
  }
  expect(pages.map(({ page, pages: of, payments }) => [page, of, payments.length])).toEqual([
    [1, 2, 500],
    [2, 2, 3],
  ]);
  expect(idsIn(pages)).toEqual([...ids, ...late]);
  expect(idsIn(pages)).not.toContain(old[0]);
});

it('reads when each payment was changed', async () => {
  const [first = 0] = await pay(2);
  clock += MINUTE_MS;
  await simulator.pay(simulator.payments()[0]?.invoiceId ?? '', { scenario: 'exact', paymentId: first });
  const [page] = await read(lists().madeSince(new Date(0)));
  const told = page?.payments.map(({ ipn, changedAt }) => [ipn.paymentStatus, changedAt?.getTime()]);
  const [finished, waiting] = simulator.payments().map(({ updatedAt }) => updatedAt);
  expect(told).toEqual([
    ['finished', finished],
    ['waiting', waiting],
  ]);
  expect(finished).toBeGreaterThanOrEqual(clock);
});

describe('an answer', () => {
  const payment = { payment_id: 5_000_000_001, payment_status: 'finished' };
  /** Reads a list that NOWPayments normally never sends. */
  const readOdd = (answer: object) => {
    const fetch = async (url: unknown) =>
      Response.json(String(url).endsWith('/auth') ? { token: 'one.two.three' } : answer);
    return read(
      paymentLists(asker({ apiKey: 'key', apiUrl: 'http://127.0.0.1/v1', fetch }), account).madeSince(
        new Date(0),
      ),
    );
  };

  it('may contain unreadable payments, which are counted', async () => {
    const data = [{ ...payment, updated_at: 'soon' }, { ...payment, payment_id: 'x' }, { id: 1 }];
    const [page] = await readOdd({ data, pagesCount: '1' });
    expect(page).toMatchObject({ unreadable: 2, payments: [{ changedAt: undefined }], pages: 1 });
  });

  it.each([
    ['is missing', {}],
    ['is null', { pagesCount: null }],
    ['is impossible', { pagesCount: 10_001 }],
  ])('is refused if its number of pages %s', async (_, rest) => {
    expect(await failureOf(readOdd({ data: [payment], ...rest }))).toMatchObject({
      code: 'UNEXPECTED_ANSWER',
    });
  });
});

it('finds nothing if nothing was paid', async () => {
  expect(await read(lists().madeSince(new Date(0)))).toEqual([
    { payments: [], unreadable: 0, page: 1, pages: 1 },
  ]);
});

it.each([
  ['429', { kind: 'error', status: 429 }],
  ['500', { kind: 'error', status: 500 }],
  ['a page of Cloudflare’s', { kind: 'html', status: 520 }],
  ['a closed connection', { kind: 'drop' }],
] as const)('loses no page while it waits longer each time after %s', async (_, fault) => {
  const ids = await pay(2);
  simulator.fault({ ...fault, path: '/v1/payment', times: 3 });
  expect(idsIn(await read(lists().madeSince(new Date(0))))).toEqual(ids);
  expect(pauses).toEqual([1, 2, 4]);
});

it('gives up in the end, or at once if waiting does not help', async () => {
  simulator.fault({ kind: 'error', status: 429, path: '/v1/payment' });
  expect(await failureOf(read(lists().madeSince(new Date(0))))).toMatchObject({ status: 429 });
  expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
  simulator.clearFaults();
  pauses = [];
  expect(await failureOf(read(lists('wrong').madeSince(new Date(0))))).toMatchObject({
    status: 403,
    endpoint: 'POST auth',
  });
  expect(pauses).toEqual([]);
});

it('logs in once more if its token expires between two pages', async () => {
  const ids = await pay(501);
  const pages = await read(lists().madeSince(new Date(0)), () => (clock += 6 * MINUTE_MS));
  expect(idsIn(pages)).toEqual(ids);
  expect(logIns()).toBe(2);
  expect(simulator.calls.filter(({ status }) => status === 401)).toHaveLength(1);
});

describe('patience', () => {
  const refusal = (retryAfterSeconds: number) =>
    new NowpaymentsError({ endpoint: 'GET payment/', status: 429, retryable: true, retryAfterSeconds });
  const refusedOnce = (retryAfterSeconds: number) => {
    let asked = 0;
    return async () => {
      asked += 1;
      if (asked === 1) throw refusal(retryAfterSeconds);
      return 'answer';
    };
  };
  const pause = async (seconds: number) => pauses.push(seconds);

  it('lasts as long as NOWPayments asks for', async () => {
    expect(await retryUntilAnswered(refusedOnce(7), pause)).toBe('answer');
    expect(pauses).toEqual([7]);
  });

  it('ends if NOWPayments asks for more than ten minutes', async () => {
    await expect(retryUntilAnswered(refusedOnce(601), pause)).rejects.toThrow('429');
    expect(pauses).toEqual([]);
  });
});
