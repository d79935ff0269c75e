import { button } from '../phone/dialogs.js';
import { el, setText } from '../dom.js';

/** The dialog that makes a channel. `actions`: openDialog; create, which returns `{ chatId }` or `{ problem }`. */
export function buildCreateDialog(id, actions) {
  const title = el('input', {
    id: `${id}-title`,
    dir: 'auto',
    required: true,
    maxlength: '128',
    'data-testid': 'channel-title',
  });
  const username = el('input', {
    id: `${id}-username`,
    autocomplete: 'off',
    spellcheck: 'false',
    'data-testid': 'channel-username',
  });
  const name = el('div', { hidden: true }, [
    el('label', { for: `${id}-username` }, ['Public name, after t.me/']),
    username,
  ]);
  const setPublic = (isPublic) => {
    name.hidden = !isPublic;
    username.required = isPublic;
  };
  const kind = (value, words) =>
    el('label', { class: 'choice' }, [
      el('input', {
        type: 'radio',
        name: `${id}-kind`,
        value,
        'data-testid': `channel-${value}`,
        onchange: () => setPublic(value === 'public'),
      }),
      el('span', {}, [words]),
    ]);
  const kinds = el('fieldset', {}, [
    el('legend', {}, ['Who can find it']),
    kind('private', 'Private: people join by invite link'),
    kind('public', 'Public: anyone can find it by name'),
  ]);
  const problem = el('p', { class: 'problem', role: 'alert', 'data-testid': 'channel-problem' });
  const close = button('channel-close', 'plain-button', () => root.close());
  setText(close, 'Close');
  const form = el('form', {}, [
    el('h4', {}, ['New channel']),
    el('label', { for: `${id}-title` }, ['Title']),
    title,
    kinds,
    name,
    problem,
    el('button', { type: 'submit', class: 'foot-button', 'data-testid': 'channel-create' }, ['Create']),
    close,
  ]);
  const root = el(
    'dialog',
    { class: 'alert sheet', 'data-testid': 'channel-dialog', 'aria-label': 'New channel' },
    [form],
  );
  let created;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const isPublic = !name.hidden;
    const answer = await actions.create({
      title: title.value.trim(),
      username: isPublic ? username.value.trim().replace(/^@/, '') : '',
    });
    setText(problem, answer.problem ?? '');
    if (answer.problem !== undefined) return;
    root.close();
    created(answer.chatId);
  });
  /** Calls `onCreated` with the id of the new channel. */
  const open = (onCreated) => {
    created = onCreated;
    form.reset();
    kinds.querySelector('input').checked = true;
    setPublic(false);
    setText(problem, '');
    actions.openDialog(root);
  };
  return { root, open };
}
