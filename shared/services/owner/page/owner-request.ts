import type { Database } from '../../../database/connection/pool';
import type { ChannelRole } from '../../../database/common/channel-roles';
import type { Promised } from '../../../domain/effects';
import { MONEY_EXPIRES_SECONDS, REPLY_EXPIRES_SECONDS } from '../../../domain/effects';
import type { Answer, Note, ToastAnswer } from '../../../domain/messages/answers';
import type { Message } from '../../../domain/messages/messages';
import type { AllowedOwners } from '../../../domain/owner/allowed-owners';
import type { PageName } from '../../../domain/owner/owner-actions';
import type { Reaction } from '../../../domain/prompt-effects';
import type { Button } from '../../../telegram/route-update';
import type { TelegramUser } from '../../../telegram/update';
import { storedWords } from '../../../telegram/views/answers';
import { answerMessage } from '../../common/answer-message';
import { alert, replyWith, replaceMessage, type UpdateContext } from '../../common/update-context';

/** A button press or command by a user whose role in the channel was checked. */
export interface OwnerRequest {
  readonly context: UpdateContext;
  readonly user: TelegramUser;
  readonly channelRole: ChannelRole;
  readonly argument: string | undefined;
  /** Absent for a command. */
  readonly button: Button | undefined;
}

export type OwnerActionHandler = (request: OwnerRequest) => Promise<Reaction>;

export interface PageInput {
  readonly database: Database;
  /** Without @. */
  readonly botUsername: string;
  readonly owners: AllowedOwners;
  /** The owners whose channels may be paid in Stars. */
  readonly starsFor: AllowedOwners;
  readonly channelRole: ChannelRole;
  readonly argument: string | undefined;
  /** Shown above the page: what was just done, or why it wasn't. */
  readonly note: Note | null;
}

/** Builds a page about a channel from the current rows. */
export type PageBuilder = (input: PageInput) => Promise<Message>;

/** Shows a message in place of the one whose button was pressed. A command gets a separate message. */
export const showMessage = async (
  { context, user, button }: OwnerRequest,
  message: Message,
): Promise<Reaction> =>
  button === undefined ? replyWith(context, user, message) : replaceMessage(button, message);

/** Shows a page with a note above it: what was just done. */
export const showPageWithNote = async (
  request: OwnerRequest,
  page: PageBuilder,
  note: Answer | null,
): Promise<Reaction> => showMessage(request, await page({ ...request.context, ...request, note }));

/** Returns a handler that shows a page and changes nothing. */
export const showsPage =
  (page: PageBuilder): OwnerActionHandler =>
  (request) =>
    showPageWithNote(request, page, null);

/** The fields that the header of every page about a channel needs. */
export const pageHeader = ({ openChannelId, title, role }: ChannelRole) => ({ openChannelId, title, role });

/** Like `pageHeader`, with the time zone of the times on the page. */
export const timedPageHeader = (channelRole: ChannelRole) => ({
  ...pageHeader(channelRole),
  timeZone: channelRole.timeZone,
});

/** Refuses the request: an alert for a button, a message for a command. */
export const refuseOwnerAction = async (
  { context, user, button }: OwnerRequest,
  answer: ToastAnswer,
): Promise<Reaction> =>
  button === undefined ? replyWith(context, user, answerMessage(answer)) : alert(button, answer);

/** Refuses a button that no version drew or that only an older version draws. */
export const NOT_IN_USE = { answer: 'button_not_in_use' } as const;

/** Refuses a user who lost their role between two taps. */
export const NOT_ALLOWED = { answer: 'not_allowed' } as const;

/** The note above a page, as data. `note` repeats it in words for versions that don't read `answer`. */
export const noteFields = (answer: Answer | null) => ({ answer, note: answer && storedWords(answer) });

/** Promises to notify a user about a change of roles. It is retried as long as a message about money. */
export const promiseNotice = (chatId: number, answer: Answer, key: string): Promised => ({
  effect: { kind: 'send_message', chatId, message: answerMessage(answer) },
  key,
  expiresInSeconds: MONEY_EXPIRES_SECONDS,
});

/** Promises to draw a page in place of the last one: the reply to typed text must not be lost. */
export const promisePage = (
  { updateId }: UpdateContext,
  {
    openChannelId,
    userId,
    note,
    ...page
  }: Pick<ChannelRole, 'openChannelId' | 'userId'> & {
    readonly messageId: number | null;
    readonly page: PageName;
    readonly argument?: string;
    readonly note: Answer | null;
  },
): Promised => ({
  effect: { kind: 'show_page', openChannelId, userId, argument: null, ...page, ...noteFields(note) },
  key: `update:${updateId}:page`,
  expiresInSeconds: REPLY_EXPIRES_SECONDS,
});
