import { button } from '../phone/dialogs.js';
import { el, reconcile, setText } from '../dom.js';
import { appointableIn, isAdmin, RIGHTS, rightsToTick } from '../phone/rights.js';

/** The dialog that makes the bot an administrator or changes its rights. `actions`: appoint, newChannel, openDialog. */
export function buildBotDialog(id, actions) {
  const view = { state: undefined, userId: undefined, chatId: undefined };
  const heading = el('h4', { 'data-testid': 'bot-dialog-title' });
  const list = el('div', { 'data-testid': 'bot-channels' });
  const none = el('p', {}, ['You have no channel yet.']);
  const another = button('bot-new-channel', 'plain-button', () =>
    actions.newChannel((chatId) => {
      view.chatId = chatId;
      draw(view.state, view.userId);
    }),
  );
  setText(another, 'New channel');
  const channels = el('fieldset', {}, [el('legend', {}, ['Channel']), none, list, another]);
  const boxes = RIGHTS.map(([name, words]) => makeBox(name, words));
  const rights = el('fieldset', {}, [el('legend', {}, ['The bot may']), ...boxes]);
  const confirm = button('bot-confirm', 'foot-button', () => {
    root.close();
    actions.appoint(
      view.chatId,
      boxes
        .map((box) => box.querySelector('input'))
        .filter(({ checked }) => checked)
        .map(({ value }) => value),
    );
  });
  const close = button('bot-close', 'plain-button', () => root.close());
  setText(close, 'Close');
  const root = el(
    'dialog',
    { class: 'alert sheet', 'data-testid': 'bot-dialog', 'aria-label': 'Rights of the bot' },
    [heading, channels, rights, confirm, close],
  );

  /** Redraws the list, because channels may change while the dialog is open. */
  function draw(state, userId) {
    Object.assign(view, { state, userId });
    if (!root.open) return;
    const mine = appointableIn(state, userId);
    none.hidden = mine.length > 0;
    reconcile(list, mine, {
      keyOf: (chat) => chat.id,
      make: (chat) => makeChoice(`${id}-bot-channel`, chat, () => choose(chat.id)),
      update: (node, chat) => (node.querySelector('input').checked = chat.id === view.chatId),
    });
    confirm.disabled = !mine.some((chat) => chat.id === view.chatId);
  }
  const choose = (chatId) => {
    view.chatId = chatId;
    draw(view.state, view.userId);
  };

  /** Opens for `chat`, or for a channel that the user chooses. A link may name the `requested` rights. */
  const open = ({ chat, requested }) => {
    const { state, userId } = view;
    const wanted = requested ?? rightsToTick(chat, state.bot.id);
    for (const box of boxes) {
      const input = box.querySelector('input');
      input.checked = wanted.includes(input.value);
    }
    view.chatId = chat?.id ?? appointableIn(state, userId).at(-1)?.id;
    channels.hidden = chat !== undefined;
    setText(heading, `${state.bot.first_name} in ${chat ? chat.title : 'a channel of yours'}`);
    setText(confirm, chat && isAdmin(chat, state.bot.id) ? 'Save' : 'Add as administrator');
    actions.openDialog(root);
    draw(state, userId);
  };
  return { root, open, draw };
}

function makeBox(name, words) {
  return el('label', { class: 'choice' }, [
    el('input', { type: 'checkbox', value: name, 'data-testid': `right-${name}` }),
    el('span', {}, [words]),
  ]);
}

function makeChoice(group, chat, onchange) {
  const where = chat.username === undefined ? 'private' : `@${chat.username}`;
  return el('label', { class: 'choice' }, [
    el('input', {
      type: 'radio',
      name: group,
      value: String(chat.id),
      'data-testid': 'bot-channel',
      onchange,
    }),
    el('span', {}, [`${chat.title} (${where})`]),
  ]);
}
