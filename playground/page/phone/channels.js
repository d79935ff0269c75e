import { plainError } from '../plain-error.js';
import { isAdmin } from './rights.js';

/** Makes a channel or a group. Returns `{ chatId }`, or `{ problem }` as a sentence. */
export async function createChat(phone, what, chat) {
  try {
    return await phone.telegram.act(phone.userId, what === 'group' ? 'createGroup' : 'createChannel', chat);
  } catch (error) {
    return { problem: plainError(error) };
  }
}

/**
 * Makes the bot an administrator with these rights, or replaces its rights. A basic group may have to become a supergroup.
 * `started`: what the client writes in a group then.
 */
export async function appointBot(phone, chatId, rights, started) {
  const chat = phone.state.chats.find(({ id }) => id === chatId);
  const wasThere = isAdmin(chat, phone.state.bot.id);
  const answer = await phone.act('addBot', { chatId, rights });
  if (!answer) return;
  const role = rights.length > 0 || chat.type === 'channel' ? 'an administrator' : 'a member';
  phone.toast.show(
    wasThere ? `The bot’s rights in ${chat.title} have changed.` : `The bot is ${role} of ${chat.title}.`,
  );
  if (started !== undefined) await phone.act('write', { chatId: answer.chatId, text: started });
  if (answer.chatId !== chatId) openChannel(phone, answer.chatId);
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

/** Turns a basic group into a supergroup, which has another id, and shows it. */
export async function upgradeGroup(phone, { id, title }) {
  const answer = await phone.act('upgradeGroup', { chatId: id });
  if (!answer) return;
  phone.toast.show(`${title} is a supergroup now.`);
  openChannel(phone, answer.chatId);
}

/** Shows a chat, also before the state that contains it arrives, for example when it was just made. */
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
