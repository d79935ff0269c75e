import { button } from '../phone/dialogs.js';
import { el, reconcile, setText } from '../dom.js';

/**
 * Telegram's own list of the chats that fit a key of the bot's keyboard. `actions`: fittingChats, which returns them;
 * share, newChannel, openDialog.
 */
export function buildPickerDialog(actions) {
  const view = { requestId: undefined };
  const none = el('p', {}, ['None of your channels fits.']);
  const list = el('ul', { class: 'picker-list', 'data-testid': 'picker-list' });
  const another = button('picker-new-channel', 'plain-button', () => actions.newChannel(draw));
  setText(another, 'New channel');
  const close = button('picker-close', 'plain-button', () => root.close());
  setText(close, 'Close');
  const root = el(
    'dialog',
    { class: 'alert sheet', 'data-testid': 'picker-dialog', 'aria-label': 'Choose a channel' },
    [el('h4', {}, ['Choose a channel']), none, list, another, close],
  );

  async function draw() {
    const chats = await actions.fittingChats(view.requestId);
    none.hidden = chats.length > 0;
    reconcile(list, chats, {
      keyOf: ({ id }) => id,
      make: (chat) => makeChoice(chat, () => choose(chat)),
      update: () => undefined,
    });
  }
  const choose = (chat) => {
    root.close();
    return actions.share(view.requestId, chat);
  };

  const open = async ({ request_id: requestId }) => {
    view.requestId = requestId;
    await draw();
    actions.openDialog(root);
  };
  return { root, open };
}

function makeChoice({ title, username }, onclick) {
  const choice = button('picker-chat', 'foot-button', onclick);
  setText(choice, `${title} (${username === undefined ? 'private' : `@${username}`})`);
  return el('li', {}, [choice]);
}
