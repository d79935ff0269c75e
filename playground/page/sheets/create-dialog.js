import { button } from '../phone/dialogs.js';
import { el, setText } from '../dom.js';

/** Who can find a chat of each kind. Every group begins as a basic one. */
const KINDS = {
  channel: [
    ['private', 'Private: people join by invite link'],
    ['public', 'Public: anyone can find it by name'],
  ],
  group: [
    ['basic', 'Basic: a small group, as Telegram first makes it'],
    ['private', 'Supergroup: people join by invite link'],
    ['public', 'Public: anyone can find it by name'],
  ],
};

/**
 * The dialog that makes a channel or a group. `actions`: openDialog; create, which returns `{ chatId }` or `{ problem }`.
 */
export function buildCreateDialog(id, what, actions) {
  const title = el('input', {
    id: `${id}-${what}-title`,
    dir: 'auto',
    required: true,
    maxlength: '128',
    'data-testid': `${what}-title`,
  });
  const username = el('input', {
    id: `${id}-${what}-username`,
    autocomplete: 'off',
    spellcheck: 'false',
    'data-testid': `${what}-username`,
  });
  const name = el('div', { hidden: true }, [
    el('label', { for: `${id}-${what}-username` }, ['Public name, after t.me/']),
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
        name: `${id}-${what}-kind`,
        value,
        'data-testid': `${what}-${value}`,
        onchange: () => setPublic(value === 'public'),
      }),
      el('span', {}, [words]),
    ]);
  const kinds = el('fieldset', {}, [
    el('legend', {}, ['Who can find it']),
    ...KINDS[what].map(([value, words]) => kind(value, words)),
  ]);
  const problem = el('p', { class: 'problem', role: 'alert', 'data-testid': `${what}-problem` });
  const close = button(`${what}-close`, 'plain-button', () => root.close());
  setText(close, 'Close');
  const form = el('form', {}, [
    el('h4', {}, [`New ${what}`]),
    el('label', { for: `${id}-${what}-title` }, ['Title']),
    title,
    kinds,
    name,
    problem,
    el('button', { type: 'submit', class: 'foot-button', 'data-testid': `${what}-create` }, ['Create']),
    close,
  ]);
  const root = el(
    'dialog',
    { class: 'alert sheet', 'data-testid': `${what}-dialog`, 'aria-label': `New ${what}` },
    [form],
  );
  let created;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const isPublic = !name.hidden;
    const answer = await actions.create(what, {
      title: title.value.trim(),
      username: isPublic ? username.value.trim().replace(/^@/, '') : '',
      isSupergroup: !kinds.querySelector('[value=basic]')?.checked,
    });
    setText(problem, answer.problem ?? '');
    if (answer.problem !== undefined) return;
    root.close();
    created(answer.chatId);
  });
  /** Calls `onCreated` with the id of the new chat. */
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
