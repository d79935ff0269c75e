import type { TelegramPerson } from '../../database/common/chats';
import type { Delivery } from '../../database/common/inbox';
import type { Database } from '../../database/connection/pool';
import { promiseReply } from '../../database/common/replies';
import { reply } from '../../domain/effects';
import type { ToastAnswer } from '../../domain/messages/answers';
import type { Message } from '../../domain/messages/messages';
import type { AllowedOwners } from '../../domain/owner/allowed-owners';
import { promised, react, type Reaction } from '../../domain/prompt-effects';
import type { Logger } from '../../logger';
import type { JudgingApi } from '../../telegram/judge-chat';
import type { Button } from '../../telegram/route-update';
import type { TelegramUser } from '../../telegram/update';

/** An update, and what its handlers need. */
export interface UpdateContext {
  readonly database: Database;
  readonly delivery: Delivery;
  readonly updateId: number;
  /** The bot's own user id. */
  readonly botId: number;
  readonly botUsername: string;
  /** Telegram, for answers that an owner waits for and a decision needs. */
  readonly asking: JudgingApi;
  /** The users that the operator lets set up channels. */
  readonly owners: AllowedOwners;
  /** The owners whose channels may be paid in Stars. */
  readonly starsFor: AllowedOwners;
  readonly log: Logger;
}

export const personOf = ({ id, username, first_name, language_code }: TelegramUser): TelegramPerson => ({
  userId: id,
  username: username ?? null,
  firstName: first_name ?? null,
  languageCode: language_code,
});

/** Answers an update with a separate message, which must not be lost. */
export async function replyWith(
  { database, delivery, updateId }: UpdateContext,
  user: TelegramUser,
  message: Message,
): Promise<Reaction> {
  await promiseReply(database, delivery, {
    person: personOf(user),
    promised: [reply(updateId, user.id, message)],
  });
  return promised();
}

/** Answers a button with a separate message. */
export async function replyToButton(
  context: UpdateContext,
  { user, button }: { user: TelegramUser; button: Button },
  message: Message,
): Promise<Reaction> {
  const { isPromised } = await replyWith(context, user, message);
  return { prompt: [{ type: 'answer_query', queryId: button.queryId }], isPromised };
}

/** Replaces the message whose button was pressed. The edit may be lost. */
export const replaceMessage = ({ queryId, chatId, messageId }: Button, message: Message): Reaction =>
  react({ type: 'replace_message', chatId, messageId, message }, { type: 'answer_query', queryId });

/** Answers a button with a dialog that the user has to close. */
export const alert = ({ queryId }: Button, answer: ToastAnswer): Reaction =>
  react({ type: 'answer_query', queryId, answer, isAlert: true });
