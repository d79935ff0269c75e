import { el, reconcile, setText } from '../dom.js';
import { button } from '../phone/dialogs.js';
import { inStars, subscriptionWords } from './star-words.js';

/**
 * A person's Stars: the button that shows how many, and the sheet that it opens. `actions`: topUp, manage, telegramSide,
 * openDialog.
 */
export function buildWallet(id, actions) {
  const amount = el('span');
  const opener = button('open-stars', 'quiet', () => actions.openDialog(root));
  opener.append(
    el('span', { 'aria-hidden': 'true' }, ['⭐']),
    el('span', { class: 'unseen' }, ['Stars: ']),
    amount,
  );
  const balance = el('p', { role: 'status', 'data-testid': 'star-balance' });
  const input = el('input', {
    id: `${id}-stars`,
    type: 'number',
    min: '1',
    max: '1000000',
    value: '500',
    required: true,
    'data-testid': 'star-amount',
  });
  const onsubmit = (event) => {
    event.preventDefault();
    return actions.topUp(Number(input.value));
  };
  const empty = button('stars-empty', 'plain-button', () => actions.topUp(-1_000_000_000));
  setText(empty, 'Spend all elsewhere');
  const none = el('p', {}, ['No subscriptions.']);
  const list = el('ul', { class: 'star-list', 'data-testid': 'star-subscriptions' });
  const close = button('stars-close', 'plain-button', () => root.close());
  setText(close, 'Close');
  const root = el('dialog', { class: 'alert sheet', 'data-testid': 'stars-sheet', 'aria-label': 'Stars' }, [
    el('h4', {}, ['Your Stars']),
    balance,
    el('form', { onsubmit }, [
      el('label', { for: `${id}-stars` }, ['Stars to add']),
      input,
      el('button', { type: 'submit', class: 'foot-button', 'data-testid': 'stars-add' }, ['Add Stars']),
    ]),
    empty,
    el('h5', {}, ['Subscriptions']),
    none,
    list,
    close,
  ]);
  const draw = (stars) => {
    setText(amount, String(stars.balance));
    setText(balance, `You have ${inStars(stars.balance)}.`);
    none.hidden = stars.subscriptions.length > 0;
    reconcile(list, stars.subscriptions, {
      keyOf: (subscription) => subscription.id,
      make: (subscription) => makeSubscription(subscription.id, actions),
      update: updateSubscription,
    });
  };
  return { root, opener, draw };
}

/** What can be done about a subscription, and in which states. */
const ACTS = [
  [
    'subscription-cancel',
    'Cancel',
    'cancelSubscription',
    ({ state }) => ['active', 'failed'].includes(state),
  ],
  [
    'subscription-enable',
    'Enable again',
    'enableSubscription',
    ({ state, is_canceled_by_bot: isByBot }) => state === 'canceled' && !isByBot,
  ],
];

/** What Telegram does about it. */
const TELEGRAM_ACTS = [
  [
    'subscription-fail',
    'Let the next renewal fail',
    'failNextRenewal',
    ({ state, fails_next: fails }) => state === 'active' && !fails,
  ],
  ['subscription-retry', 'Try the renewal again', 'retryRenewal', ({ state }) => state === 'failed'],
];

function makeSubscription(id, { manage, telegramSide }) {
  const buttons = [
    ...ACTS.map((act) => [act, (name) => manage(name, { id })]),
    ...TELEGRAM_ACTS.map((act) => [act, (name) => telegramSide(name, { id })]),
  ].map(([[testid, words, name], perform]) => {
    const key = button(testid, 'plain-button', () => perform(name));
    setText(key, words);
    return key;
  });
  const name = el('strong', { dir: 'auto' });
  const words = el('p', { 'data-testid': 'subscription-state' });
  return el('li', { 'data-testid': 'star-subscription' }, [name, words, ...buttons]);
}

function updateSubscription(node, subscription) {
  const [name, words, ...buttons] = node.children;
  setText(name, subscription.title);
  setText(words, subscriptionWords(subscription));
  [...ACTS, ...TELEGRAM_ACTS].forEach(([, , , applies], index) => {
    buttons[index].hidden = !applies(subscription);
  });
}
