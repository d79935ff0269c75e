import { button } from '../phone/dialogs.js';
import { el, reconcile, setText } from '../dom.js';
import { appointableIn, isAdmin, kindOf, RIGHTS, rightsToTick } from '../phone/rights.js';

/**
 * The dialog that makes the bot an administrator or changes its rights. In a group, a bot without rights is a plain member.
 * `actions`: appoint; newChannel and newGroup, which open a dialog; openDialog.
 */
export function buildBotDialog(id, actions) {
  const view = {
    state: undefined,
    userId: undefined,
    chatId: undefined,
    kind: 'channel',
    started: undefined,
  };
  const heading = el('h4', { 'data-testid': 'bot-dialog-title' });
  const list = el('div', { 'data-testid': 'bot-channels' });
  const none = el('p');
  const legend = el('legend');
  const another = button('bot-new-channel', 'plain-button', () =>
    (view.kind === 'group' ? actions.newGroup : actions.newChannel)(choose),
  );
  const chats = el('fieldset', {}, [legend, none, list, another]);
  const rights = el('fieldset');
  const boxes = () => [...rights.querySelectorAll('input')].filter(({ checked }) => checked);
  const confirm = button('bot-confirm', 'foot-button', () => {
    root.close();
    const ticked = boxes().map(({ value }) => value);
    return actions.appoint(view.chatId, ticked, view.started);
  });
  const close = button('bot-close', 'plain-button', () => root.close());
  setText(close, 'Close');
  const root = el(
    'dialog',
    { class: 'alert sheet', 'data-testid': 'bot-dialog', 'aria-label': 'Rights of the bot' },
    [heading, chats, rights, confirm, close],
  );

  /** Redraws the list, because chats may change while the dialog is open. */
  function draw(state, userId) {
    Object.assign(view, { state, userId });
    if (!root.open) return;
    const mine = appointableIn(state, userId, view.kind);
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

  /**
   * Opens for `chat`, or for a chat of this `kind` that the user chooses. A link may name the `requested` rights and, in a
   * group, what the client writes then (`started`).
   */
  const open = ({ chat, kind = kindOf(chat), requested, started }) => {
    const { state, userId } = view;
    Object.assign(view, { kind, started });
    const wanted = requested ?? rightsToTick(chat, state.bot.id, kind);
    rights.replaceChildren(
      el('legend', {}, ['The bot may']),
      ...RIGHTS[kind].map(([name, words]) => makeBox(name, words, wanted.includes(name))),
    );
    view.chatId = chat?.id ?? appointableIn(state, userId, kind).at(-1)?.id;
    chats.hidden = chat !== undefined;
    setText(legend, kind === 'group' ? 'Group' : 'Channel');
    setText(none, `You have no ${kind} yet.`);
    setText(another, `New ${kind}`);
    setText(heading, `${state.bot.first_name} in ${chat ? chat.title : `a ${kind} of yours`}`);
    const nameConfirm = () =>
      setText(confirm, confirmWords({ chat, kind, botId: state.bot.id }, boxes().length));
    rights.onchange = nameConfirm;
    nameConfirm();
    actions.openDialog(root);
    draw(state, userId);
  };
  return { root, open, draw };
}

function confirmWords({ chat, kind, botId }, count) {
  if (kind === 'group' && count === 0) return 'Add as member';
  return chat && isAdmin(chat, botId) ? 'Save' : 'Add as administrator';
}

function makeBox(name, words, checked) {
  return el('label', { class: 'choice' }, [
    el('input', { type: 'checkbox', value: name, checked, 'data-testid': `right-${name}` }),
    el('span', {}, [words]),
  ]);
}

function makeChoice(group, chat, onchange) {
  const kept = chat.type === 'group' ? 'basic group' : 'private';
  const where = chat.username === undefined ? kept : `@${chat.username}`;
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
