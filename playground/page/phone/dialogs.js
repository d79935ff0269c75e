import { el, setText } from '../dom.js';
import { countMembers } from './membership.js';

/** The link that was copied last on any phone, so that one person can give it to another. */
let copied = '';

/** Copies a link for the other phone. `actions`: toast. */
export async function copyLink(link, actions) {
  copied = link;
  actions.toast('Link copied. Open it on another phone.');
  await navigator.clipboard?.writeText(link).catch(() => undefined);
}

export function buildAlert(id) {
  const label = { 'aria-label': 'The bot says', 'aria-describedby': `${id}-alert` };
  return el('dialog', { class: 'alert', role: 'alertdialog', 'data-testid': 'alert', ...label }, [
    el('p', { id: `${id}-alert` }),
    el('form', { method: 'dialog' }, [
      el('button', { class: 'foot-button', 'data-testid': 'alert-ok' }, ['OK']),
    ]),
  ]);
}

/** The sheet that the client shows for an invite link before the user joins. `actions`: join, toast, openDialog. */
export function buildJoinSheet(actions) {
  const title = el('h4', { dir: 'auto', 'data-testid': 'join-title' });
  const note = el('p', { 'data-testid': 'join-note' });
  const join = button('join-confirm', 'foot-button', () => {
    root.close();
    actions.join(root.link, root.invitation);
  });
  const copy = button('copy-link', 'plain-button', () => {
    root.close();
    return copyLink(root.link, actions);
  });
  setText(copy, 'Copy the link');
  const close = button('join-close', 'plain-button', () => root.close());
  setText(close, 'Close');
  const root = el(
    'dialog',
    { class: 'alert sheet', 'data-testid': 'join-sheet', 'aria-label': 'Invite link' },
    [title, note, join, copy, close],
  );
  const open = (link, invitation) => {
    Object.assign(root, { link, invitation });
    const words = invitation ? wordsOf(invitation) : DEAD;
    setText(title, words.title);
    setText(note, words.note);
    setText(join, words.button ?? '');
    join.hidden = words.button === undefined;
    copy.hidden = !invitation;
    actions.openDialog(root);
  };
  return { root, join, open };
}

const DEAD = {
  title: 'This link does not work',
  note: 'It has expired, was revoked, or isn’t for you.',
};

function wordsOf({ type, title, memberCount, createsJoinRequest, standing }) {
  const kind = type === 'channel' ? 'channel' : 'group';
  const channel = `Private ${kind} · ${countMembers(memberCount)}.`;
  if (standing === 'pending') return { title, note: `${channel} You asked to join. No answer yet.` };
  if (standing === 'in') return { title, note: `${channel} You are in.`, button: `Open the ${kind}` };
  return createsJoinRequest
    ? { title, note: `${channel} An admin must approve you.`, button: 'Request to join' }
    : { title, note: channel, button: `Join the ${kind}` };
}

/** The dialog for a pasted link, filled with the one that was copied last. `actions`: open, openDialog. */
export function buildLinkDialog(id, actions) {
  const input = el('input', { id: `${id}-link`, type: 'url', required: true, 'data-testid': 'link-input' });
  const onsubmit = (event) => {
    event.preventDefault();
    root.close();
    actions.open(input.value.trim());
  };
  const close = button('link-close', 'plain-button', () => root.close());
  setText(close, 'Close');
  const root = el(
    'dialog',
    { class: 'alert sheet', 'data-testid': 'link-dialog', 'aria-label': 'Open a link' },
    [
      el('form', { onsubmit }, [
        el('label', { for: `${id}-link` }, ['A link that someone sent you']),
        input,
        el('button', { type: 'submit', class: 'foot-button', 'data-testid': 'link-open' }, ['Open']),
        close,
      ]),
    ],
  );
  const open = () => {
    input.value = copied;
    actions.openDialog(root);
    input.select();
  };
  return { root, open };
}

export function button(testid, className, onclick) {
  return el('button', { type: 'button', class: className, 'data-testid': testid, onclick });
}
