import type { Cents } from '../../../shared/domain/common/ids';
import { formatUsd } from '../../../shared/domain/common/money';
import { COINS, coinAmount, minimumUsdCents, usdCents, type Coin } from '../coins';
import { escapeHtml } from './escape-html';
import type { SimInvoice } from '../types';
import type { World } from '../world';

const dollars = (cents: number) => formatUsd(Math.round(cents) as Cents);

/** Writes a coin amount without an exponent or trailing zeros. */
const digits = (coin: Coin, amount: number) => amount.toFixed(coin.precision).replace(/\.?0+$/, '');

export function summarySection(invoice: SimInvoice): string {
  const cents = usdCents(invoice.priceAmount, invoice.priceCurrency);
  const order = invoice.orderId === null ? '' : `<p class="order">Order ${escapeHtml(invoice.orderId)}</p>`;
  return `<section class="summary">
<h1 data-testid="description">${escapeHtml(invoice.orderDescription ?? 'Payment')}</h1>
<p class="price" data-testid="price">${dollars(cents)} <span>USD</span></p>
${order}</section>`;
}

export function coinSection(world: World, invoice: SimInvoice): string {
  const cents = usdCents(invoice.priceAmount, invoice.priceCurrency);
  const coins = COINS.filter(
    ({ code }) =>
      world.coinsOn.has(code) && (invoice.payCurrency === null || code === invoice.payCurrency.toLowerCase()),
  );
  const rows = coins.map((coin) => coinRow(coin, cents, minimumUsdCents(coin, world)));
  return `<section id="choose" aria-labelledby="choose-title">
<h2 id="choose-title">Choose a coin to pay with</h2>
<ul class="coins">
${rows.join('\n')}
</ul></section>`;
}

function coinRow(coin: Coin, cents: number, minimumCents: number): string {
  const ticker = coin.ticker.toUpperCase();
  const isTooSmall = cents < minimumCents;
  const minimum = `${digits(coin, coinAmount(coin, minimumCents))} ${ticker}, ${dollars(minimumCents)}`;
  const attributes = `data-testid="coin-${coin.code}" data-coin="${coin.code}" data-network="${coin.networkName}"`;
  return `<li><button type="button" class="coin" ${attributes}${isTooSmall ? ' disabled' : ''}>
<span class="disc disc-${coin.code}" aria-hidden="true">${ticker.charAt(0)}</span>
<span class="coin-name"><strong>${coin.name}</strong>
${coin.networkName === coin.name ? '' : `<small>${coin.networkName}</small>`}</span>
<strong class="coin-amount">${digits(coin, coinAmount(coin, cents))} ${ticker}</strong>
<small class="coin-minimum">${isTooSmall ? 'The price is below the minimum:' : 'Minimum'} ${minimum}</small>
</button></li>`;
}

export function paySection(): string {
  const copyRow = (id: string, label: string) => `<div class="copy" id="${id}-row">
<dt>${label}</dt><dd><code id="${id}"></code>
<button type="button" class="small" data-copy="${id}" aria-label="Copy: ${label}">Copy</button></dd></div>`;
  return `<section id="pay" aria-labelledby="pay-title" hidden>
<h2 id="pay-title" tabindex="-1">Send your payment</h2>
<dl id="where">${copyRow('amount', 'Send exactly')}
${copyRow('address', 'To this address')}
${copyRow('memo', 'With this memo (required)')}</dl>
<p class="network" id="network-row">Network: <strong id="network"></strong>. <span class="nowrap">Not a real address.</span></p>
<ol class="steps" id="steps" aria-label="Progress">${[
    'Waiting',
    'Confirming',
    'Confirmed',
    'Sending',
    'Finished',
  ]
    .map((label) => `<li><span>${label}</span></li>`)
    .join('')}</ol>
<p class="status" id="status" role="status" data-testid="payment-status"></p>
<ul class="deposits" id="deposits" data-testid="deposits" hidden></ul>
<button type="button" class="link" id="other-coin">Choose another coin</button>
</section>
<p id="error" class="error" role="alert" hidden></p>`;
}

/** The shop's own links, limited to addresses that a browser can open safely. */
export function linkSection(invoice: SimInvoice): string {
  const link = (url: string | null, id: string, label: string) =>
    url !== null && /^(https?|tg):/i.test(url)
      ? `<a id="${id}" class="${id}" href="${escapeHtml(url)}" target="_blank" rel="noopener" data-testid="${id}">${label}</a>`
      : '';
  return `<nav class="links" aria-label="Back to the shop">${link(invoice.successUrl, 'success-link', 'Back to the shop')}
${link(invoice.cancelUrl, 'cancel-link', 'Cancel and go back')}</nav>`;
}
