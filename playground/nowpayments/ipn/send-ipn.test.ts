/** @project journeys */
import { startNowpaymentsSimulator, type NowpaymentsSimulator } from '../index';
import { catchIpns, type IpnCatcher } from './ipn-catcher';
import { signature } from './sign';
import { createInvoice, options } from '../../../tests/support/nowpayments-simulator';

let ipns: IpnCatcher;
let simulator: NowpaymentsSimulator;
let invoiceId: string;

beforeEach(async () => {
  ipns = await catchIpns();
  simulator = await startNowpaymentsSimulator(options);
  invoiceId = await createInvoice(simulator, { ipn_callback_url: ipns.url });
});
afterEach(async () => {
  await simulator.close();
  await ipns.close();
});

it('repeats a refused IPN as often as the options say', async () => {
  ipns.answers.push(500, 500, 500, 500, 500);
  await simulator.pay(invoiceId, { scenario: 'waiting' });
  await simulator.settled();
  expect(simulator.ipns.map(({ attempt, status }) => [attempt, status])).toEqual([
    [1, 500],
    [2, 500],
    [3, 500],
    [4, 500],
  ]);
  expect(new Set(ipns.caught.map(({ raw }) => raw)).size).toBe(1);
});

it('stops repeating an IPN that was accepted', async () => {
  ipns.answers.push(503, 200);
  await simulator.pay(invoiceId, { scenario: 'waiting' });
  await simulator.settled();
  expect(simulator.ipns.map(({ status }) => status)).toEqual([503, 200]);
});

it('sends the next status while an earlier one waits for its retry', async () => {
  ipns.answers.push(500);
  await simulator.pay(invoiceId);
  await simulator.settled();
  const statuses = ipns.caught.map(({ body }) => body['payment_status']);
  expect(statuses.filter((status) => status === 'waiting')).toHaveLength(2);
  expect(statuses.indexOf('finished')).toBeLessThan(6);
});

it('counts three seconds without an answer as a failure', async () => {
  ipns.answers.push('hang');
  const startedAt = Date.now();
  await simulator.pay(invoiceId, { scenario: 'waiting' });
  expect(Date.now() - startedAt).toBeGreaterThan(2900);
  await simulator.settled();
  expect(simulator.ipns.map(({ status }) => status)).toEqual(['timeout', 200]);
});

it('counts a refused connection as an error', async () => {
  await ipns.close();
  await simulator.pay(invoiceId, { scenario: 'waiting' });
  expect(simulator.ipns[0]).toMatchObject({ status: 'error', paymentStatus: 'waiting', attempt: 1 });
  ipns = await catchIpns();
});

it('sends any body with a valid signature or the one that a test gives', async () => {
  const paymentId = await simulator.pay(invoiceId, { scenario: 'waiting' });
  ipns.answers.push(401);
  const body = simulator.ipnBody(paymentId, { payment_status: 'confused', extra: [1] });
  expect(await simulator.sendIpn(body, { signature: 'f'.repeat(128) })).toEqual({ status: 401, text: '{}' });
  await simulator.sendIpn(body);
  const [forged, signed] = ipns.caught.slice(-2);
  expect(forged!.headers['x-nowpayments-sig']).toBe('f'.repeat(128));
  expect(signed!.headers['x-nowpayments-sig']).toBe(signature(signed!.raw, options.ipnSecret));
  expect(signed!.body).toMatchObject({ payment_id: paymentId, payment_status: 'confused' });
});

it('is settled if the next retry is due later than the given time', async () => {
  const patient = await startNowpaymentsSimulator({
    ...options,
    ipnRetries: { count: 3, intervalMs: 50_000 },
  });
  ipns.answers.push(500);
  const id = await createInvoice(patient, { ipn_callback_url: ipns.url });
  await patient.pay(id, { scenario: 'waiting' });
  await patient.settled(1000);
  expect(patient.ipns).toHaveLength(1);
  await patient.close();
});

it('sends no IPN for an invoice without a callback', async () => {
  await simulator.pay(await createInvoice(simulator));
  expect(simulator.ipns).toEqual([]);
});
