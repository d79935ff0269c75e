import { buildBotDialog } from '../sheets/bot-dialog.js';
import { buildCreateDialog } from '../sheets/create-dialog.js';
import { buildAlert, buildJoinSheet, buildLinkDialog } from './dialogs.js';
import { drawChatTabs, moveBetweenTabs } from './chat-tabs.js';
import { el } from '../dom.js';
import { moveBetweenMessages } from './focus.js';
import { buildFoot } from './foot.js';
import { buildMembers } from './members.js';
import { buildPickerDialog } from '../sheets/picker-dialog.js';
import { openSheet } from '../sheets/sheet.js';
import { buildPaySheet } from '../stars/pay-sheet.js';
import { buildWallet } from '../stars/wallet.js';

let phones = 0;

/** Makes the nodes of a phone. `actions` are what its user can do: show, say, start, open, join, create and others. */
export function buildPhone({ testid, label }, actions) {
  phones += 1;
  const id = `phone-${phones}`;
  const owner = el('span', { class: 'phone-owner' });
  const tabs = el('div', { class: 'chat-tabs', role: 'tablist', 'aria-label': `Chats of ${label}` });
  const head = buildHead(actions);
  const list = el('ol');
  const messages = el(
    'div',
    {
      class: 'messages',
      role: 'log',
      'aria-relevant': 'additions',
      'aria-label': `Messages of ${label}`,
      'aria-description': 'The arrow keys move between messages.',
      tabindex: '0',
      onkeydown: (event) => moveBetweenMessages(list, event),
    },
    [list],
  );
  const empty = el('p', { class: 'messages-empty' }, ['No messages yet']);
  const toast = el('div', { class: 'toast', role: 'status', 'data-testid': 'toast' });
  const openDialog = (dialog) => openSheet(dialog, messages);
  const alert = buildAlert(id);
  const sheet = buildJoinSheet({ ...actions, openDialog });
  const link = buildLinkDialog(id, { ...actions, openDialog });
  const [channelDialog, groupDialog] = ['channel', 'group'].map((what) =>
    buildCreateDialog(id, what, { ...actions, openDialog }),
  );
  const making = { newChannel: channelDialog.open, newGroup: groupDialog.open, openDialog };
  const botDialog = buildBotDialog(id, { appoint: actions.appoint, ...making });
  const picker = buildPickerDialog({ ...actions, ...making });
  const paySheet = buildPaySheet({ ...actions, openDialog });
  const wallet = buildWallet(id, { ...actions, openDialog });
  const foot = buildFoot(id, { ...actions, pickChat: picker.open });
  const members = buildMembers({ ...actions, botRights: (chat) => botDialog.open({ chat }) });
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
  const makers = [
    ['channel', '+', channelDialog],
    ['group', '👥', groupDialog],
  ].map(([what, sign, dialog]) =>
    el(
      'button',
      {
        type: 'button',
        class: 'quiet new-channel',
        'data-testid': `new-${what}`,
        onclick: () => dialog.open(actions.openChannel),
      },
      [el('span', { 'aria-hidden': 'true' }, [sign]), el('span', { class: 'words' }, [`New ${what}`])],
    ),
  );
  const chats = el('div', { class: 'chats' }, [tabs, ...makers]);
  const dialogs = [
    alert,
    sheet.root,
    link.root,
    botDialog.root,
    picker.root,
    channelDialog.root,
    groupDialog.root,
    paySheet.root,
    wallet.root,
  ];
  const status = el('div', { class: 'phone-status' }, [owner, wallet.opener, openLink, head.block]);
  const screen = el('div', { class: 'screen' }, [status, chats, membership, chat, ...dialogs]);
  const root = el(
    'div',
    { class: 'phone', role: 'group', 'aria-label': label, 'data-testid': testid, id: testid },
    [screen],
  );
  tabs.addEventListener('keydown', (event) => moveBetweenTabs(tabs, event));
  const drawTabs = (chats, view) => drawChatTabs(tabs, chats, { ...view, id, show: actions.show });
  return {
    ...head,
    ...foot,
    owner,
    messages,
    list,
    empty,
    toast,
    alert,
    openDialog,
    sheet,
    members,
    botDialog,
    paySheet,
    wallet,
    membership,
    drawTabs,
    screen,
    root,
  };
}

function buildHead(actions) {
  const title = el('h3', { dir: 'auto' });
  const subtitle = el('p');
  const block = el(
    'button',
    { type: 'button', class: 'quiet', 'data-testid': 'block-bot', onclick: () => actions.toggleBlock() },
    ['Block the bot'],
  );
  const leave = el(
    'button',
    { type: 'button', class: 'quiet', 'data-testid': 'leave-chat', onclick: () => actions.inChat('leave') },
    ['Leave'],
  );
  return {
    root: el('header', { class: 'chat-head' }, [title, subtitle, leave]),
    title,
    subtitle,
    block,
    leave,
  };
}
