import { chatsOf, privateChannelOf, subtitleOf } from './chats.js';
import { setText } from './dom.js';
import { joinBy, openLink } from './links.js';
import { isOwner, lineOf, newsOf, standingIn } from './membership.js';
import { drawMessages } from './message.js';
import { buildPhone } from './phone-parts.js';
import { plainError } from './plain-error.js';
import { createToast } from './toast.js';

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
        open: (address) => openLink(this, address),
        join: (link, invitation) => joinBy(this, link, invitation),
        manage: (deed, body) => this.act(deed, body),
        toast: (words) => this.toast.show(words),
      },
    );
    this.toast = createToast(this.parts.toast, this.parts.alert);
    this.deeds = {
      press: (telegramButton, key) => this.press(telegramButton, key),
      open: (url) => openLink(this, url),
      say: (text) => this.act('say', { text }),
    };
    place.replaceWith(this.parts.root);
  }

  /** Hands the phone to somebody else. */
  give(userId) {
    this.userId = userId;
    this.pendingStart = undefined;
    this.standing = undefined;
    this.seen.clear();
    if (this.state) this.take(this.state);
  }

  take(state) {
    this.state = state;
    const chats = chatsOf(state, this.userId);
    if (!chats.some(({ name }) => name === this.tab)) this.tab = 'bot';
    const isFirst = this.seen.size === 0;
    for (const { name, chat } of chats) this.notice(name, chat, isFirst);
    const { scrollHeight, scrollTop, clientHeight } = this.parts.messages;
    const isAtEnd = scrollHeight - scrollTop - clientHeight < 60;
    this.draw(chats);
    this.tellMembership();
    if (isAtEnd) this.toEnd();
  }

  /** The private channel is in the list of chats, or one line says why it is not. */
  tellMembership() {
    const channel = privateChannelOf(this.state);
    if (!channel) return;
    const standing = standingIn(channel, this.userId);
    setText(this.parts.membership, lineOf(channel, this.userId, this.state));
    const news = newsOf(this.standing, standing, channel.title);
    if (news) this.toast.show(news);
    this.standing = standing;
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
    drawMessages(parts.messages, chat.messages, { ownId: this.userId, deeds: this.deeds });
    parts.empty.hidden = chat.messages.length > 0;
    parts.members.draw(chat, chat.username === undefined && isOwner(chat, this.userId));
    this.drawFoot(chat);
  }

  drawFoot(chat) {
    const isBot = chat.type === 'private';
    const needsStart = isBot && !chat.blocked && (!chat.started || this.pendingStart !== undefined);
    const { parts } = this;
    parts.start.hidden = !needsStart;
    parts.unblock.hidden = !(isBot && chat.blocked);
    const writes = isBot ? !chat.blocked && !needsStart : isOwner(chat, this.userId);
    parts.composer.hidden = !writes;
    parts.block.hidden = !isBot || chat.blocked || !chat.started;
    parts.member.hidden = isBot || writes;
  }

  async act(deed, body) {
    try {
      return await this.telegram.act(this.userId, deed, body);
    } catch (error) {
      this.toast.show(plainError(error));
      return undefined;
    }
  }

  /** To the bot, or into a channel of one's own. */
  say(text) {
    const { chat } = chatsOf(this.state, this.userId).find(({ name }) => name === this.tab);
    return chat.type === 'private' ? this.act('say', { text }) : this.act('post', { chatId: chat.id, text });
  }

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
    if (button.url !== undefined) return openLink(this, button.url);
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
