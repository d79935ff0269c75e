import { awaitUser, findWaitingChat, saveAdministrators } from '../../../database/places/bot-chats';
import type { Database } from '../../../database/connection/pool';
import { readSetUp, setSetUpMessage } from '../../../database/owner/set-ups';
import type { Language } from '../../../domain/common/language';
import type { EffectOf } from '../../../domain/effects';
import type { Api } from '../../../telegram/api';
import { telegramFailure } from '../../../telegram/failure';
import { replaceOrSend, sendMessage } from '../../../telegram/send-message';
import { maySetUp, type AllowedOwners } from '../../../domain/owner/allowed-owners';
import { afterRetryable, DONE, later, type Attempt, type Outcome } from '../../common/outcome';
import { parseStoredSetUp, setUpPage } from './set-up-page';
import { storedNote } from '../../../telegram/views/answers';

interface SetUpDependencies {
  readonly database: Database;
  readonly api: Pick<Api, 'sendMessage' | 'editMessageText' | 'getChatAdministrators' | 'getChatMember'>;
  readonly owners: AllowedOwners;
}

/**
 * Stores the administrators of a channel that the bot was added to. Offers a set-up to the user who added it, if Telegram says
 * that they are the creator or an administrator and the operator lets them set up channels. Says nothing to a user who is just
 * choosing the channel. A bot can't message a user first:
 * if they never started it, they get the offer when they do. Writes nothing into the channel, because nobody asked for it.
 */
export async function offerSetUp(
  { database, api, owners }: SetUpDependencies,
  { chatId, userId }: EffectOf<'offer_set_up'>,
  { language }: Pick<Attempt, 'language'>,
): Promise<Outcome> {
  const chat = await findWaitingChat(database, { chatId, userId });
  if (chat === undefined) return DONE;
  try {
    const administrators = await api.getChatAdministrators(chatId);
    const administratorIds = administrators.filter(({ user }) => !user.is_bot).map(({ user }) => user.id);
    await saveAdministrators(database, { chatId, administratorIds });
    if (chat.isSold || chat.isBeingSetUp || !administratorIds.includes(userId) || !maySetUp(owners, userId))
      return DONE;
  } catch (error) {
    const failure = telegramFailure(error);
    if (failure.type === 'retryable') return later(failure.reason, failure.afterSeconds);
    // The bot was removed again. An update reports that.
    return DONE;
  }
  return offer({ database, api }, { chatId, userId, title: chat.title, language });
}

async function offer(
  { database, api }: Pick<SetUpDependencies, 'database' | 'api'>,
  { chatId, userId, title, language }: { chatId: number; userId: number; title: string; language: Language },
): Promise<Outcome> {
  try {
    await sendMessage(api, { chatId: userId, language }, { type: 'set_up_offered', titles: [title] });
  } catch (error) {
    const failure = telegramFailure(error);
    if (failure.type === 'retryable') return afterRetryable(failure);
    await awaitUser(database, { chatId, userId });
  }
  return DONE;
}

/** Draws the current page of a set-up, in place of the message that shows it. Throws what the Bot API throws. */
export async function showSetUp(
  {
    database,
    api,
  }: Pick<SetUpDependencies, 'database'> & {
    readonly api: Pick<Api, 'sendMessage' | 'editMessageText' | 'getChatMember'>;
  },
  { userId, messageId, botUsername, answer, complaint, again }: EffectOf<'show_set_up'>,
  { language }: Pick<Attempt, 'language'>,
): Promise<void> {
  const state = parseStoredSetUp(await readSetUp(database, userId));
  if (state === undefined) return;
  const deps = { database, asking: api, botUsername };
  const page = await setUpPage(deps, { ...state, complaint: storedNote(answer, complaint), again });
  const shownMessageId = await replaceOrSend(
    api,
    { chatId: userId, messageId: messageId ?? state.messageId, language },
    page,
  );
  if (state.messageId === null) await setSetUpMessage(database, userId, shownMessageId);
}
