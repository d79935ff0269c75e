import { plainError } from '../plain-error.js';
import { isAdmin } from './rights.js';

/** Makes a channel. Answers `{ chatId }`, or `{ problem }` in words. */
export async function createChannel(phone, channel) {
  try {
    return await phone.telegram.act(phone.userId, 'createChannel', channel);
  } catch (error) {
    return { problem: plainError(error) };
  }
}

/** Makes the bot an administrator with these rights, or gives it these in place of what it has. */
export async function appointBot(phone, chatId, rights) {
  const chat = phone.state.chats.find(({ id }) => id === chatId);
  const wasThere = isAdmin(chat, phone.state.bot.id);
  if (!(await phone.act('addBot', { chatId, rights }))) return;
  phone.toast.show(
    wasThere
      ? `What the bot may do in ${chat.title} is changed.`
      : `The bot is an administrator of ${chat.title}.`,
  );
}

/** A channel one was told of, or has just made: the state that tells of it may come later. */
export function openChannel(phone, chatId) {
  phone.opened.add(chatId);
  phone.wanted = chatId;
  phone.take(phone.state);
  phone.toEnd();
}

/** Shows the channel one wanted to see, as soon as it is there. */
export function followWish(phone, chats) {
  const wanted = chats.find(({ chat }) => chat.id === phone.wanted);
  if (!wanted) return;
  phone.tab = wanted.name;
  phone.wanted = undefined;
}
