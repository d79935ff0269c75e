import { button } from '../phone/dialogs.js';
import { el, reconcile, setText } from '../dom.js';

/**
 * Telegram's own list of the chats that fit a key of the bot's keyboard. `actions`: fittingChats, which returns them;
 * share, openDialog; newChannel and newGroup, which open a dialog.
 */
export function buildPickerDialog(actions) {
  const view = { requestId: undefined, kind: 'channel' };
  const heading = el('h4');
  const none = el('p');
  const list = el('ul', { class: 'picker-list', 'data-testid': 'picker-list' });
  const another = button('picker-new-channel', 'plain-button', () =>
    (view.kind === 'group' ? actions.newGroup : actions.newChannel)(draw),
  );
  const close = button('picker-close', 'plain-button', () => root.close());
  setText(close, 'Close');
  const root = el(
    'dialog',
    { class: 'alert sheet', 'data-testid': 'picker-dialog', 'aria-label': 'Choose a channel' },
    [heading, none, list, another, close],
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

  const open = async ({ request_id: requestId, chat_is_channel: isChannel }) => {
    const kind = isChannel ? 'channel' : 'group';
    Object.assign(view, { requestId, kind });
    root.setAttribute('aria-label', `Choose a ${kind}`);
    setText(heading, `Choose a ${kind}`);
    setText(none, `None of your ${kind}s fits.`);
    setText(another, `New ${kind}`);
    await draw();
    actions.openDialog(root);
  };
  return { root, open };
}

function makeChoice({ title, type, username }, onclick) {
  const kept = type === 'group' ? 'basic group' : 'private';
  const choice = button('picker-chat', 'foot-button', onclick);
  setText(choice, `${title} (${username === undefined ? kept : `@${username}`})`);
  return el('li', {}, [choice]);
}
