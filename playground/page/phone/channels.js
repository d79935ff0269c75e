import { plainError } from '../plain-error.js';
import { isAdmin } from './rights.js';

/** Makes a channel. Returns `{ chatId }`, or `{ problem }` as a sentence. */
export async function createChannel(phone, channel) {
  try {
    return await phone.telegram.act(phone.userId, 'createChannel', channel);
  } catch (error) {
    return { problem: plainError(error) };
  }
}

/** Makes the bot an administrator with these rights, or replaces its rights. */
export async function appointBot(phone, chatId, rights) {
  const chat = phone.state.chats.find(({ id }) => id === chatId);
  const wasThere = isAdmin(chat, phone.state.bot.id);
  if (!(await phone.act('addBot', { chatId, rights }))) return;
  phone.toast.show(
    wasThere
      ? `The bot’s rights in ${chat.title} have changed.`
      : `The bot is an administrator of ${chat.title}.`,
  );
}

/** The chats that fit a key of the bot's keyboard. */
export async function fittingChats(phone, requestId) {
  const answer = await phone.act('fittingChats', { requestId });
  return answer?.chats ?? [];
}

/** Tells the bot which chat the user picked. Telegram gives it the rights that it asked for. */
export async function shareChat(phone, requestId, { id, title }) {
  if (await phone.act('pickChat', { requestId, chatId: id }))
    phone.toast.show(`You shared ${title} with the bot.`);
}

/** Shows a channel, also before the state that contains it arrives, for example when it was just made. */
export function openChannel(phone, chatId) {
  phone.opened.add(chatId);
  phone.wanted = chatId;
  phone.update(phone.state);
  phone.toEnd();
}

/** Shows the channel that the user wanted to open, as soon as the state contains it. */
export function showWantedChannel(phone, chats) {
  const wanted = chats.find(({ chat }) => chat.id === phone.wanted);
  if (!wanted) return;
  phone.tab = wanted.name;
  phone.wanted = undefined;
}
