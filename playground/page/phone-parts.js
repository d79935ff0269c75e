import { buildAlert, buildJoinSheet, buildLinkDialog } from './dialogs.js';
import { el, reconcile, setText } from './dom.js';
import { buildMembers } from './members.js';

let phones = 0;

/** The nodes of a phone. `deeds`: show, say, start, toggleBlock, open, join, manage, toast. */
export function buildPhone({ testid, label }, deeds) {
  phones += 1;
  const id = `phone-${phones}`;
  const owner = el('span', { class: 'phone-owner' });
  const tabs = el('div', { class: 'chat-tabs', role: 'tablist', 'aria-label': `Chats of ${label}` });
  const head = buildHead(deeds);
  const messages = el('ol', {
    class: 'messages',
    role: 'log',
    'aria-live': 'polite',
    'aria-relevant': 'additions',
    'aria-label': `Messages of ${label}`,
    tabindex: '0',
  });
  const empty = el('p', { class: 'messages-empty' }, ['No messages yet']);
  const foot = buildFoot(id, deeds);
  const toast = el('div', { class: 'toast', role: 'status', 'data-testid': 'toast' });
  const alert = buildAlert();
  const sheet = buildJoinSheet(deeds);
  const link = buildLinkDialog(id, deeds);
  const members = buildMembers(deeds);
  const membership = el('p', { class: 'membership', role: 'status', 'data-testid': 'membership' });
  const chat = el('div', { class: 'chat', role: 'tabpanel', id: `${id}-chat`, 'aria-label': 'Chat' }, [
    head.root,
    members.root,
    el('div', { class: 'messages-area' }, [messages, empty, toast]),
    foot.root,
  ]);
  const openLink = el(
    'button',
    { type: 'button', class: 'quiet', 'data-testid': 'open-link', onclick: () => link.open() },
    ['Open a link'],
  );
  const status = el('div', { class: 'phone-status' }, [owner, openLink, head.block]);
  const root = el(
    'div',
    { class: 'phone', role: 'group', 'aria-label': label, 'data-testid': testid, id: testid },
    [el('div', { class: 'screen' }, [status, tabs, membership, chat, alert, sheet.root, link.root])],
  );
  tabs.addEventListener('keydown', (event) => moveBetweenTabs(tabs, event));
  const drawTabs = (chats, view) => drawChatTabs(tabs, chats, { ...view, id, show: deeds.show });
  return {
    ...head,
    ...foot,
    owner,
    messages,
    empty,
    toast,
    alert,
    sheet,
    members,
    membership,
    drawTabs,
    root,
  };
}

function buildHead(deeds) {
  const title = el('h3');
  const subtitle = el('p');
  const block = el(
    'button',
    { type: 'button', class: 'quiet', 'data-testid': 'block-bot', onclick: () => deeds.toggleBlock() },
    ['Block the bot'],
  );
  return { root: el('header', { class: 'chat-head' }, [title, subtitle]), title, subtitle, block };
}

function buildFoot(id, deeds) {
  const button = (testid, text, onclick) =>
    el('button', { type: 'button', class: 'foot-button', 'data-testid': testid, onclick }, [text]);
  const start = button('start-button', 'START', () => deeds.start());
  const unblock = button('unblock-bot', 'UNBLOCK BOT', () => deeds.toggleBlock());
  const member = el('p', { class: 'foot-note' }, ['Only the channel writes here']);
  const input = el('input', {
    id: `${id}-say`,
    'data-testid': 'say',
    autocomplete: 'off',
    placeholder: 'Message',
  });
  const onsubmit = (event) => {
    event.preventDefault();
    const text = input.value.trim();
    if (text === '') return;
    input.value = '';
    deeds.say(text);
  };
  const composer = el('form', { class: 'composer', onsubmit }, [
    el('label', { for: `${id}-say`, class: 'unseen' }, ['Message']),
    input,
    el('button', { type: 'submit', 'data-testid': 'send' }, [
      el('span', { 'aria-hidden': 'true' }, ['➤']),
      el('span', { class: 'unseen' }, ['Send']),
    ]),
  ]);
  return {
    root: el('div', { class: 'foot' }, [start, unblock, member, composer]),
    start,
    unblock,
    member,
    composer,
  };
}

function drawChatTabs(tabs, chats, { current, isUnread, id, show }) {
  reconcile(tabs, chats, {
    keyOf: ({ name }) => name,
    make: ({ name }) =>
      el(
        'button',
        {
          type: 'button',
          role: 'tab',
          'aria-controls': `${id}-chat`,
          'data-testid': `chat-tab-${name}`,
          onclick: () => show(name),
        },
        [
          el('span', { class: `avatar avatar-${name}`, 'aria-hidden': 'true' }),
          el('span', { class: 'tab-title' }),
          el('span', { class: 'unread' }),
        ],
      ),
    update: (node, { name, title }) => {
      const [avatar, text, unread] = node.children;
      setText(avatar, title.charAt(0));
      setText(text, title);
      setText(unread, isUnread(name) ? 'new' : '');
      node.setAttribute('aria-selected', String(name === current));
      node.tabIndex = name === current ? 0 : -1;
    },
  });
}

function moveBetweenTabs(tabs, event) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (step === undefined) return;
  const all = [...tabs.children];
  const next = all[(all.indexOf(document.activeElement) + step + all.length) % all.length];
  next.click();
  next.focus();
  event.preventDefault();
}
