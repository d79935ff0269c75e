import type { Cents } from '../../domain/common/ids';
import type { NowpaymentsClient } from '../../nowpayments/client';
import { NowpaymentsError } from '../../nowpayments/nowpayments-error';
import { leastPayable } from './least-payable';

const away = new NowpaymentsError({ endpoint: 'GET x', retryable: true });
const cents = (amount: number) => amount as Cents;

function setUp(minimums: Record<string, string | undefined>) {
  const getCoins = jest.fn(async () => Object.keys(minimums));
  let now = 0;
  const nowpayments: Pick<NowpaymentsClient, 'getCoins' | 'getMinAmount'> = {
    getCoins,
    getMinAmount: async ({ currencyFrom }) => {
      const fiatEquivalent = minimums[currencyFrom];
      if (fiatEquivalent === undefined) throw away;
      return { minAmount: '1', fiatEquivalent };
    },
  };
  const least = leastPayable({ nowpayments, payoutCurrency: undefined, now: () => now });
  return { least, getCoins, advance: (ms: number) => (now += ms) };
}

it('returns the smallest minimum of the merchant’s coins, rounded up to a cent', async () => {
  expect(await setUp({ btc: '12.9', ltc: '11.4101', eth: '30' }).least(cents(500))).toBe(1142);
});

it('skips coins without a known minimum', async () => {
  expect(await setUp({ btc: undefined, ltc: '11' }).least(cents(500))).toBe(1100);
  expect(await setUp({ btc: undefined }).least(cents(500))).toBeUndefined();
});

it('returns `undefined` if it could not ask', async () => {
  const { least, getCoins } = setUp({ btc: '12' });
  getCoins.mockRejectedValue(away);
  expect(await least(cents(500))).toBeUndefined();
});

it('does not ask about an amount that every coin can pay', async () => {
  const { least, getCoins } = setUp({ btc: '12' });
  expect(await least(cents(2500))).toBeUndefined();
  expect(getCoins).not.toHaveBeenCalled();
});

it('asks once in ten minutes', async () => {
  const { least, getCoins, advance } = setUp({ btc: '12' });
  await least(cents(500));
  await least(cents(600));
  expect(getCoins).toHaveBeenCalledTimes(1);
  advance(600_000);
  await least(cents(500));
  expect(getCoins).toHaveBeenCalledTimes(2);
});
