import { startNowpaymentsSimulator, type NowpaymentsSimulator } from './index';
import { createInvoice, options } from '../../tests/support/nowpayments-simulator';

const page = 'http://127.0.0.1:8080';
let simulator: NowpaymentsSimulator;

beforeEach(async () => {
  simulator = await startNowpaymentsSimulator({ ...options, allowedOrigin: page });
});
afterEach(() => simulator.close());

const sim = (path: string, init: RequestInit = {}) =>
  fetch(simulator.url.replace('/v1', `/sim${path}`), init);
const post = (path: string, body: object, headers: Record<string, string> = {}) =>
  sim(path, { method: 'POST', body: JSON.stringify(body), headers });

it('leaves it to the client to end an idle connection', async () => {
  // A server that would end it announces that with `timeout=…`.
  expect((await fetch(`${simulator.url}/status`)).headers.get('keep-alive')).toBeNull();
});

it('pays an invoice, refunds it and re-sends its IPN', async () => {
  const id = await createInvoice(simulator);
  const paid = await post(`/invoices/${id}/pay`, { scenario: 'exact', coin: 'eth' });
  const { paymentId } = (await paid.json()) as { paymentId: number };
  await simulator.settled();
  expect(simulator.payments()).toMatchObject([{ paymentId, paymentStatus: 'finished', payCurrency: 'eth' }]);
  expect((await post(`/payments/${paymentId}/refund`, {})).status).toBe(200);
  expect((await post(`/payments/${paymentId}/resend`, {})).status).toBe(200);
  expect(simulator.payments()[0]!.paymentStatus).toBe('refunded');
});

it('finishes a partial payment while all IPNs are dropped', async () => {
  const id = await createInvoice(simulator, { ipn_callback_url: 'http://127.0.0.1:9/' });
  const paid = await post(`/invoices/${id}/pay`, {
    percent: 50,
    ends: 'partially_paid',
    delivery: { drop: true },
  });
  const { paymentId } = (await paid.json()) as { paymentId: number };
  await simulator.settled();
  expect(simulator.payments()[0]).toMatchObject({ paymentStatus: 'partially_paid', actuallyPaid: 6.495 });
  for (const action of ['finish', 'refund']) {
    const answer = await post(`/payments/${paymentId}/${action}`, { delivery: { drop: true } });
    expect(answer.status).toBe(200);
  }
  expect(simulator.payments()[0]!.paymentStatus).toBe('refunded');
  expect(simulator.ipns.every(({ status }) => status === 'dropped')).toBe(true);
});

it('sets a fault until it is cleared', async () => {
  await post('/faults', { kind: 'error', status: 503, path: '/v1/status' });
  expect((await fetch(`${simulator.url}/status`)).status).toBe(503);
  await post('/faults', { clear: true });
  expect((await fetch(`${simulator.url}/status`)).status).toBe(200);
});

it('switches coins', async () => {
  expect(await (await post('/coins', { coins: ['xrp'] })).json()).toEqual({ coinsOn: ['xrp'] });
  expect((await post('/limits', { strict: true })).status).toBe(200);
});

test.each<[string, object, number]>([
  ['/coins', { coins: ['gold'] }, 400],
  ['/coins', {}, 400],
  ['/invoices/1/pay', { scenario: 'exact' }, 400],
  ['/invoices/1/pay', { scenario: 'miracle' }, 400],
  ['/payments/1/refund', {}, 400],
  ['/faults', { kind: 'gremlin' }, 400],
  ['/nothing', {}, 404],
])('explains what is wrong with POST /sim%s %j', async (path, body, status) => {
  const response = await post(path, body);
  expect(response.status).toBe(status);
  expect(await response.json()).toEqual({ error: expect.any(String) as string });
});

it('accepts requests from the playground page only', async () => {
  const preflight = await sim('/faults', { method: 'OPTIONS', headers: { origin: page } });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get('access-control-allow-origin')).toBe(page);
  const stranger = await post('/faults', { kind: 'error' }, { origin: 'https://evil.example' });
  expect(stranger.status).toBe(403);
  expect(stranger.headers.get('access-control-allow-origin')).toBeNull();
});

it('streams the state at once, then one state for a burst of changes', async () => {
  const response = await sim('/events');
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  const next = async () => {
    const { value } = await reader.read();
    return JSON.parse(/^event: change\ndata: (.*)\n\n$/.exec(value!)![1]!) as { invoices: unknown[] };
  };
  expect((await next()).invoices).toHaveLength(0);
  await Promise.all([createInvoice(simulator), createInvoice(simulator), createInvoice(simulator)]);
  expect((await next()).invoices).toHaveLength(3);
  await reader.cancel();
});

it('keeps secrets out of the state', async () => {
  await createInvoice(simulator);
  const text = await (await sim('/state')).text();
  expect(text).not.toContain(options.apiKey);
  expect(text).not.toContain(options.ipnSecret);
});
