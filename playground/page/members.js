import { el, reconcile, setText } from './dom.js';
import { countMembers, membersOf } from './membership.js';

const ROLES = { creator: 'owner', administrator: 'administrator', member: 'member' };

/** Who is in a channel and who asks to be: what an owner opens under the channel's name. `deeds`: manage. */
export function buildMembers(deeds) {
  const summary = el('summary', { 'data-testid': 'members-toggle' });
  const requests = el('ul', { class: 'people-list', 'aria-label': 'Requests to join' });
  const members = el('ul', { class: 'people-list', 'aria-label': 'Members' });
  const root = el('details', { class: 'people', 'data-testid': 'members', hidden: true }, [
    summary,
    el('div', { class: 'people-lists' }, [requests, members]),
  ]);
  const draw = (chat, isShown) => {
    root.hidden = !isShown;
    if (isShown) drawMembers({ summary, requests, members }, chat, deeds);
  };
  return { root, draw };
}

function drawMembers({ summary, requests, members }, chat, deeds) {
  const waiting = chat.join_requests.length;
  const asked = waiting > 0 ? ` · ${waiting} ${waiting === 1 ? 'asks' : 'ask'} to join` : '';
  const inside = membersOf(chat);
  setText(summary, `${countMembers(inside.length)}${asked}`);
  const manage = (deed, user) => () => deeds.manage(deed, { chatId: chat.id, userId: user.id });
  requests.hidden = waiting === 0;
  reconcile(requests, chat.join_requests, {
    keyOf: ({ from }) => from.id,
    make: ({ from }) =>
      personItem('join-request', from, [
        smallButton('approve-request', 'Approve', from, manage('approve', from)),
        smallButton('decline-request', 'Decline', from, manage('decline', from)),
      ]),
    update: (node) => setText(node.children[1], 'asks to join'),
  });
  reconcile(members, inside, {
    keyOf: ({ user }) => user.id,
    make: ({ user, status }) => {
      const remove = smallButton('remove-member', 'Remove', user, manage('remove', user));
      return personItem('member', user, status === 'member' ? [remove] : []);
    },
    update: (node, { status }) => setText(node.children[1], ROLES[status]),
  });
}

function personItem(testid, user, buttons) {
  return el('li', { 'data-testid': testid }, [
    el('span', {}, [user.first_name]),
    el('span', { class: 'role' }),
    ...buttons,
  ]);
}

function smallButton(testid, text, user, onclick) {
  const label = `${text} ${user.first_name}`;
  return el(
    'button',
    { type: 'button', class: 'quiet', 'data-testid': testid, 'aria-label': label, onclick },
    [text],
  );
}
