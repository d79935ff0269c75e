import { el } from '../dom.js';
import { may } from './rights.js';

/** The bottom of a chat: the composer, or the button to press first. `actions`: start, toggleBlock, say. */
export function buildFoot(id, actions) {
  const button = (testid, text, onclick) =>
    el('button', { type: 'button', class: 'foot-button', 'data-testid': testid, onclick }, [text]);
  const start = button('start-button', 'START', () => actions.start());
  const unblock = button('unblock-bot', 'UNBLOCK BOT', () => actions.toggleBlock());
  const member = el('p', { class: 'foot-note' }, ['Only the channel posts here']);
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

/** Shows what the user can do in this chat. */
export function drawFoot({ parts, userId, pendingStart }, chat) {
  const isBot = chat.type === 'private';
  const needsStart = isBot && !chat.blocked && (!chat.started || pendingStart !== undefined);
  const writes = isBot ? !chat.blocked && !needsStart : may(chat, userId, 'post_messages');
  parts.start.hidden = !needsStart;
  parts.unblock.hidden = !(isBot && chat.blocked);
  parts.composer.hidden = !writes;
  parts.block.hidden = !isBot || chat.blocked || !chat.started;
  parts.member.hidden = isBot || writes;
}
