import { el, reconcile, setText } from '../dom.js';
import { countMembers, isGroup, isOwner, membersOf, standingIn } from './membership.js';
import { isAdmin, may } from './rights.js';

const ROLES = {
  creator: 'owner',
  administrator: 'administrator',
  member: 'member',
  restricted: 'may not write',
};

/**
 * The panel of a chat: its members, which administrators and the members of a group see; and for administrators the join
 * requests, the bot's rights and the discussion group. `actions`: manage, upgrade, botRights, copy.
 */
export function buildMembers(actions) {
  const summary = el('summary', { 'data-testid': 'members-toggle' });
  const requests = el('ul', { class: 'people-list', 'aria-label': 'Requests to join' });
  const members = el('ul', { class: 'people-list', 'aria-label': 'Members' });
  const view = {};
  const link = plainButton('copy-channel-link', 'Copy the link', () =>
    actions.copy(`https://t.me/${view.chat.username}`),
  );
  const upgrade = plainButton('upgrade-group', 'Make it a supergroup', () => actions.upgrade(view.chat));
  const discussions = el('div', { 'data-testid': 'discussions' });
  const lists = el('details', { class: 'people', 'data-testid': 'members' }, [
    summary,
    el('div', { class: 'people-lists' }, [requests, members, link, upgrade, discussions]),
  ]);
  const add = plainButton('add-bot', '', () => actions.botRights(view.chat));
  const root = el('div', { class: 'channel-care' }, [add, lists]);
  const draw = (chat, { userId, botId, chats }) => {
    Object.assign(view, { chat, userId, botId });
    const isIn = standingIn(chat, userId) === 'in';
    root.hidden = !isAdmin(chat, userId) && !(isGroup(chat) && isIn);
    if (root.hidden) return;
    const isBotIn = standingIn(chat, botId) === 'in';
    add.hidden = isAdmin(chat, botId) || !may(chat, userId, 'promote_members');
    setText(add, isBotIn ? 'Make the bot an administrator' : 'Add the bot as administrator');
    upgrade.hidden = chat.type !== 'group' || !isOwner(chat, userId);
    drawDiscussions(discussions, { chat, userId, chats }, actions);
    link.hidden = chat.username === undefined;
    drawSummary(summary, chat);
    drawRequests(requests, view, actions);
    drawMembers(members, view, actions);
  };
  return { root, draw };
}

function drawSummary(summary, chat) {
  const waiting = chat.join_requests.length;
  const requests = waiting > 0 ? ` · ${waiting} ${waiting === 1 ? 'asks' : 'ask'} to join` : '';
  setText(summary, `${countMembers(membersOf(chat).length)}${requests}`);
}

function drawRequests(list, { chat, userId }, actions) {
  const answer = (action, user) => () => actions.manage(action, { chatId: chat.id, userId: user.id });
  list.hidden = chat.join_requests.length === 0 || !isAdmin(chat, userId);
  reconcile(list, chat.join_requests, {
    keyOf: ({ from }) => `${chat.id} ${from.id}`,
    make: ({ from }) =>
      personItem('join-request', from, [
        smallButton('approve-request', 'Approve', from, answer('approve', from)),
        smallButton('decline-request', 'Decline', from, answer('decline', from)),
      ]),
    update: (node) => setText(node.children[1], 'asks to join'),
  });
}

/** The owner's supergroups that can be, or are, the discussion group of their channel. */
function drawDiscussions(list, { chat, userId, chats }, { manage }) {
  const isFree = ({ id, linked_chat_id: linked }) => linked === undefined || id === chat.linked_chat_id;
  const groups = chats.filter(
    (group) => group.type === 'supergroup' && isOwner(group, userId) && isFree(group),
  );
  reconcile(list, chat.type === 'channel' && isOwner(chat, userId) ? groups : [], {
    keyOf: ({ id, linked_chat_id: linked }) => `${chat.id} ${id} ${linked}`,
    make: ({ id, title }) => {
      const isLinked = id === chat.linked_chat_id;
      const link = () => manage('linkChats', { chatId: chat.id, groupId: isLinked ? null : id });
      const words = isLinked ? `Stop discussing in ${title}` : `Discuss in ${title}`;
      return plainButton(isLinked ? 'unlink-group' : 'link-group', words, link);
    },
    update: () => undefined,
  });
}

function drawMembers(list, { chat, userId, botId }, actions) {
  const buttonsFor = ({ user, status }) => {
    const isRemovable =
      may(chat, userId, 'restrict_members') &&
      (['member', 'restricted'].includes(status) || (status === 'administrator' && isOwner(chat, userId)));
    const isBot = user.id === botId && may(chat, userId, 'promote_members');
    const remove = () => actions.manage('remove', { chatId: chat.id, userId: user.id });
    return [
      isBot && smallButton('bot-rights', 'Rights', user, () => actions.botRights(list.chat)),
      isRemovable && smallButton(user.id === botId ? 'remove-bot' : 'remove-member', 'Remove', user, remove),
    ].filter(Boolean);
  };
  // A kept button must open the channel's current state, not the one it was made with.
  list.chat = chat;
  reconcile(list, membersOf(chat), {
    keyOf: ({ user, status }) => `${chat.id} ${userId} ${user.id} ${status}`,
    make: (member) => personItem('member', member.user, buttonsFor(member)),
    update: (node, { status }) => setText(node.children[1], ROLES[status]),
  });
}

function personItem(testid, user, buttons) {
  return el('li', { 'data-testid': testid }, [
    el('span', { dir: 'auto' }, [user.first_name]),
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

function plainButton(testid, text, onclick) {
  return el('button', { type: 'button', class: 'plain-button wide', 'data-testid': testid, onclick }, [text]);
}
