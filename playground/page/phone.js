import { chatsOf, subtitleOf } from './chats.js';
import { setText } from './dom.js';
import { drawMessages } from './message.js';
import { buildPhone } from './phone-parts.js';
import { createToast } from './toast.js';

/** What Telegram's own errors mean to somebody holding a phone. */
const ERRORS = [
  [/INVITE_HASH_EXPIRED/, 'This link has expired or was used up.'],
  [/never answered/, 'The bot did not answer in time. Try again.'],
  [/blocked the bot/, 'You blocked the bot. Unblock it first.'],
  [/fetch/i, 'No connection.'],
];
const plain = (error) => ERRORS.find(([pattern]) => pattern.test(error.message))?.[1] ?? error.message;

/** One phone: a person, the chats they see, and what they do in them. */
export class Phone {
  constructor(place, { label, userId, tab, telegram, openInvoice, onNews }) {
    Object.assign(this, { userId, tab, telegram, openInvoice, onNews });
    this.seen = new Map();
    this.pendingStart = undefined;
    this.parts = buildPhone(
      { label, testid: place.dataset.testid },
      {
        show: (chat) => this.show(chat),
        say: (text) => this.say(text),
        start: () => this.start(),
        toggleBlock: () => this.toggleBlock(),
      },
    );
    this.toast = createToast(this.parts.toast, this.parts.alert);
    this.deeds = {
      press: (telegramButton, key) => this.press(telegramButton, key),
      open: (url) => this.open(url),
      say: (text) => this.say(text),
    };
    place.replaceWith(this.parts.root);
  }

  /** Hands the phone to somebody else. */
  give(userId) {
    this.userId = userId;
    this.pendingStart = undefined;
    this.seen.clear();
    if (this.state) this.take(this.state);
  }

  take(state) {
    this.state = state;
    const chats = chatsOf(state, this.userId);
    if (!chats.some(({ name }) => name === this.tab)) this.tab = 'bot';
    const isFirst = this.seen.size === 0;
    for (const { name, chat } of chats) this.notice(name, chat, isFirst);
    this.draw(chats);
  }

  notice(name, chat, isFirst) {
    const last = chat.messages.filter(({ from }) => from?.id !== this.userId).at(-1)?.message_id ?? 0;
    const before = this.seen.get(name) ?? { last: 0, isUnread: false };
    const isNew = !isFirst && last > before.last;
    this.seen.set(name, { last, isUnread: this.tab !== name && (before.isUnread || isNew) });
    if (isNew) this.onNews();
  }

  show(name) {
    this.tab = name;
    if (this.state) this.take(this.state);
    this.toEnd();
  }

  /** The newest message, where one looks first. */
  toEnd() {
    this.parts.messages.scrollTop = this.parts.messages.scrollHeight;
  }

  draw(chats) {
    const { parts, tab } = this;
    const { chat, title } = chats.find(({ name }) => name === tab);
    parts.drawTabs(chats, { current: tab, isUnread: (name) => this.seen.get(name).isUnread });
    setText(parts.title, title);
    setText(parts.subtitle, subtitleOf(chat, this.userId));
    setText(parts.owner, this.state.users.find(({ id }) => id === this.userId)?.first_name ?? '');
    const { messages } = parts;
    const isAtEnd = messages.scrollHeight - messages.scrollTop - messages.clientHeight < 60;
    drawMessages(messages, chat.messages, { ownId: this.userId, deeds: this.deeds });
    parts.empty.hidden = chat.messages.length > 0;
    if (isAtEnd) this.toEnd();
    this.drawFoot(chat);
  }

  drawFoot(chat) {
    const isBot = chat.type === 'private';
    const needsStart = isBot && !chat.blocked && (!chat.started || this.pendingStart !== undefined);
    const { parts } = this;
    parts.start.hidden = !needsStart;
    parts.unblock.hidden = !(isBot && chat.blocked);
    parts.composer.hidden = !isBot || chat.blocked || needsStart;
    parts.block.hidden = !isBot || chat.blocked || !chat.started;
    parts.member.hidden = isBot;
  }

  async act(deed, body) {
    try {
      return await this.telegram.act(this.userId, deed, body);
    } catch (error) {
      this.toast.show(plain(error));
      return undefined;
    }
  }

  say = (text) => this.act('say', { text });

  start() {
    const payload = this.pendingStart ?? '';
    this.pendingStart = undefined;
    this.draw(chatsOf(this.state, this.userId));
    return this.act('start', { payload });
  }

  toggleBlock() {
    const chat = this.state.chats.find(({ id }) => id === this.userId);
    return this.act(chat.blocked ? 'unblock' : 'block');
  }

  async press({ button, chatId, messageId }, key) {
    if (button.url !== undefined) return this.open(button.url);
    key.setAttribute('aria-busy', 'true');
    const answer = await this.act('press', { chatId, messageId, callbackData: button.callback_data });
    key.removeAttribute('aria-busy');
    if (!answer) return undefined;
    if (answer.url) return this.open(answer.url);
    if (answer.text && answer.show_alert) return this.toast.alert(answer.text);
    if (answer.text) this.toast.show(answer.text);
    return undefined;
  }

  /** What the client does with a link: bot and invite links stay inside, the rest goes to a browser. */
  open(address) {
    const url = new URL(address);
    if (url.hostname !== 't.me') return this.openInvoice(address);
    const path = url.pathname.slice(1);
    if (path.startsWith('+')) return this.ask(address);
    if (path.toLowerCase() !== this.state.bot.username.toLowerCase()) return undefined;
    // As in the real client, a link only offers START; the person presses it.
    if (url.searchParams.has('start')) this.pendingStart = url.searchParams.get('start');
    this.show('bot');
    if (!this.parts.start.hidden) this.parts.start.focus();
    return undefined;
  }

  async ask(url) {
    if (await this.act('open', { url })) this.toast.show('You asked to join. The bot decides.');
  }
}
