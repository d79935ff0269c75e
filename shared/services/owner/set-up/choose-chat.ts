import { listBotChats } from '../../../database/places/bot-chats';
import { readSettings } from '../../../database/owner/channel-pages';
import { setPrivateChannel, setPublicChannel } from '../../../database/owner/settings';
import type { Answer } from '../../../domain/messages/answers';
import type { Promised } from '../../../domain/effects';
import { promised, type Reaction } from '../../../domain/prompt-effects';
import { addUrls, type ChatKind } from '../../../telegram/bot-rights';
import { pickedKind } from '../../../telegram/codec/callback-data';
import {
  NOT_ALLOWED,
  promisePage,
  refuseOwnerAction,
  showMessage,
  showPageWithNote,
  type OwnerRequest,
  type OwnerActionHandler,
} from '../page/owner-request';
import { postsRefreshed } from '../../posts/refresh-posts';
import { checkChat, TELEGRAM_IS_SILENT } from './check-chat';
import type { Learned } from './learn-chat';
import { findChosenChat } from './find-chosen-chat';
import { showPicker } from './open-picker';
import { settingsPage } from '../settings/settings';

interface ChoiceComplaint {
  readonly complaint: Answer;
  readonly again?: number;
}

/** Shows the chats to choose from, and why the last choice was rejected. */
async function showChoice(
  request: OwnerRequest,
  kind: ChatKind,
  problem?: ChoiceComplaint,
): Promise<Reaction> {
  const { context, channelRole } = request;
  const { openChannelId, title, role, userId } = channelRole;
  const [chats, settings] = await Promise.all([
    listBotChats(context.database, { userId, kind }),
    readSettings(context.database, channelRole),
  ]);
  return showMessage(request, {
    type: 'choose_chat',
    kind,
    openChannelId,
    title,
    role,
    current: kind === 'private' ? settings.privateTitle : settings.publicTitle,
    currentKind: kind === 'private' ? settings.privateKind : undefined,
    chats: chats.filter(({ chatId }) => chatId !== channelRole.closedChannelId),
    ...addUrls(context.botUsername, kind),
    complaint: problem?.complaint ?? null,
    again: problem?.again ?? null,
  });
}

const TAKEN = { answer: 'chat_sold_already' } as const;
/** Members would stay in the old channel, where the bot could no longer remove them. */
const INHABITED = { answer: 'private_chat_inhabited' } as const;

/** The page with the result of a pick, which has no button to answer, is promised with the change. */
const savedLater = ({ context, channelRole, button }: OwnerRequest, note: Answer): Promised[] =>
  button === undefined
    ? [promisePage(context, { ...channelRole, messageId: null, page: 'settings', note })]
    : [];

const showSaved = async (request: OwnerRequest, note: Answer): Promise<Reaction> =>
  request.button === undefined ? promised() : showPageWithNote(request, settingsPage, note);

/** Accepts only a chat that the user administers, according to Telegram, and in which the bot has its rights. */
const changeChat =
  (
    kind: ChatKind,
    saveChat: (request: OwnerRequest, chatId: number) => Promise<Reaction>,
  ): OwnerActionHandler =>
  async (request) => {
    const { context, channelRole, argument } = request;
    const { userId, openChannelId } = channelRole;
    const picks = pickedKind(argument);
    if (picks && request.button)
      return showPicker(context, { userId, kind, picks, openChannelId, button: request.button });
    const chosen = await findChosenChat(context, { userId, kind, choice: argument });
    if (chosen === 'silent') return refuseOwnerAction(request, TELEGRAM_IS_SILENT);
    if ('complaint' in chosen) return showChoice(request, kind, chosen);
    const { chat } = chosen;
    const checked = await checkChat(context, { chat, kind, userId });
    if (checked === 'silent') return refuseOwnerAction(request, TELEGRAM_IS_SILENT);
    if (checked !== 'fine') return showChoice(request, kind, { ...checked, again: chat.chatId });
    return saveChat(request, chat.chatId);
  };

const setPrivate = changeChat('private', async (request, chatId) => {
  const { context, channelRole } = request;
  const { openChannelId, closedChannelId: from } = channelRole;
  const note = { answer: 'private_chat_changed' } as const;
  const result = await setPrivateChannel(context.database, context.delivery, {
    actor: channelRole,
    from,
    chatId,
    promised: [postsRefreshed(openChannelId, `update:${context.updateId}`), ...savedLater(request, note)],
  });
  if (result === 'done') return showSaved(request, note);
  return showChoice(request, 'private', { complaint: result === 'taken' ? TAKEN : INHABITED });
});

const setPublic = async (request: OwnerRequest, chatId: number | null): Promise<Reaction> => {
  const { context, channelRole } = request;
  const note = { answer: chatId === null ? 'public_chat_dropped' : 'public_chat_changed' } as const;
  const change = { actor: channelRole, chatId, promised: savedLater(request, note) };
  const result = await setPublicChannel(context.database, context.delivery, change);
  if (result === 'taken') return showChoice(request, 'public', { complaint: TAKEN });
  if (result !== 'done') return refuseOwnerAction(request, NOT_ALLOWED);
  return showSaved(request, note);
};

export const chatHandlers = {
  chat: (request) => showChoice(request, request.argument === 'private' ? 'private' : 'public'),
  'set-private': setPrivate,
  'set-public': (request) =>
    request.argument === 'none' ? setPublic(request, null) : changeChat('public', setPublic)(request),
} satisfies Readonly<Record<string, OwnerActionHandler>>;

/** Goes on with a chat that was picked in Telegram's own list: chooses it like a button, or says why not. */
export async function takeIntoChannel(
  request: OwnerRequest,
  kind: ChatKind,
  learned: Learned,
): Promise<Reaction> {
  if (learned === 'silent') return refuseOwnerAction(request, TELEGRAM_IS_SILENT);
  if ('complaint' in learned) return showChoice(request, kind, learned);
  const argument = String(learned.chatId);
  return chatHandlers[kind === 'private' ? 'set-private' : 'set-public']({ ...request, argument });
}
