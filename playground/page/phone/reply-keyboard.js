import { el, reconcile, setText } from '../dom.js';

/** The keyboard that the bot shows below the text field. `actions`: say, pickChat. */
export function buildReplyKeyboard(actions) {
  const root = el('div', {
    class: 'reply-keyboard',
    role: 'group',
    'aria-label': 'Keyboard of the bot',
    'data-testid': 'reply-keyboard',
  });
  const draw = (rows) => {
    root.hidden = rows.length === 0;
    reconcile(root, numbered(rows), {
      keyOf: ({ index }) => index,
      make: () => el('div', { class: 'keys' }),
      update: (row, { item }) => drawRow(row, item, actions),
    });
  };
  return { root, draw };
}

const numbered = (items) => items.map((item, index) => ({ item, index }));

function drawRow(row, keys, actions) {
  reconcile(row, numbered(keys), {
    keyOf: ({ index }) => index,
    make: () => {
      const key = el('button', { type: 'button', class: 'key', 'data-testid': 'reply-key' });
      key.addEventListener('click', () => press(key.telegram, actions));
      return key;
    },
    update: (key, { item }) => {
      key.telegram = item;
      setText(key, item.text);
    },
  });
}

/** A key without a request writes its own text. */
const press = ({ text, request_chat }, actions) =>
  request_chat === undefined ? actions.say(text) : actions.pickChat(request_chat);
