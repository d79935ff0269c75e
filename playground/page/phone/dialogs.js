import { el, setText } from '../dom.js';
import { countMembers } from './membership.js';

/** What was copied last on any of the phones: how one person gives a link to another. */
let copied = '';

/** Takes a link along to another phone. `deeds`: toast. */
export async function copyLink(link, deeds) {
  copied = link;
  deeds.toast('Link copied. Open it on another phone.');
  await navigator.clipboard?.writeText(link).catch(() => undefined);
}

export function buildAlert() {
  return el('dialog', { class: 'alert', 'data-testid': 'alert', 'aria-label': 'The bot says' }, [
    el('p'),
    el('form', { method: 'dialog' }, [
      el('button', { class: 'foot-button', 'data-testid': 'alert-ok' }, ['OK']),
    ]),
  ]);
}

/** What the client shows of an invite link before anything happens. `deeds`: join, toast. */
export function buildJoinSheet(deeds) {
  const title = el('h4', { 'data-testid': 'join-title' });
  const note = el('p', { 'data-testid': 'join-note' });
  const join = button('join-confirm', 'foot-button', () => {
    root.close();
    deeds.join(root.link, root.invitation);
  });
  const copy = button('copy-link', 'plain-button', () => {
    root.close();
    return copyLink(root.link, deeds);
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
    if (!root.open) root.showModal();
  };
  return { root, open };
}

const DEAD = {
  title: 'This link does not work',
  note: 'It has expired or was withdrawn, or it is not for you.',
};

function wordsOf({ title, memberCount, createsJoinRequest, standing }) {
  const channel = `Private channel · ${countMembers(memberCount)}.`;
  if (standing === 'pending')
    return { title, note: `${channel} You asked to join; nobody has answered yet.` };
  if (standing === 'in') return { title, note: `${channel} You are in.`, button: 'Open the channel' };
  return createsJoinRequest
    ? { title, note: `${channel} Somebody decides who is let in.`, button: 'Request to join' }
    : { title, note: channel, button: 'Join the channel' };
}

/** Where a link is pasted that somebody else was given. `deeds`: open. */
export function buildLinkDialog(id, deeds) {
  const input = el('input', { id: `${id}-link`, type: 'url', required: true, 'data-testid': 'link-input' });
  const onsubmit = (event) => {
    event.preventDefault();
    root.close();
    deeds.open(input.value.trim());
  };
  const close = button('link-close', 'plain-button', () => root.close());
  setText(close, 'Close');
  const root = el(
    'dialog',
    { class: 'alert sheet', 'data-testid': 'link-dialog', 'aria-label': 'Open a link' },
    [
      el('form', { onsubmit }, [
        el('label', { for: `${id}-link` }, ['A link that somebody gave you']),
        input,
        el('button', { type: 'submit', class: 'foot-button', 'data-testid': 'link-open' }, ['Open']),
        close,
      ]),
    ],
  );
  const open = () => {
    input.value = copied;
    root.showModal();
    input.select();
  };
  return { root, open };
}

export function button(testid, className, onclick) {
  return el('button', { type: 'button', class: className, 'data-testid': testid, onclick });
}
