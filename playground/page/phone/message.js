import { directionOf } from '../direction.js';
import { animateArrival, el, reconcile, setText } from '../dom.js';
import { mediaOf } from './media.js';
import { wordsOf } from './message-words.js';
import { quoteOf, replyButton } from './reply.js';
import { richText } from '../rich-text.js';

const timeOf = (seconds) =>
  new Date(seconds * 1000).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', hour12: false });
const dayOf = ({ date }) =>
  new Date(date * 1000).toLocaleDateString([], { day: 'numeric', month: 'short', year: 'numeric' });

/** Adds the day to the first message of each day, because users move the clock by days. */
const withDays = (messages) =>
  messages.map((message, index) => {
    const isNewDay = index > 0 && dayOf(message) !== dayOf(messages[index - 1]);
    return isNewDay ? { ...message, day: dayOf(message) } : message;
  });

/**
 * Draws the messages of a chat, keeping the nodes of those that stay. `actions`: press, open, say, fileUrl; and
 * `language`, the reader's.
 */
export function drawMessages(list, messages, { ownId, actions }) {
  reconcile(list, withDays(messages), {
    keyOf: (message) => `${message.chat.id}:${message.message_id}`,
    make: (message) => animateArrival(makeMessage(message, { ownId, actions })),
    update: (node, message) => updateMessage(node, message, actions),
  });
}

function makeMessage(message, { ownId, actions }) {
  const isOwn = message.from?.id === ownId;
  const canReply = !isOwn && message.chat.type === 'private';
  return el(
    'li',
    {
      class: `message ${isOwn ? 'own' : 'other'}`,
      'data-testid': 'message',
      'data-message-id': String(message.message_id),
      tabindex: '-1',
    },
    [
      el('div', { class: 'bubble' }, [
        el('div', { class: 'media' }),
        el('div', { class: 'text' }),
        el('span', { class: 'meta' }),
      ]),
      el('div', { class: 'keyboard', role: 'group', 'aria-label': 'Buttons of this message' }),
      canReply ? replyButton(() => actions.reply(message)) : undefined,
    ],
  );
}

function updateMessage(node, message, actions) {
  const [bubble, keyboard] = node.children;
  const [media, text, meta] = bubble.children;
  const words = wordsOf(message);
  // Redraw on a new language only what it words, because a screen reader announces what is drawn.
  const hasMoments = words.entities?.some(({ type }) => type === 'date_time');
  const drawn = JSON.stringify([words, hasMoments && actions.language]);
  if (node.dataset.drawn !== drawn) {
    node.dataset.drawn = drawn;
    text.replaceChildren(...richText(words.text, words.entities, actions));
    text.hidden = words.text === '';
    text.dir = directionOf(words.text);
    media.replaceChildren(...quoteOf(message), ...mediaOf(message, actions.fileUrl));
  }
  setLanguage(text, message, actions);
  const edited = message.edit_date && !message.reply_markup ? 'edited ' : '';
  const day = message.day ? `${message.day}, ` : '';
  const kept = message.has_protected_content ? '🔒 can’t be forwarded · ' : '';
  setText(meta, `${kept}${edited}${day}${timeOf(message.date)}`);
  node.classList.toggle('protected', message.has_protected_content === true);
  drawKeyboard(keyboard, message, actions);
}

/** Keeps the node of each button position, so that a key keeps the focus when the keypad shows a new amount. */
function drawKeyboard(keyboard, message, actions) {
  const rows = message.reply_markup?.inline_keyboard ?? [];
  keyboard.hidden = rows.length === 0;
  reconcile(
    keyboard,
    rows.map((buttons, index) => ({ buttons, index })),
    {
      keyOf: ({ index }) => index,
      make: () => el('div', { class: 'keys' }),
      update: (node, { buttons }) => drawRow(node, buttons, { message, actions }),
    },
  );
}

function drawRow(node, buttons, context) {
  reconcile(
    node,
    buttons.map((button, index) => ({ button, index })),
    {
      keyOf: ({ index }) => index,
      make: () => makeButton(context.actions),
      update: (key, { button }) => updateButton(key, button, context),
    },
  );
}

/** The colours that Telegram knows. */
const STYLES = ['danger', 'success', 'primary'];

function makeButton(actions) {
  const key = el('button', { type: 'button', class: 'key', 'data-testid': 'keyboard-button' });
  key.addEventListener('click', () => {
    if (key.telegram.button.disabled === undefined) actions.press(key.telegram, key);
  });
  return key;
}

function updateButton(key, button, { message, actions }) {
  key.telegram = { button, chatId: message.chat.id, messageId: message.message_id };
  // What it does, whatever language its words are in.
  key.dataset.does = button.callback_data ?? button.url ?? (button.pay ? 'pay' : '');
  // Telegram's apps draw their icon for both signs.
  setText(key, button.pay ? button.text.replaceAll('XTR', '⭐') : button.text);
  key.dir = directionOf(button.text);
  setLanguage(key, message, actions);
  key.classList.toggle('link', button.url !== undefined);
  for (const style of STYLES) key.classList.toggle(style, button.style === style);
  // It keeps its place in the order of the keyboard, so that its label can be read out.
  if (button.disabled === undefined) key.removeAttribute('aria-disabled');
  else key.setAttribute('aria-disabled', 'true');
}

/** Names the language of a text for screen readers. A channel's posts are in the channel's own, which no app knows. */
function setLanguage(node, { chat }, { language }) {
  if (language === undefined || chat.type !== 'private') node.removeAttribute('lang');
  else node.lang = language;
}
