import { addSellingChannel, addTierOrder, paymentOf, settleIpn } from '../../../tests/support/subscription';
import { useTestDatabase } from '../../../tests/support/test-database';
import { readClock } from '../../database/connection/clock';
import { isPayment, parseIpn } from '../../nowpayments/ipn';
import { NowpaymentsError } from '../../nowpayments/nowpayments-error';
import { auditPayments } from './audit-payments';

const test = useTestDatabase({ per: 'test' });
const LONG_AGO = new Date(0);
const GENUINE = 5_000_000_001;

let bodies: Map<number, Record<string, unknown>>;
beforeEach(async () => {
  bodies = new Map();
  await addSellingChannel(test.database);
});

/** Settles an order with an IPN. NOWPayments knows it with `there`, or not at all. */
async function settle(paymentId: number, there: object | undefined): Promise<string> {
  const reference = await addTierOrder(test.database, { userId: paymentId % 1000 });
  const body = paymentOf(reference, { payment_id: paymentId });
  await settleIpn(test.database, body);
  if (there !== undefined) bodies.set(paymentId, { ...body, ...there });
  return reference;
}

const refused = (status: number, retryable: boolean) =>
  new NowpaymentsError({ endpoint: 'GET payment/1', status, retryable });

async function getPayment(paymentId: number) {
  const body = bodies.get(paymentId);
  if (body === undefined) throw refused(404, false);
  const ipn = parseIpn(body);
  if (!isPayment(ipn)) throw new Error('not a payment');
  return Promise.resolve({ ipn, body });
}

const audit = (since = LONG_AGO, ask = getPayment) =>
  auditPayments(
    { database: test.database, nowpayments: { getPayment: ask }, pause: async () => {} },
    { since },
  );

it('finds nothing if NOWPayments knows each payment as it came', async () => {
  await settle(GENUINE, {});
  // NOWPayments leaves fields out, and writes numbers in another way.
  await settle(GENUINE + 1, { pay_amount: null, price_amount: '30.000' });
  expect(await audit()).toEqual({ checked: 2, doubtful: [] });
});

it.each([
  ['unknown to NOWPayments', undefined, 'unknown'],
  ['of another order', { order_id: 'shop-17' }, [{ field: 'orderId', there: 'shop-17' }]],
  [
    'not paid',
    { payment_status: 'waiting' },
    [{ field: 'paymentStatus', here: 'finished', there: 'waiting' }],
  ],
  ['sent back since', { payment_status: 'refunded' }, [{ field: 'paymentStatus', there: 'refunded' }]],
  ['cheaper', { price_amount: 1 }, [{ field: 'priceAmount', here: '30', there: '1' }]],
  ['in another coin', { pay_currency: 'doge' }, [{ field: 'payCurrency', there: 'doge' }]],
  [
    'a repeated deposit',
    { parent_payment_id: 7 },
    [{ field: 'parentPaymentId', here: 'nothing', there: '7' }],
  ],
])('finds a payment that is %s', async (_what, there, differences) => {
  await settle(GENUINE, {});
  const reference = await settle(GENUINE + 1, there);
  const { checked, doubtful } = await audit();
  expect(checked).toBe(2);
  expect(doubtful).toMatchObject([{ payment: { paymentId: GENUINE + 1, reference }, differences }]);
});

it('checks only what changed since', async () => {
  await settle(GENUINE, undefined);
  await test.advance('1 hour');
  const since = await readClock(test.database);
  await settle(GENUINE + 1, {});
  expect(await audit(since)).toEqual({ checked: 1, doubtful: [] });
});

it('asks again while NOWPayments is busy, and fails rather than calling a payment unknown', async () => {
  await settle(GENUINE, {});
  let asked = 0;
  const busyOnce = (paymentId: number) =>
    (asked += 1) === 1 ? Promise.reject(refused(429, true)) : getPayment(paymentId);
  expect(await audit(LONG_AGO, busyOnce)).toEqual({ checked: 1, doubtful: [] });
  await expect(audit(LONG_AGO, () => Promise.reject(refused(401, false)))).rejects.toThrow('401');
});
