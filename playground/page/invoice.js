import { byId, setText } from './dom.js';

/** Opens links that leave Telegram: an invoice next to the phones, anything else in a new tab. */
export function createBrowser({ origin, show }) {
  const frame = byId('invoice-frame');
  const toggle = (isOpen) => {
    byId('invoice-empty').hidden = isOpen;
    for (const id of ['invoice-frame', 'invoice-tab', 'invoice-close']) byId(id).hidden = !isOpen;
  };
  byId('invoice-close').addEventListener('click', () => {
    frame.removeAttribute('src');
    setText(byId('invoice-address'), 'No page is open');
    toggle(false);
    show('donor');
  });
  return (address) => {
    if (origin === null || new URL(address).origin !== origin) {
      window.open(address, '_blank', 'noopener');
      return;
    }
    const url = new URL(address);
    frame.src = url.href;
    byId('invoice-tab').href = url.href;
    setText(byId('invoice-address'), `${url.host}${url.pathname}`);
    toggle(true);
    show('payment');
    // Move the focus, so that a keyboard user continues in the page that opened.
    frame.focus({ preventScroll: true });
  };
}
