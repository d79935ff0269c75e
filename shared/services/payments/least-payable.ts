import type { Cents } from '../../domain/common/ids';
import { decimalOf } from '../../domain/common/money';
import type { NowpaymentsClient } from '../../nowpayments/client';
import { NowpaymentsError } from '../../nowpayments/nowpayments-error';

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

const REMEMBERED_MS = 10 * 60_000;

export interface LeastPayableOptions {
  readonly nowpayments: Pick<NowpaymentsClient, 'getCoins' | 'getMinAmount'>;
  /** The coin the merchant is paid out in. Without it NOWPayments answers with floors that can be ten times off. */
  readonly payoutCurrency: string | undefined;
  readonly now?: () => number;
}

/**
 * Answers what the least amount is that a usual coin can pay now; asked only for amounts small enough to matter, and
 * remembered for ten minutes, for NOWPayments answers 429 to who asks too often. `undefined` when it is not known: not
 * being able to ask is no reason to refuse a donor.
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
    const asked = new Set(
      [...CHEAP_COINS.filter((coin) => accepted.includes(coin)), ...accepted].slice(0, MAX_COINS_ASKED),
    );
    const minimums = await Promise.allSettled(
      [...asked].map((currencyFrom) =>
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
