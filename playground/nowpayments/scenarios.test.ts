import {
  startNowpaymentsSimulator,
  type NowpaymentsSimulator,
  type PayOptions,
  type Scenario,
} from './index';
import { catchIpns, type IpnCatcher } from './ipn/ipn-catcher';
import { signature } from './ipn/sign';
import { createInvoice, options } from '../../tests/support/nowpayments-simulator';

let ipns: IpnCatcher;
let simulator: NowpaymentsSimulator;

beforeEach(async () => {
  ipns = await catchIpns();
  simulator = await startNowpaymentsSimulator(options);
});
afterEach(async () => {
  await simulator.close();
  await ipns.close();
});

const pay = async (scenario: Scenario, coin?: string) => {
  const id = await createInvoice(simulator, { ipn_callback_url: ipns.url });
  return simulator.pay(id, { scenario, ...(coin === undefined ? {} : { coin }) });
};
const statuses = () => ipns.caught.map(({ body }) => body['payment_status']);

const paid = ['confirming', 'confirmed', 'sending'];

describe('sends the IPNs of a scenario in order', () => {
  test.each<[Scenario, string[]]>([
    ['waiting', ['waiting']],
    ['exact', ['waiting', ...paid, 'finished']],
    ['over', ['waiting', ...paid, 'finished']],
    ['partial', ['waiting', ...paid, 'partially_paid']],
    ['underpaid', ['waiting', ...paid, 'partially_paid']],
    ['expired', ['waiting', 'expired']],
    ['late', ['waiting', 'expired', ...paid, 'finished']],
    ['failed', ['waiting', 'confirming', 'failed']],
    ['refund', ['waiting', ...paid, 'finished', 'refunded']],
    ['twice', ['waiting', ...paid, 'finished', ...paid, 'finished']],
    ['wrong_coin', ['waiting', ...paid, 'partially_paid']],
    ['unknown_worth', ['waiting', ...paid, 'partially_paid']],
    ['hanging', ['waiting', 'confirming', 'confirmed']],
    ['ipn_dropped', []],
    ['ipn_duplicated', ['waiting', ...paid, 'finished'].flatMap((status) => [status, status])],
    ['ipn_reordered', ['finished', ...paid, 'waiting']],
  ])('%s', async (scenario, expected) => {
    await pay(scenario);
    expect(statuses()).toEqual(expected);
  });
});

test.each<[Scenario, number]>([
  ['exact', 1],
  ['partial', 0.97],
  ['underpaid', 0.1],
  ['over', 1.2],
  ['expired', 0],
])('plays %s so that the payer sends %d of the amount due', async (scenario, share) => {
  const paymentId = await pay(scenario);
  const payment = simulator.payments().find((one) => one.paymentId === paymentId);
  expect(payment!.actuallyPaid / payment!.payAmount).toBeCloseTo(share, 6);
});

it('signs the canonical body of every IPN', async () => {
  await pay('exact');
  for (const { headers, raw } of ipns.caught) {
    expect(headers['x-nowpayments-sig']).toBe(signature(raw, options.ipnSecret));
    expect(headers['user-agent']).toBe('NOWPayments v1.0');
    const keys = Object.keys(JSON.parse(raw) as object);
    expect(keys).toEqual([...keys].sort());
  }
});

it('gives a repeated deposit its parent and its order but no invoice', async () => {
  const parentId = await pay('twice');
  const [parent, child] = [ipns.caught[4]!.body, ipns.caught.at(-1)!.body];
  expect(parent).toMatchObject({ payment_id: parentId, parent_payment_id: null });
  expect(child).toMatchObject({ parent_payment_id: parentId, order_id: parent['order_id'] });
  expect(child).toMatchObject({ invoice_id: null, price_amount: 12.99, price_currency: 'usd' });
  expect(child['payment_id']).not.toBe(parentId);
});

it('makes a wrong-asset deposit look paid in full, without an invoice', async () => {
  const parentId = await pay('wrong_coin', 'btc');
  const child = ipns.caught.at(-1)!.body;
  expect(child).toMatchObject({ parent_payment_id: parentId, invoice_id: null, pay_currency: 'usdttrc20' });
  expect(child['actually_paid']).toBe(child['pay_amount']);
});

it.each<[PayOptions, number, string]>([
  [{ scenario: 'exact', percent: 99.5 }, 0.995, 'finished'],
  [{ scenario: 'partial', percent: 99.5 }, 0.995, 'partially_paid'],
  [{ scenario: 'partial', percent: 50 }, 0.5, 'partially_paid'],
  [{ scenario: 'late', percent: 97, ends: 'partially_paid' }, 0.97, 'partially_paid'],
])('plays %j: sends %d of the amount due, ends as %s', async (play, share, end) => {
  const id = await createInvoice(simulator, { ipn_callback_url: ipns.url });
  await simulator.pay(id, play);
  const [payment] = simulator.payments();
  expect(payment!.actuallyPaid / payment!.payAmount).toBeCloseTo(share, 6);
  expect(statuses().at(-1)).toBe(end);
});

it.each(['finished', 'partially_paid'] as const)('lets an unexpected deposit end as %s', async (ends) => {
  for (const scenario of ['twice', 'wrong_coin'] as const) {
    const id = await createInvoice(simulator, { ipn_callback_url: ipns.url });
    const parentId = await simulator.pay(id, { scenario, ends, percent: 50 });
    const child = ipns.caught.at(-1)!.body;
    expect(child).toMatchObject({ payment_status: ends, parent_payment_id: parentId, price_amount: 12.99 });
    expect(child['actually_paid_at_fiat']).toBeCloseTo(6.49, 2);
    expect(child['actually_paid']).toBe(child['pay_amount']);
  }
});

it('accepts the rest of a partial payment on the same address', async () => {
  const id = await createInvoice(simulator, { ipn_callback_url: ipns.url, price_amount: 30 });
  const paymentId = await simulator.pay(id, { scenario: 'partial' });
  await simulator.pay(id, { scenario: 'twice', paymentId });
  expect(ipns.caught.at(-1)!.body).toMatchObject({
    parent_payment_id: paymentId,
    price_amount: 30,
    actually_paid_at_fiat: 0.898974,
  });
  expect(simulator.payments()[0]).toMatchObject({ paymentId, paymentStatus: 'partially_paid' });
});

it('separates the payments of two invoices of one order', async () => {
  const [first, second] = [
    await createInvoice(simulator, { ipn_callback_url: ipns.url }),
    await createInvoice(simulator, { ipn_callback_url: ipns.url, price_amount: 12 }),
  ];
  await simulator.pay(first, { scenario: 'partial' });
  await simulator.pay(second, { scenario: 'exact' });
  const ends = ipns.caught.map(({ body }) => body).filter((body) => body['payment_status'] !== 'waiting');
  expect(new Set(ends.map((body) => body['order_id'])).size).toBe(1);
  expect(ends.at(-1)).toMatchObject({
    invoice_id: Number(second),
    price_amount: 12,
    payment_status: 'finished',
  });
});

it('lets the merchant accept only a partial payment as paid', async () => {
  const paymentId = await pay('partial');
  await simulator.finish(paymentId);
  expect(statuses().at(-1)).toBe('finished');
  await expect(simulator.finish(paymentId)).rejects.toThrow('only a partially paid one');
});

it('refunds a second deposit without the first', async () => {
  await pay('twice');
  const [parent, child] = simulator.payments();
  await simulator.refund(child!.paymentId);
  expect(ipns.caught.at(-1)!.body).toMatchObject({
    payment_id: child!.paymentId,
    parent_payment_id: parent!.paymentId,
    payment_status: 'refunded',
  });
  expect(simulator.payments()[0]!.paymentStatus).toBe('finished');
});

it('reports the money of a failed payment', async () => {
  await pay('failed');
  const failed = ipns.caught.at(-1)!.body;
  expect(failed['actually_paid']).toBe(failed['pay_amount']);
});

it('re-sends a dropped IPN on request', async () => {
  const paymentId = await pay('ipn_dropped');
  expect(simulator.ipns.map(({ status }) => status)).toEqual(Array(5).fill('dropped'));
  await simulator.resend(paymentId);
  expect(statuses()).toEqual(['finished']);
});

it('re-sends the last IPN byte for byte', async () => {
  const paymentId = await pay('exact');
  await simulator.resend(paymentId);
  expect(ipns.caught.at(-1)!.raw).toBe(ipns.caught.at(-2)!.raw);
});

it('refunds a finished payment, and refuses to refund one that waits', async () => {
  await simulator.refund(await pay('exact'));
  expect(statuses().at(-1)).toBe('refunded');
  await expect(simulator.refund(await pay('waiting'))).rejects.toThrow('nothing to refund');
});

it('continues an open payment, which can be paid only once', async () => {
  const id = await createInvoice(simulator, { ipn_callback_url: ipns.url });
  const paymentId = await simulator.pay(id, { scenario: 'waiting', coin: 'ltc' });
  await simulator.pay(id, { scenario: 'exact', paymentId });
  expect(statuses()).toEqual(['waiting', ...paid, 'finished']);
  for (const scenario of ['over', 'expired'] as const) {
    await expect(simulator.pay(id, { scenario, paymentId })).rejects.toThrow('already finished');
  }
});

it('refuses a coin that cannot pay the price, as the page does', async () => {
  const id = await createInvoice(simulator, { price_amount: 12 });
  await expect(simulator.pay(id, { coin: 'btc' })).rejects.toThrow('less than minimal');
});

it('rule 1: prices a child like its parent, and may hide what its coins are worth', async () => {
  const id = await createInvoice(simulator, { ipn_callback_url: ipns.url, price_amount: 30 });
  await simulator.pay(id, { scenario: 'wrong_coin', percent: 10, isWorthHidden: true });
  expect(ipns.caught.at(-1)!.body).toMatchObject({ price_amount: 30, actually_paid_at_fiat: 0 });
});

it('says nothing about the worth of a coin without a rate', async () => {
  const id = await createInvoice(simulator, { ipn_callback_url: ipns.url, price_amount: 30 });
  await simulator.pay(id, { scenario: 'unknown_worth', percent: 10 });
  expect(ipns.caught.at(-1)!.body).toMatchObject({ price_amount: 30, actually_paid_at_fiat: 0 });
});

it('finishes a payment that hung', async () => {
  const id = await createInvoice(simulator, { ipn_callback_url: ipns.url });
  const paymentId = await simulator.pay(id, { scenario: 'hanging' });
  await simulator.pay(id, { paymentId });
  expect(statuses()).toEqual(['waiting', ...paid, 'finished']);
});
