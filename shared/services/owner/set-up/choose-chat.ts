import { findBotChat, listBotChats } from '../../../database/places/bot-chats';
import { readSettings } from '../../../database/owner/channel-pages';
import { setPrivateChannel, setPublicChannel } from '../../../database/owner/settings';
import type { Answer } from '../../../domain/messages/answers';
import type { Reaction } from '../../../domain/prompt-effects';
import { addToChannelLink } from '../../../telegram/bot-rights';
import {
  NOT_ALLOWED,
  refuse,
  show,
  showPageWithNote,
  type OwnerRequest,
  type OwnHandler,
} from '../page/owner-request';
import { checkChat, RIGHTS, TELEGRAM_IS_SILENT, type ChatKind } from './check-chat';
import { settingsPage } from '../settings/settings';

interface Complained {
  readonly complaint: Answer;
  readonly again?: number;
}

/** The channels to choose from, and why one that was chosen will not do. */
async function showChoice(asked: OwnerRequest, kind: ChatKind, complained?: Complained): Promise<Reaction> {
  const { handled, standing } = asked;
  const { openChannelId, title, role, userId } = standing;
  const [chats, settings] = await Promise.all([
    listBotChats(handled.database, { userId, kind }),
    readSettings(handled.database, standing),
  ]);
  return show(asked, {
    type: 'choose_chat',
    kind,
    openChannelId,
    title,
    role,
    current: kind === 'private' ? settings.privateTitle : settings.publicTitle,
    chats: chats.filter(({ chatId }) => chatId !== standing.closedChannelId),
    addUrl: addToChannelLink(handled.botUsername, RIGHTS[kind]),
    complaint: complained?.complaint ?? null,
    again: complained?.again ?? null,
  });
}

const TAKEN = { answer: 'chat_sold_already' } as const;
/** They would be left behind in the old one, where nobody could take them out. */
const INHABITED = { answer: 'private_chat_inhabited' } as const;

const saved = (asked: OwnerRequest, note: Answer) => showPageWithNote(asked, settingsPage, note);

/** Only what Telegram says is theirs, and where the bot can do its work. */
const choosing =
  (kind: ChatKind, chosen: (asked: OwnerRequest, chatId: number) => Promise<Reaction>): OwnHandler =>
  async (asked) => {
    const { handled, standing, argument } = asked;
    const { userId } = standing;
    const chat = await findBotChat(handled.database, { userId, kind, chatId: Number(argument) });
    if (chat === undefined) return showChoice(asked, kind, { complaint: { answer: 'chat_not_among_yours' } });
    const checked = await checkChat(handled, { chat, kind, userId });
    if (checked === 'silent') return refuse(asked, TELEGRAM_IS_SILENT);
    if (checked !== 'fine') return showChoice(asked, kind, { ...checked, again: chat.chatId });
    return chosen(asked, chat.chatId);
  };

const setPrivate = choosing('private', async (asked, chatId) => {
  const { handled, standing } = asked;
  const change = { actor: standing, from: standing.closedChannelId, chatId };
  const result = await setPrivateChannel(handled.database, handled.delivery, change);
  if (result === 'done') return saved(asked, { answer: 'private_chat_changed' });
  return showChoice(asked, 'private', { complaint: result === 'taken' ? TAKEN : INHABITED });
});

const setPublic = async (asked: OwnerRequest, chatId: number | null): Promise<Reaction> => {
  const { handled, standing } = asked;
  const result = await setPublicChannel(handled.database, handled.delivery, { actor: standing, chatId });
  if (result !== 'done') return refuse(asked, NOT_ALLOWED);
  return saved(asked, { answer: chatId === null ? 'public_chat_dropped' : 'public_chat_changed' });
};

export const chatHandlers = {
  chat: (asked) => showChoice(asked, asked.argument === 'private' ? 'private' : 'public'),
  'set-private': setPrivate,
  'set-public': (asked) =>
    asked.argument === 'none' ? setPublic(asked, null) : choosing('public', setPublic)(asked),
} satisfies Readonly<Record<string, OwnHandler>>;
