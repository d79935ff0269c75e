'use strict';

// The invoice page. The server renders the order; this script follows /sim/events.

const STEPS = ['waiting', 'confirming', 'confirmed', 'sending', 'finished'];
const STATUS_TEXT = {
  waiting: 'Waiting for your payment.',
  confirming: 'Confirming: the network has seen your payment.',
  confirmed: 'Confirmed by the network.',
  sending: 'Sending the money on to the shop.',
  finished: 'Finished. Your payment has arrived.',
  partially_paid: 'Partially paid: less arrived than the price.',
  expired: 'Expired: nothing arrived in time.',
  failed: 'Failed: this payment did not go through.',
  refunded: 'Refunded: the money was sent back.',
};
/** The buttons that still work after a payment ends, by its status. Before that, all but `ONLY_AFTERWARDS` work. */
const POSSIBLE = {
  finished: ['pay-twice', 'pay-refund'],
  partially_paid: ['pay-rest', 'pay-twice', 'pay-refund', 'pay-accept'],
  failed: ['pay-refund'],
  expired: ['pay-late'],
  refunded: [],
};
const ONLY_AFTERWARDS = ['pay-rest', 'pay-accept'];
const REFUNDABLE = ['finished', 'partially_paid', 'failed'];

const byId = (id) => document.getElementById(id);
const invoiceId = document.querySelector('main').dataset.invoice;
const coins = [...document.querySelectorAll('[data-coin]')];
const actions = [...document.querySelectorAll('[data-play]')];

/** Everything that the page depends on: the server's last state and the payer's choice. */
const view = { payments: [], ipns: [], paymentId: undefined, isChoosing: false, isAsking: false };

async function post(path, body) {
  view.isAsking = true;
  render();
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const answer = await response.json();
    showError(response.ok ? '' : answer.error);
    // Before the buttons work again, because the state must say what this changed.
    if (response.ok) await refresh();
    return response.ok ? answer : undefined;
  } catch {
    showError('The simulator does not answer. Is it still running?');
    return undefined;
  } finally {
    view.isAsking = false;
    render();
  }
}

function showError(text) {
  byId('error').textContent = text;
  byId('error').hidden = text === '';
}

async function chooseCoin(coin) {
  const known = ownPayments().find((one) => one.payCurrency === coin && one.paymentStatus === 'waiting');
  const answer = known ?? (await post(`/sim/invoices/${invoiceId}/pay`, { scenario: 'waiting', coin }));
  if (!answer) return;
  view.paymentId = answer.paymentId;
  view.isChoosing = false;
  render();
  byId('pay-title').focus();
}

async function perform(button) {
  const payment = current();
  if (!payment || button.getAttribute('aria-disabled') === 'true') return;
  const { action, play } = button.dataset;
  if (action !== '' && REFUNDABLE.includes(payment.paymentStatus)) await decide(payment, action);
  else
    await post(`/sim/invoices/${invoiceId}/pay`, {
      ...JSON.parse(play),
      paymentId: payment.paymentId,
      delivery: delivery(),
    });
}

/** Performs what the merchant does in the dashboard to a completed payment: refund or finish. */
const decide = (payment, action) =>
  post(`/sim/payments/${payment.paymentId}/${action}`, { delivery: delivery() });

const delivery = () => ({
  drop: byId('drop-ipn').checked,
  duplicate: byId('duplicate-ipn').checked,
  reorder: byId('reorder-ipn').checked,
});

const ownPayments = () => view.payments.filter((one) => one.parentPaymentId === null);
const current = () => ownPayments().find((one) => one.paymentId === view.paymentId) ?? ownPayments().at(-1);
const childrenOf = (payment) => view.payments.filter((one) => one.parentPaymentId === payment.paymentId);

function render() {
  const payment = current();
  const isPaying = payment !== undefined && !view.isChoosing;
  byId('choose').hidden = isPaying;
  byId('pay').hidden = !isPaying;
  byId('playground').hidden = !isPaying;
  for (const coin of coins) coin.setAttribute('aria-busy', String(view.isAsking));
  tellPlayground(isPaying ? payment : undefined);
  if (!isPaying) return;
  renderPayment(payment);
  renderDeposits(childrenOf(payment));
  renderPlayground(payment, childrenOf(payment));
}

/** Tells the playground's page, which shows this one in a frame, how far the payer is. Highlights what to press. */
function tellPlayground(payment) {
  const status = payment?.paymentStatus;
  const isOpen = status === 'waiting' && !payment.isMoving && !view.isAsking;
  const stage = payment === undefined ? 'choose' : isOpen ? 'pay' : status;
  if (stage === view.stage) return;
  view.stage = stage;
  document.querySelector('.next')?.classList.remove('next');
  const next = { choose: coins.find((one) => !one.disabled), pay: byId('exactly').firstElementChild }[stage];
  next?.classList.add('next');
  if (window.parent !== window) window.parent.postMessage({ stage }, '*');
}

function renderPayment(payment) {
  const button = coins.find((one) => one.dataset.coin === payment.payCurrency);
  setText('amount', button.querySelector('.coin-amount').textContent);
  setText('network', button.dataset.network);
  setText('address', payment.payAddress);
  setText('memo', payment.payinExtraId ?? '');
  byId('memo-row').hidden = payment.payinExtraId === null;
  // Show where to send money only while the payment is open.
  const isWaiting = payment.paymentStatus === 'waiting';
  setText('pay-title', isWaiting ? 'Send your payment' : 'Your payment');
  byId('where').hidden = !isWaiting;
  byId('network-row').hidden = !isWaiting;
  renderSteps(payment.paymentStatus);
  setText('status', STATUS_TEXT[payment.paymentStatus] ?? payment.paymentStatus);
  byId('status').dataset.status = payment.paymentStatus;
  // After a payment expired or failed, the payer can try again on the same invoice.
  const isOpen = ['waiting', 'expired', 'failed'].includes(payment.paymentStatus);
  byId('other-coin').hidden = !isOpen || payment.isMoving || coins.length < 2;
  byId('success-link')?.classList.toggle('ready', payment.paymentStatus === 'finished');
  byId('cancel-link')?.toggleAttribute('hidden', !isWaiting);
}

function renderSteps(status) {
  const reached = STEPS.indexOf(status);
  const isOff = reached < 0;
  byId('steps').hidden = isOff;
  [...byId('steps').children].forEach((step, index) => {
    step.className = index < reached || status === 'finished' ? 'done' : index === reached ? 'now' : '';
    if (index === reached) step.setAttribute('aria-current', 'step');
    else step.removeAttribute('aria-current');
  });
}

function renderDeposits(children) {
  byId('deposits').hidden = children.length === 0;
  // Redraw only a changed list, so that a button does not lose the focus without need.
  const drawn = JSON.stringify(children.map((one) => [one.paymentId, one.paymentStatus, one.isMoving]));
  if (byId('deposits').dataset.drawn === drawn) return;
  byId('deposits').dataset.drawn = drawn;
  byId('deposits').replaceChildren(...children.map(depositItem));
}

function depositItem(child) {
  const item = document.createElement('li');
  const what = `${child.payAmount} ${child.payCurrency.toUpperCase()}`;
  item.append(`Also received: ${what} — ${child.paymentStatus.replace('_', ' ')} `);
  if (REFUNDABLE.includes(child.paymentStatus) && !child.isMoving) {
    const button = document.createElement('button');
    Object.assign(button, { type: 'button', className: 'small', textContent: 'Refund it' });
    button.setAttribute('aria-label', `Refund it: ${what}`);
    button.dataset.testid = 'refund-deposit';
    button.addEventListener('click', () => decide(child, 'refund'));
    item.append(button);
  }
  return item;
}

function renderPlayground(payment, children) {
  const isBusy = view.isAsking || payment.isMoving || children.some((one) => one.isMoving);
  const possible = POSSIBLE[payment.paymentStatus];
  for (const action of actions) {
    const { testid } = action.dataset;
    const isPossible = possible ? possible.includes(testid) : !ONLY_AFTERWARDS.includes(testid);
    action.setAttribute('aria-disabled', String(isBusy || !isPossible));
  }
  const ids = [payment, ...children].map((one) => one.paymentId);
  const ipns = view.ipns.filter((one) => ids.includes(one.paymentId));
  setText('ipn-count', String(ipns.length));
  replaceItems(
    'ipns',
    ipns.map(
      (one) => `${one.paymentStatus} → ${one.status}${one.attempt > 1 ? ` (try ${one.attempt})` : ''}`,
    ),
  );
}

/** Changes the text only if it differs, so that a screen reader announces each status once. */
function setText(id, text) {
  if (byId(id).textContent !== text) byId(id).textContent = text;
}

function replaceItems(id, texts) {
  const items = texts.map((text) => {
    const item = document.createElement('li');
    item.textContent = text;
    return item;
  });
  byId(id).replaceChildren(...items);
}

function update(state) {
  view.payments = state.payments.filter((one) => one.shownOnInvoiceId === invoiceId);
  view.ipns = state.ipns;
  render();
}

let changes = 0;

/** Asks for the state. An event that came meanwhile has a newer one, so the answer must not replace it. */
async function refresh() {
  const seen = changes;
  const response = await fetch('/sim/state');
  const state = await response.json();
  if (changes === seen) update(state);
}

async function copy(button) {
  const text = byId(button.dataset.copy).textContent;
  await navigator.clipboard?.writeText(text).catch(() => undefined);
  label(button, 'Copied');
  setTimeout(() => label(button, 'Copy'), 1500);
}

/** Changes the words of a button, with which its name for a screen reader begins. */
function label(button, words) {
  button.setAttribute('aria-label', button.getAttribute('aria-label').replace(/^\w+/, words));
  button.textContent = words;
}

for (const coin of coins) coin.addEventListener('click', () => chooseCoin(coin.dataset.coin));
for (const action of actions) action.addEventListener('click', () => perform(action));
for (const button of document.querySelectorAll('[data-copy]')) {
  button.addEventListener('click', () => copy(button));
}
byId('other-coin').addEventListener('click', () => {
  view.isChoosing = true;
  render();
  coins.find((one) => !one.disabled)?.focus();
});
byId('resend').addEventListener('click', () => post(`/sim/payments/${current().paymentId}/resend`, {}));

new EventSource('/sim/events').addEventListener('change', (event) => {
  changes += 1;
  update(JSON.parse(event.data));
});
