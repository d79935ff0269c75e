import { startNowpaymentsSimulator, type NowpaymentsSimulator, type Scenario } from './index';
import { catchIpns, type IpnCatcher } from './ipn-catcher';
import { signature } from './sign';
import { createInvoice, options } from './test-client';

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

describe('tells of each scenario, in order,', () => {
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
])('in scenario %s the payer sends %d of what was asked', async (scenario, share) => {
  const paymentId = await pay(scenario);
  const payment = simulator.payments().find((one) => one.paymentId === paymentId);
  expect(payment!.actuallyPaid / payment!.payAmount).toBeCloseTo(share, 6);
});

it('signs every IPN over its canonical body and says who it is', async () => {
  await pay('exact');
  for (const { headers, raw } of ipns.caught) {
    expect(headers['x-nowpayments-sig']).toBe(signature(raw, options.ipnSecret));
    expect(headers['user-agent']).toBe('NOWPayments v1.0');
    const keys = Object.keys(JSON.parse(raw) as object);
    expect(keys).toEqual([...keys].sort());
  }
});

it('gives a repeated deposit its parent, the same order and the same invoice', async () => {
  const parentId = await pay('twice');
  const [parent, child] = [ipns.caught[4]!.body, ipns.caught.at(-1)!.body];
  expect(parent).toMatchObject({ payment_id: parentId, parent_payment_id: null });
  expect(child).toMatchObject({ parent_payment_id: parentId, order_id: parent['order_id'] });
  expect(child['invoice_id']).toBe(parent['invoice_id']);
  expect(child['payment_id']).not.toBe(parentId);
});

it('gives a wrong-asset deposit amounts that look paid in full, and no invoice', async () => {
  const parentId = await pay('wrong_coin', 'btc');
  const child = ipns.caught.at(-1)!.body;
  expect(child).toMatchObject({ parent_payment_id: parentId, invoice_id: null, pay_currency: 'usdttrc20' });
  expect(child['actually_paid']).toBe(child['pay_amount']);
});

it('records an IPN that was never sent, and re-sends it on request', async () => {
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

it('goes on with a payment the payer has open, and pays it only once', async () => {
  const id = await createInvoice(simulator, { ipn_callback_url: ipns.url });
  const paymentId = await simulator.pay(id, { scenario: 'waiting', coin: 'ltc' });
  await simulator.pay(id, { scenario: 'exact', paymentId });
  expect(statuses()).toEqual(['waiting', ...paid, 'finished']);
  for (const scenario of ['over', 'expired'] as const) {
    await expect(simulator.pay(id, { scenario, paymentId })).rejects.toThrow('already finished');
  }
});

it('refuses a coin the price is too small for, as its page would', async () => {
  const id = await createInvoice(simulator, { price_amount: 12 });
  await expect(simulator.pay(id, { coin: 'btc' })).rejects.toThrow('less than minimal');
});
