import { escapeHtml } from './escape-html';
import type { PayOptions } from '../types';

/** A button of the playground: what the payer or the network does, or what the merchant does afterwards. */
interface PageAction {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly play: Pick<PayOptions, 'scenario' | 'percent' | 'ends'>;
  /** What the merchant does to a completed payment, instead of `play`. */
  readonly action?: 'refund' | 'finish';
}

const EXACTLY: PageAction = {
  id: 'pay-exact',
  label: 'Pay exactly',
  hint: 'no real coin moves',
  play: { scenario: 'exact' },
};

const OTHERS: readonly PageAction[] = [
  { id: 'pay-over', label: 'Pay too much', hint: '120 %', play: { scenario: 'over' } },
  {
    id: 'pay-almost',
    label: 'Pay slightly less',
    hint: '99.5 %, counts as paid',
    play: { scenario: 'exact', percent: 99.5 },
  },
  { id: 'pay-partial', label: 'Pay a little short', hint: '97 %', play: { scenario: 'partial' } },
  { id: 'pay-half', label: 'Pay half', hint: '50 %', play: { scenario: 'partial', percent: 50 } },
  { id: 'pay-underpaid', label: 'Pay far too little', hint: '10 %', play: { scenario: 'underpaid' } },
  {
    id: 'pay-rest',
    label: 'Send the rest',
    hint: 'to the same address',
    play: { scenario: 'twice', ends: 'finished' },
  },
  {
    id: 'pay-twice',
    label: 'Pay twice',
    hint: 'a second deposit',
    play: { scenario: 'twice', percent: 100 },
  },
  {
    id: 'pay-wrong-coin',
    label: 'Send the wrong coin',
    hint: 'needs a decision',
    play: { scenario: 'wrong_coin' },
  },
  {
    id: 'pay-wrong-coin-finished',
    label: 'Send the wrong coin',
    hint: 'counts as paid',
    play: { scenario: 'wrong_coin', ends: 'finished' },
  },
  {
    id: 'pay-unknown-worth',
    label: 'Send a coin without a rate',
    hint: 'its worth is unknown',
    play: { scenario: 'unknown_worth' },
  },
  { id: 'pay-hanging', label: 'Never confirm', hint: 'the payment hangs', play: { scenario: 'hanging' } },
  { id: 'pay-late', label: 'Pay too late', hint: 'expired, then paid', play: { scenario: 'late' } },
  { id: 'pay-expired', label: 'Let it expire', hint: 'nothing is sent', play: { scenario: 'expired' } },
  { id: 'pay-failed', label: 'Fail', hint: 'the money was sent', play: { scenario: 'failed' } },
  {
    id: 'pay-refund',
    label: 'Refund',
    hint: 'by the merchant',
    play: { scenario: 'refund' },
    action: 'refund',
  },
  {
    id: 'pay-accept',
    label: 'Accept as paid',
    hint: 'by the merchant',
    play: {},
    action: 'finish',
  },
];

const actionButton = ({ id, label, hint, play, action }: PageAction) =>
  `<button type="button" data-testid="${id}" data-play="${escapeHtml(JSON.stringify(play))}" data-action="${action ?? ''}"><strong>${label}</strong><small>${hint}</small></button>`;

/** The buttons that play the payer. The usual one stays in view, the others are folded. */
export function playgroundSection(): string {
  const box = (id: string, label: string) =>
    `<label><input type="checkbox" data-testid="${id}" id="${id}"> ${label}</label>`;
  return `<section class="playground" id="playground" aria-label="Playground: what the payer does" hidden>
<div class="exactly" id="exactly">${actionButton(EXACTLY)}</div>
<details id="pay-more" data-testid="pay-more"><summary>Let something else happen</summary>
<div class="actions" role="group" aria-label="What the payer does">${OTHERS.map(actionButton).join('\n')}</div>
<fieldset><legend>Notifications (IPN) to the shop</legend>
${box('drop-ipn', 'Drop them')}
${box('duplicate-ipn', 'Send each twice')}
${box('reorder-ipn', 'Send them out of order')}
</fieldset>
<p>Notifications sent: <span id="ipn-count">0</span></p>
<ol id="ipns" data-testid="ipn-log"></ol>
<button type="button" class="small" id="resend" data-testid="resend-ipn">Send the last one again</button></details>
</section>`;
}
