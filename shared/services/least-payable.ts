import type { Cents } from '../domain/ids';
import { decimalOf } from '../domain/money';
import type { NowpaymentsClient } from '../nowpayments/client';
import { NowpaymentsError } from '../nowpayments/nowpayments-error';

/** Every coin's minimum lies well below this (live: $11 to $13), so a larger amount is not worth asking about. */
const SURELY_PAYABLE_CENTS = 2500;
/** Coins with low minimums, asked first; a merchant has some of them. */
const CHEAP_COINS = [
  'usdttrc20',
  'usdtbsc',
  'usdcbsc',
  'trx',
  'ltc',
  'bnbbsc',
  'maticmainnet',
  'sol',
  'doge',
  'xlm',
];
const MAX_COINS_ASKED = 6;

function centsUp(usd: string): Cents {
  const [dollars = '0', fraction = ''] = usd.split('.');
  const whole = Number(dollars + fraction.slice(0, 2).padEnd(2, '0'));
  return (/[1-9]/.test(fraction.slice(2)) ? whole + 1 : whole) as Cents;
}

/**
 * The least amount that some coin can pay now, asked only for amounts small enough to matter. `undefined` when it is not
 * known: not being able to ask is no reason to refuse a donor.
 */
export async function leastPayable(
  nowpayments: NowpaymentsClient,
  amountCents: Cents,
): Promise<Cents | undefined> {
  if (amountCents >= SURELY_PAYABLE_CENTS) return undefined;
  try {
    const accepted = await nowpayments.getCoins();
    const asked = [...CHEAP_COINS.filter((coin) => accepted.includes(coin)), ...accepted].slice(
      0,
      MAX_COINS_ASKED,
    );
    const minimums = await Promise.allSettled(
      [...new Set(asked)].map((currencyFrom) => nowpayments.getMinAmount({ currencyFrom })),
    );
    const known = minimums.flatMap((minimum) => {
      const usd = minimum.status === 'fulfilled' ? decimalOf(minimum.value.fiatEquivalent ?? '') : undefined;
      return usd === undefined ? [] : [centsUp(usd)];
    });
    return known.length === 0 ? undefined : (Math.min(...known) as Cents);
  } catch (error) {
    if (error instanceof NowpaymentsError) return undefined;
    throw error;
  }
}
