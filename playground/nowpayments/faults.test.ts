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

it('answers the error it was told to, as often as it was told to', async () => {
  simulator.fault({ path: '/v1/invoice', kind: 'error', status: 503, code: 'DOWN', message: 'No', times: 1 });
  expect(await ask()).toEqual({
    status: 503,
    body: { status: false, statusCode: 503, code: 'DOWN', message: 'No' },
  });
  expect((await ask()).status).toBe(201);
});

it('answers HTML, as the proxy in front of the real one does', async () => {
  simulator.fault({ kind: 'html' });
  const response = await askRaw();
  expect(response.status).toBe(520);
  expect(response.headers.get('content-type')).toContain('text/html');
});

test.each<[Fault['kind'], string]>([
  ['timeout', 'timeout'],
  ['drop', 'dropped'],
])('gives no answer to a %s, and records it', async (kind, status) => {
  simulator.fault({ kind });
  const patience = new AbortController();
  const asked = askRaw(patience.signal);
  const failed = expect(asked).rejects.toThrow();
  await eventually(() => simulator.calls.length === 1);
  if (kind === 'timeout') patience.abort();
  await failed;
  expect(simulator.calls.at(-1)).toMatchObject({ path: '/v1/invoice', status });
});

test.each([
  [false, 0],
  [true, 1],
])('afterPerforming %s leaves %d invoices behind a lost answer', async (afterPerforming, count) => {
  simulator.fault({ kind: 'drop', afterPerforming });
  await expect(askRaw()).rejects.toThrow();
  expect(simulator.invoices()).toHaveLength(count);
});

it('spoils only the path it names, until faults are cleared', async () => {
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
