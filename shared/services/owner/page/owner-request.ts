import type { Database } from '../../../database/connection/pool';
import type { ChannelRole } from '../../../database/common/channel-roles';
import type { Promised } from '../../../domain/effects';
import { REPLY_EXPIRES_SECONDS } from '../../../domain/effects';
import type { Answer, Note, ToastAnswer } from '../../../domain/messages/answers';
import type { Message } from '../../../domain/messages/messages';
import type { PageName } from '../../../domain/owner/owner-actions';
import type { Reaction } from '../../../domain/prompt-effects';
import type { Button } from '../../../telegram/route-update';
import type { TelegramUser } from '../../../telegram/update';
import { wordsOf } from '../../../telegram/views/answers';
import { answerMessage } from '../../common/answer-message';
import { alert, replyWith, replaceMessage, type UpdateContext } from '../../common/update-context';

/** What somebody who runs a channel asks for, their role in it being good enough. */
export interface OwnerRequest {
  readonly context: UpdateContext;
  readonly user: TelegramUser;
  readonly channelRole: ChannelRole;
  readonly argument: string | undefined;
  /** Absent for a command. */
  readonly button: Button | undefined;
}

export type OwnerActionHandler = (request: OwnerRequest) => Promise<Reaction>;

/** What a page is drawn for. */
export interface PageInput {
  readonly database: Database;
  readonly channelRole: ChannelRole;
  readonly argument: string | undefined;
  /** What is said above it: what was just done, or why something was not. */
  readonly note: Note | null;
}

/** Draws a page about a channel from what is there now. */
export type PageBuilder = (input: PageInput) => Promise<Message>;

/** Answers with a message: in place of the one whose button was pressed, or as one of its own. */
export const showMessage = async (
  { context, user, button }: OwnerRequest,
  message: Message,
): Promise<Reaction> =>
  button === undefined ? replyWith(context, user, message) : replaceMessage(button, message);

/** Answers with a page, and what was just done above it. */
export const showPageWithNote = async (
  request: OwnerRequest,
  page: PageBuilder,
  note: Answer | null,
): Promise<Reaction> => showMessage(request, await page({ ...request.context, ...request, note }));

/** Only answers with a page. */
export const showsPage =
  (page: PageBuilder): OwnerActionHandler =>
  (request) =>
    showPageWithNote(request, page, null);

/** What a page about a channel is headed with. */
export const pageHeader = ({ openChannelId, title, role }: ChannelRole) => ({ openChannelId, title, role });

/** The same of a page on which times are. */
export const timedPageHeader = (channelRole: ChannelRole) => ({
  ...pageHeader(channelRole),
  timeZone: channelRole.timeZone,
});

/** Says that something cannot be. */
export const refuseOwnerAction = async (
  { context, user, button }: OwnerRequest,
  answer: ToastAnswer,
): Promise<Reaction> =>
  button === undefined ? replyWith(context, user, answerMessage(answer)) : alert(button, answer);

/** What is said of a button that nobody has drawn, or that an older version has. */
export const NOT_IN_USE = { answer: 'button_not_in_use' } as const;

/** What is said to who lost their role between two taps. */
export const NOT_ALLOWED = { answer: 'not_allowed' } as const;

/** What is said above a page, as data, and in words for versions that read no `answer`. */
export const noteFields = (answer: Answer | null) => ({ answer, note: answer && wordsOf(answer) });

/** Has a page drawn where the last one was: for what is typed, whose answer may not be lost. */
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
