import type { Cents } from '../domain/ids';
import type { NowpaymentsClient } from '../nowpayments/client';
import { NowpaymentsError } from '../nowpayments/nowpayments-error';
import { leastPayable } from './least-payable';

const away = new NowpaymentsError({ endpoint: 'GET x', retryable: true });
const cents = (amount: number) => amount as Cents;

function nowpayments(minimums: Record<string, string | undefined>): NowpaymentsClient {
  return {
    getCoins: async () => Object.keys(minimums),
    getMinAmount: async ({ currencyFrom }) => {
      const fiatEquivalent = minimums[currencyFrom];
      if (fiatEquivalent === undefined) throw away;
      return { minAmount: '1', fiatEquivalent };
    },
    createInvoice: () => Promise.reject(away),
    getPayment: () => Promise.reject(away),
    getStatus: () => Promise.reject(away),
  };
}

it('is the smallest minimum of the merchant’s coins, rounded up to a cent', async () => {
  expect(await leastPayable(nowpayments({ btc: '12.9', ltc: '11.4101', eth: '30' }), cents(500))).toBe(1142);
});

it('leaves out a coin that is not known, and knows nothing without any', async () => {
  expect(await leastPayable(nowpayments({ btc: undefined, ltc: '11' }), cents(500))).toBe(1100);
  expect(await leastPayable(nowpayments({ btc: undefined }), cents(500))).toBeUndefined();
});

it('does not refuse a donor because it could not ask', async () => {
  const silent = { ...nowpayments({}), getCoins: () => Promise.reject(away) };
  expect(await leastPayable(silent, cents(500))).toBeUndefined();
});

it('does not ask about an amount that every coin can pay', async () => {
  const getCoins = jest.fn();
  await leastPayable({ ...nowpayments({}), getCoins }, cents(2500));
  expect(getCoins).not.toHaveBeenCalled();
});
