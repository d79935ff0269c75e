import { byId, setText } from './dom.js';

/**
 * Opens links that leave Telegram: an invoice next to the phones, anything else in a new tab. `onChange` is called when
 * the payment page changes; `describe` says which one is open and how far its payer is.
 */
export function createBrowser({ origin, show, onChange }) {
  const frame = byId('invoice-frame');
  const page = { address: undefined, stage: undefined };
  let opener;
  const change = (changes) => {
    Object.assign(page, changes);
    onChange();
  };
  const toggle = (isOpen) => {
    byId('invoice-empty').hidden = isOpen;
    for (const id of ['invoice-frame', 'invoice-tab', 'invoice-close']) byId(id).hidden = !isOpen;
  };
  const isPayment = ({ url }) => URL.canParse(url) && new URL(url).origin === origin;
  window.addEventListener('message', ({ origin: sender, source, data }) => {
    if (sender === origin && source === frame.contentWindow) change({ stage: data.stage });
  });
  byId('invoice-close').addEventListener('click', () => {
    frame.removeAttribute('src');
    setText(byId('invoice-address'), 'No page is open');
    toggle(false);
    show('donor');
    opener?.focus({ preventScroll: true });
    change({ address: undefined, stage: undefined });
  });
  const open = (address) => {
    if (!isPayment({ url: address })) {
      window.open(address, '_blank', 'noopener');
      return;
    }
    const url = new URL(address);
    opener = document.activeElement.closest('[data-testid=message]');
    frame.src = url.href;
    byId('invoice-tab').href = url.href;
    setText(byId('invoice-address'), `${url.host}${url.pathname}`);
    toggle(true);
    show('payment');
    // Move the focus, so that a keyboard user continues in the page that opened.
    frame.focus({ preventScroll: true });
    change({ address, stage: 'choose' });
  };
  return { open, describe: () => ({ ...page, isPayment }) };
}
