import { eventually } from '../../tests/journeys/support/eventually';
import { startNowpaymentsSimulator, type Fault, type NowpaymentsSimulator } from './index';
import { call, createInvoice, invoiceRequest, options } from '../../tests/support/nowpayments-simulator';

let simulator: NowpaymentsSimulator;

beforeEach(async () => {
  simulator = await startNowpaymentsSimulator(options);
});
afterEach(() => simulator.close());

const ask = () => call(simulator, '/invoice', { body: invoiceRequest });
const askRaw = (signal?: AbortSignal) =>
  fetch(`${simulator.url}/invoice`, {
    method: 'POST',
    headers: { 'x-api-key': options.apiKey, 'content-type': 'application/json' },
    body: JSON.stringify(invoiceRequest),
    ...(signal && { signal }),
  });

it('answers the error of a fault as often as the fault says', async () => {
  simulator.fault({ path: '/v1/invoice', kind: 'error', status: 503, code: 'DOWN', message: 'No', times: 1 });
  expect(await ask()).toEqual({
    status: 503,
    body: { status: false, statusCode: 503, code: 'DOWN', message: 'No' },
  });
  expect((await ask()).status).toBe(201);
});

it('answers HTML, as the proxy in front of the real API does', async () => {
  simulator.fault({ kind: 'html' });
  const response = await askRaw();
  expect(response.status).toBe(520);
  expect(response.headers.get('content-type')).toContain('text/html');
});

it.each([400, 404, 502])('answers plain text with status %d, as a proxy does', async (status) => {
  simulator.fault({ kind: 'text', status, message: 'no' });
  const response = await askRaw();
  expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([
    status,
    'text/plain; charset=utf-8',
    'no',
  ]);
});

it('performs a request whose answer is slow, whether or not its client waits', async () => {
  simulator.fault({ kind: 'slow', delayMs: 60_000, times: 1 });
  const client = new AbortController();
  const failed = expect(askRaw(client.signal)).rejects.toThrow();
  await eventually(() => simulator.invoices().length === 1);
  client.abort();
  await failed;
  simulator.fault({ kind: 'slow', delayMs: 200, times: 1 });
  expect((await askRaw()).status).toBe(201);
  expect(simulator.invoices()).toHaveLength(2);
});

test.each<[Fault['kind'], string]>([
  ['timeout', 'timeout'],
  ['drop', 'dropped'],
])('records a %s that it does not answer', async (kind, status) => {
  simulator.fault({ kind });
  const client = new AbortController();
  const failed = expect(askRaw(client.signal)).rejects.toThrow();
  await eventually(() => simulator.calls.length === 1);
  if (kind === 'timeout') client.abort();
  await failed;
  expect(simulator.calls.at(-1)).toMatchObject({ path: '/v1/invoice', status });
});

test.each([
  [false, 0],
  [true, 1],
])(
  'with afterPerforming %s creates %d invoices before it drops the answer',
  async (afterPerforming, count) => {
    simulator.fault({ kind: 'drop', afterPerforming });
    await expect(askRaw()).rejects.toThrow();
    expect(simulator.invoices()).toHaveLength(count);
  },
);

it('fails only the path of the fault until faults are cleared', async () => {
  simulator.fault({ path: '/v1/payment', kind: 'error' });
  const statusOf = async (path: string) => (await call(simulator, path)).status;
  expect(await statusOf('/currencies')).toBe(200);
  expect(await statusOf('/payment/1')).toBe(500);
  expect(await statusOf('/payment/1')).toBe(500);
  await createInvoice(simulator);
  expect(simulator.invoices()).toHaveLength(1);
  simulator.clearFaults();
  expect(await statusOf('/payment/1')).toBe(404);
});
