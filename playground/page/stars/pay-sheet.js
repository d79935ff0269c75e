import { el, setText } from '../dom.js';
import { button } from '../phone/dialogs.js';
import { inStars, priceOf } from './star-words.js';

/**
 * The sheet that asks a payer to confirm an invoice. Closing it tells the bot nothing. `actions`: pay, topUp, openDialog;
 * `pay` gets how many devices confirm at once.
 */
export function buildPaySheet(actions) {
  const title = el('h4', { dir: 'auto', 'data-testid': 'pay-title' });
  const description = el('p', { dir: 'auto' });
  const price = el('p', { 'data-testid': 'pay-price' });
  const balance = el('p', { 'data-testid': 'pay-balance' });
  const status = el('p', { class: 'problem', role: 'status', 'data-testid': 'pay-status' });
  const payOn = (devices) => () => pay(devices);
  const confirm = button('pay-confirm', 'foot-button', payOn(1));
  const twice = button('pay-twice', 'plain-button', payOn(2));
  setText(twice, 'Confirm on two devices');
  const topUp = button('pay-top-up', 'foot-button', () => buyMissing());
  const cancel = button('pay-cancel', 'plain-button', () => root.close());
  setText(cancel, 'Cancel');
  const root = el(
    'dialog',
    { class: 'alert sheet', 'data-testid': 'pay-sheet', 'aria-label': 'Confirm the payment' },
    [title, description, price, balance, status, confirm, topUp, twice, cancel],
  );
  const view = { place: undefined, sheet: undefined };

  function draw() {
    const { sheet } = view;
    const missing = sheet.amount - sheet.balance;
    setText(title, sheet.title);
    setText(description, sheet.description);
    setText(price, priceOf(sheet));
    setText(balance, `You have ${inStars(sheet.balance)}.`);
    setText(confirm, `Confirm and pay ${inStars(sheet.amount)}`);
    setText(topUp, `Get ${inStars(missing)} more`);
    for (const each of [confirm, twice]) each.hidden = missing > 0;
    topUp.hidden = missing <= 0;
  }

  async function buyMissing() {
    const { sheet } = view;
    if (!(await actions.topUp(sheet.amount - sheet.balance))) return;
    view.sheet = { ...sheet, balance: sheet.amount };
    draw();
    confirm.focus();
  }

  async function pay(devices) {
    const { place, sheet } = view;
    for (const each of [confirm, twice]) each.disabled = true;
    setText(status, 'Asking the bot…');
    try {
      await actions.pay({ place, sheet, devices });
    } finally {
      for (const each of [confirm, twice]) each.disabled = false;
      // The payer may have opened another invoice meanwhile.
      if (view.place === place) root.close();
    }
  }

  const open = (place, sheet) => {
    Object.assign(view, { place, sheet });
    setText(status, '');
    draw();
    actions.openDialog(root);
  };
  return { root, open };
}
