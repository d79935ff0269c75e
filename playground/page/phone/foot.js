import { el, setText } from '../dom.js';
import { buildReplyKeyboard } from './reply-keyboard.js';
import { isGroup, standingIn } from './membership.js';
import { mayWrite } from './rights.js';

/** The bottom of a chat: the composer, or the button to press first. `actions`: start, toggleBlock, inChat, say, pickChat. */
export function buildFoot(id, actions) {
  const button = (testid, text, onclick) =>
    el('button', { type: 'button', class: 'foot-button', 'data-testid': testid, onclick }, [text]);
  const start = button('start-button', 'START', () => actions.start());
  const unblock = button('unblock-bot', 'UNBLOCK BOT', () => actions.toggleBlock());
  const join = button('join-public', 'JOIN', () => actions.inChat('joinPublic'));
  const member = el('p', { class: 'foot-note' });
  const input = el('input', {
    id: `${id}-say`,
    'data-testid': 'say',
    dir: 'auto',
    autocomplete: 'off',
    placeholder: 'Message',
  });
  const onsubmit = (event) => {
    event.preventDefault();
    const text = input.value.trim();
    if (text === '') return;
    input.value = '';
    actions.say(text);
  };
  const reply = buildReply(input);
  const composer = el('form', { class: 'composer', onsubmit }, [
    reply.root,
    el('label', { for: `${id}-say`, class: 'unseen' }, ['Message']),
    input,
    el('button', { type: 'submit', 'data-testid': 'send' }, [
      el('span', { 'aria-hidden': 'true' }, ['➤']),
      el('span', { class: 'unseen' }, ['Send']),
    ]),
  ]);
  const replyKeyboard = buildReplyKeyboard(actions);
  return {
    root: el('div', { class: 'foot' }, [start, unblock, join, member, composer, replyKeyboard.root]),
    replyKeyboard,
    start,
    unblock,
    join,
    member,
    composer,
    reply,
  };
}

/** The message that the next one replies to, above the composer. */
function buildReply(input) {
  let replied;
  const words = el('span', { class: 'replied', dir: 'auto', 'data-testid': 'replied' });
  const cancel = el(
    'button',
    {
      type: 'button',
      class: 'quiet',
      'data-testid': 'reply-cancel',
      onclick: () => {
        set(undefined);
        input.focus();
      },
    },
    [el('span', { 'aria-hidden': 'true' }, ['×']), el('span', { class: 'unseen' }, ['Don’t reply'])],
  );
  const root = el('p', { class: 'reply-to', hidden: true }, [el('span', {}, ['Reply to']), words, cancel]);
  const set = (message) => {
    replied = message;
    root.hidden = message === undefined;
    words.textContent = message ? textOf(message) : '';
  };
  return {
    root,
    to: (message) => {
      set(message);
      input.focus();
    },
    /** The id of the message, which is then forgotten; `undefined` if the user only writes. */
    take: () => {
      const id = replied?.message_id;
      set(undefined);
      return id;
    },
    /** Forgets the message if this chat does not have it, or no longer. */
    keepIn: ({ id, messages }) => {
      const isHere = ({ message_id }) => id === replied.chat.id && message_id === replied.message_id;
      if (replied && !messages.some(isHere)) set(undefined);
    },
  };
}

/** What a message says, also if it is a picture or a file. */
export const textOf = ({ text, caption, document: file }) => text || caption || file?.file_name || 'Picture';

/** Shows what the user can do in this chat. */
export function drawFoot({ parts, userId, pendingStart }, chat) {
  const isBot = chat.type === 'private';
  const needsStart = isBot && !chat.blocked && (!chat.started || pendingStart !== undefined);
  const writes = isBot ? !chat.blocked && !needsStart : mayWrite(chat, userId);
  const joins = !isBot && standingIn(chat, userId) !== 'in';
  setText(parts.member, isGroup(chat) ? 'You can’t write here' : 'Only the channel posts here');
  parts.join.hidden = !joins;
  parts.start.hidden = !needsStart;
  parts.unblock.hidden = !(isBot && chat.blocked);
  parts.composer.hidden = !writes;
  parts.block.hidden = !isBot || chat.blocked || !chat.started;
  parts.member.hidden = isBot || writes || joins;
  parts.reply.keepIn(chat);
  parts.replyKeyboard.draw(isBot && writes ? (chat.reply_keyboard?.keyboard ?? []) : []);
}
