import { el } from '../dom.js';
import { textOf } from './foot.js';

/** Begins a reply to a message. */
export function replyButton(onclick) {
  return el('button', { type: 'button', class: 'reply', 'data-testid': 'reply', onclick }, [
    el('span', { 'aria-hidden': 'true' }, ['↩']),
    el('span', { class: 'unseen' }, ['Reply']),
  ]);
}

/** The message that this one replies to. */
export const quoteOf = ({ reply_to_message: replied }) =>
  replied ? [el('div', { class: 'quote', dir: 'auto', 'data-testid': 'quote' }, [textOf(replied)])] : [];
