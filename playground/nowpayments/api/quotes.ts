import {
  COINS,
  PAYOUT_COIN,
  findCoin,
  minimumUsdCents,
  rateUsdCents,
  roundTo,
  usdCents,
  type Coin,
} from '../coins';
import { invalidParams, notConvertable } from './errors';
import type { World } from '../world';

export const currencies = () => ({ currencies: COINS.map((coin) => coin.code) });

// The docs say `{currencies}`, but the live API returns this field.
export const merchantCoins = ({ coinsOn }: World) => ({
  selectedCurrencies: [...coinsOn].map((code) => code.toUpperCase()),
});

export const fullCurrencies = () => ({
  currencies: COINS.map((coin, index) => ({
    id: index + 1,
    code: coin.code.toUpperCase(),
    name: coin.name,
    enable: true,
    network: coin.network,
    ticker: coin.ticker,
    precision: coin.precision,
    network_precision: String(coin.precision),
    extra_id_exists: coin.needsExtraId,
    extra_id_optional: false,
    available_for_payment: true,
    is_maxlimit: false,
  })),
});

/** `GET /v1/min-amount`: the smallest payment in `currency_from`. */
export function minAmount(world: World, query: URLSearchParams): object {
  const from = required(query, 'currency_from').toLowerCase();
  const to = query.get('currency_to')?.toLowerCase();
  const rate = rateUsdCents(from);
  if (rate === undefined) throw notConvertable(from);
  if (to !== undefined && rateUsdCents(to) === undefined) throw notConvertable(to);
  const coin = findCoin(from) ?? findCoin(to ?? PAYOUT_COIN);
  if (!coin) throw notConvertable(from);
  const cents = reportedMinimumUsdCents(world, coin, to !== undefined);
  return {
    currency_from: from,
    currency_to: to ?? from,
    min_amount: roundTo(cents / rate, 8),
    ...(query.get('fiat_equivalent') === 'usd' ? { fiat_equivalent: roundTo(cents / 100, 8) } : {}),
  };
}

/** Without `currency_to`, NOWPayments reports a minimum that is up to ten times too low. */
function reportedMinimumUsdCents(world: World, coin: Coin, hasTarget: boolean): number {
  const cents = minimumUsdCents(coin, world);
  return hasTarget ? cents : cents / 10;
}

/** `GET /v1/estimate`: the estimate is a string, although the docs say number. */
export function estimate(query: URLSearchParams): object {
  const from = required(query, 'currency_from').toLowerCase();
  const to = required(query, 'currency_to').toLowerCase();
  const amount = Number(required(query, 'amount'));
  if (!Number.isFinite(amount) || amount <= 0) throw invalidParams('amount must be a positive number');
  const rate = rateUsdCents(to);
  if (rateUsdCents(from) === undefined) throw notConvertable(from);
  if (rate === undefined) throw notConvertable(to);
  return {
    currency_from: from,
    amount_from: amount,
    currency_to: to,
    estimated_amount: roundTo(usdCents(amount, from) / rate, 8).toFixed(8),
  };
}

function required(query: URLSearchParams, name: string): string {
  const value = query.get(name);
  if (!value) throw invalidParams(`${name} is required`);
  return value;
}
