import { byId, el, reconcile, setText } from '../dom.js';
import { plainError } from '../plain-error.js';
import { inStars } from './star-words.js';

/** What is lost, in the words of the menu. */
const KINDS = {
  successful_payment: 'a payment',
  pre_checkout_query: 'a question before a payment',
  refunded_payment: 'a refund',
  subscription: 'a subscription’s change',
};

/** Runs what Telegram does with Stars by itself. Returns a function that takes Telegram's new state. */
export function runTelegramSide(telegram) {
  const problem = byId('stars-problem');
  const act = async (name, body) => {
    setText(problem, '');
    await telegram.stars(name, body).catch((error) => setText(problem, plainError(error)));
  };
  const kind = byId('stars-lost-kind');
  kind.replaceChildren(...Object.entries(KINDS).map(([value, words]) => el('option', { value }, [words])));
  byId('stars-lose').addEventListener('click', () => act('loseNext', { kind: kind.value }));
  return ({ stars, users }) => {
    const nameOf = (userId) => users.find(({ id }) => id === userId)?.first_name ?? 'Somebody';
    setText(byId('stars-bot-balance'), `The bot has ${inStars(stars.balance)}.`);
    setText(
      byId('stars-lost'),
      stars.lost.map((each) => `The next update about ${KINDS[each]} is lost.`).join(' '),
    );
    byId('stars-none').hidden = stars.payments.length > 0;
    reconcile(byId('stars-payments'), stars.payments, {
      keyOf: ({ chargeId }) => chargeId,
      make: (payment) => makePayment(payment, { act, name: nameOf(payment.userId) }),
      update: (node, { isRefunded }) => {
        const [, state, refund] = node.children;
        setText(state, isRefunded ? 'refunded' : '');
        refund.disabled = isRefunded;
      },
    });
  };
}

function makePayment({ chargeId, amount, subscriptionId }, { act, name }) {
  const what = subscriptionId === undefined ? '' : ', subscription';
  const words = `${name}: ${inStars(amount)}${what}`;
  const key = (testid, label, perform) =>
    el(
      'button',
      {
        type: 'button',
        'data-testid': testid,
        'aria-label': `${label}: ${words}`,
        onclick: () => act(perform, { chargeId }),
      },
      [label],
    );
  return el('li', { 'data-testid': 'star-payment' }, [
    el('span', { dir: 'auto' }, [words]),
    el('span', { class: 'star-state' }),
    key('stars-refund', 'Refund', 'refund'),
    key('stars-charge-back', 'Charge back', 'chargeBack'),
  ]);
}
