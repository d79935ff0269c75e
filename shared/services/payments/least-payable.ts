import type { Cents } from '../../domain/common/ids';
import { decimalOf } from '../../domain/common/money';
import type { NowpaymentsClient } from '../../nowpayments/client';
import { NowpaymentsError } from '../../nowpayments/nowpayments-error';

/** Every coin's minimum is well below this (live: $11 to $13), so we don't ask about larger amounts. */
const SURELY_PAYABLE_CENTS = 2500;
/** Coins with low minimums, which are asked about first. A merchant accepts some of them. */
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

const REMEMBERED_MS = 10 * 60_000;

export interface LeastPayableOptions {
  readonly nowpayments: Pick<NowpaymentsClient, 'getCoins' | 'getMinAmount'>;
  /**
   * The coin that the merchant is paid out in. Without it NOWPayments answers with minimums that can be ten times off.
   */
  readonly payoutCurrency: string | undefined;
  readonly now?: () => number;
}

/**
 * Returns a function that finds the least amount that a usual coin can pay now. It asks only about amounts small enough
 * to matter, and remembers the answer for ten minutes, because NOWPayments answers 429 to frequent requests. The least
 * amount is `undefined` if it isn't known, because a failure to ask is no reason to refuse a donor.
 */
export function leastPayable(
  options: LeastPayableOptions,
): (amountCents: Cents) => Promise<Cents | undefined> {
  const { now = performance.now.bind(performance) } = options;
  let remembered: { readonly at: number; readonly least: Cents } | undefined;
  return async (amountCents) => {
    if (amountCents >= SURELY_PAYABLE_CENTS) return undefined;
    if (remembered && now() - remembered.at < REMEMBERED_MS) return remembered.least;
    const least = await askLeast(options);
    if (least !== undefined) remembered = { at: now(), least };
    return least;
  };
}

async function askLeast({
  nowpayments,
  payoutCurrency: currencyTo,
}: LeastPayableOptions): Promise<Cents | undefined> {
  try {
    const accepted = await nowpayments.getCoins();
    const coins = new Set(
      [...CHEAP_COINS.filter((coin) => accepted.includes(coin)), ...accepted].slice(0, MAX_COINS_ASKED),
    );
    const minimums = await Promise.allSettled(
      [...coins].map((currencyFrom) =>
        nowpayments.getMinAmount({ currencyFrom, ...(currencyTo && { currencyTo }) }),
      ),
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
