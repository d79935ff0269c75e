import * as channels from './channels.js';
import { chatsOf, lastHeard } from './chats.js';
import { copyLink } from './dialogs.js';
import { drawPhone } from './draw-phone.js';
import { joinBy, openLink, pressAlone } from './links.js';
import { buildPhone } from './phone-parts.js';
import { plainError } from '../plain-error.js';
import { starActionsOf } from '../stars/pay.js';
import { closeSheets } from '../sheets/sheet.js';
import { showMembership } from './show-membership.js';
import { createToast } from './toast.js';

/** One phone: its user, the chats they see, and what they do in them. */
export class Phone {
  constructor(place, { label, userId, tab, telegram, openInvoice, onNews }) {
    Object.assign(this, { userId, tab, telegram, openInvoice, onNews });
    this.forget();
    this.parts = buildPhone(
      { label, testid: place.dataset.testid },
      {
        show: (chat) => this.show(chat),
        say: (text) => this.say(text),
        start: () => this.start(),
        toggleBlock: () => this.toggleBlock(),
        open: (address) => openLink(this, address),
        join: (link, invitation) => joinBy(this, link, invitation),
        manage: (action, body) => this.act(action, body),
        toast: (words) => this.toast.show(words),
        copy: (address) => copyLink(address, { toast: (words) => this.toast.show(words) }),
        ...starActionsOf(this),
        create: (what, chat) => channels.createChat(this, what, chat),
        upgrade: (chat) => channels.upgradeGroup(this, chat),
        inChat: (action) => this.act(action, { chatId: this.shown().id }),
        openChannel: (chatId) => channels.openChannel(this, chatId),
        fittingChats: (requestId) => channels.fittingChats(this, requestId),
        share: (requestId, chat) => channels.shareChat(this, requestId, chat),
        appoint: (chatId, rights, started) => channels.appointBot(this, chatId, rights, started),
      },
    );
    this.toast = createToast(this.parts);
    this.actions = {
      press: (telegramButton, key) => this.press(telegramButton, key),
      open: (url) => openLink(this, url),
      say: (text) => this.act('say', { text }),
      reply: (message) => this.parts.reply.to(message),
      fileUrl: telegram.fileUrl,
    };
    place.replaceWith(this.parts.root);
  }

  /** Gives the phone to another user. */
  handTo(userId) {
    this.userId = userId;
    closeSheets(this.parts.screen);
    this.forget();
    if (this.state) this.update(this.state);
  }

  /** Forgets what the last user read and opened. */
  forget() {
    this.pendingStart = undefined;
    this.isJoining = false;
    this.startedAfter = undefined;
    this.wanted = undefined;
    this.seen = new Map();
    this.standings = new Map();
    this.opened = new Set();
  }

  chats() {
    return chatsOf(this.state, this.userId, this.opened);
  }

  update(state) {
    this.state = state;
    const chats = this.chats();
    channels.showWantedChannel(this, chats);
    if (!chats.some(({ name }) => name === this.tab)) this.tab = 'bot';
    const isFirst = this.seen.size === 0;
    for (const { name, chat } of chats) this.notice(name, chat, isFirst);
    const { scrollHeight, scrollTop, clientHeight } = this.parts.messages;
    const isAtEnd = scrollHeight - scrollTop - clientHeight < 60;
    drawPhone(this, chats);
    showMembership(this);
    if (isAtEnd) this.toEnd();
  }

  notice(name, chat, isFirst) {
    const last = lastHeard(chat, this.userId);
    const before = this.seen.get(name) ?? { last: 0, isUnread: false };
    const isNew = !isFirst && last > before.last;
    this.seen.set(name, { last, isUnread: this.tab !== name && (before.isUnread || isNew) });
    if (isNew) this.onNews();
  }

  show(name) {
    this.tab = name;
    if (this.state) this.update(this.state);
    this.toEnd();
  }

  /** Scrolls to the newest message. */
  toEnd() {
    this.parts.messages.scrollTop = this.parts.messages.scrollHeight;
  }

  async act(action, body) {
    try {
      return await this.telegram.act(this.userId, action, body);
    } catch (error) {
      this.toast.show(plainError(error));
      return undefined;
    }
  }

  shown = () => this.chats().find(({ name }) => name === this.tab).chat;

  /** Writes to the bot or in a group, or posts in the user's own channel. */
  say(text) {
    const { id, type } = this.shown();
    if (type !== 'private') return this.act('write', { chatId: id, text });
    return this.act('say', { text, replyTo: this.parts.reply.take() });
  }

  start() {
    const payload = this.pendingStart ?? '';
    this.pendingStart = undefined;
    this.startedAfter = lastHeard(this.chats().find(({ name }) => name === 'bot').chat, this.userId);
    drawPhone(this, this.chats());
    return this.act('start', { payload });
  }

  toggleBlock() {
    const chat = this.state.chats.find(({ id }) => id === this.userId);
    return this.act(chat.blocked ? 'unblock' : 'block');
  }

  async press(telegramButton, key) {
    if (pressAlone(this, telegramButton)) return undefined;
    const { button, chatId, messageId } = telegramButton;
    key.setAttribute('aria-busy', 'true');
    const answer = await this.act('press', { chatId, messageId, callbackData: button.callback_data });
    key.removeAttribute('aria-busy');
    if (!answer) return undefined;
    if (answer.url) return openLink(this, answer.url);
    if (answer.text && answer.show_alert) return this.toast.alert(answer.text);
    if (answer.text) this.toast.show(answer.text);
    return undefined;
  }
}
