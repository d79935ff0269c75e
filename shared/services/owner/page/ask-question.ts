import { askAgain, openDialog, type Dialog } from '../../../database/common/dialogs';
import type { ChannelRole } from '../../../database/common/channel-roles';
import type { OwnerActionName, PageName } from '../../../domain/owner/owner-actions';
import type { Answer } from '../../../domain/messages/answers';
import type { OwnerQuestion } from '../../../domain/messages/owner';
import { promised, type Reaction } from '../../../domain/prompt-effects';
import type { UpdateContext } from '../../common/update-context';
import {
  NOT_ALLOWED,
  promisePage,
  refuseOwnerAction,
  showPageWithNote,
  type OwnerRequest,
  type PageBuilder,
} from './owner-request';

/** A typed reply to a question, by a user whose role was checked. */
export interface QuestionReply {
  readonly context: UpdateContext;
  readonly channelRole: ChannelRole;
  readonly dialog: Dialog;
  readonly text: string;
}

export interface QuestionHandler {
  /** The action whose role is needed to reply. */
  readonly action: OwnerActionName;
  /** What was typed isn't deleted. */
  readonly keepsTyped?: true;
  readonly answer: (reply: QuestionReply) => Promise<Reaction>;
}

/** A question to ask, with the answers that led to it. */
interface NewQuestion {
  readonly question: OwnerQuestion;
  readonly action: OwnerActionName;
  readonly draft: Readonly<Record<string, unknown>>;
  /** Shown above the question: what was just done. */
  readonly note?: Answer | null;
}

/** Shows the page of a question and opens the dialog that waits for the reply. */
export async function askQuestion(
  request: OwnerRequest,
  { note = null, ...question }: NewQuestion,
  page: PageBuilder,
): Promise<Reaction> {
  const { context, channelRole, button } = request;
  const { openChannelId, userId } = channelRole;
  const dialog = { openChannelId, userId, ...question, messageId: button?.messageId ?? null };
  if (!(await openDialog(context.database, context.delivery, dialog)))
    return refuseOwnerAction(request, NOT_ALLOWED);
  return showPageWithNote(request, page, note);
}

/** Asks again on the given page and says why. Keeps nothing that was typed. */
export async function rejectReplyOnPage(
  { context, channelRole, dialog }: QuestionReply,
  { page, argument, note }: { page: PageName; argument?: string; note: Answer },
): Promise<Reaction> {
  const { messageId } = dialog;
  const shown = { ...channelRole, messageId, page, note, ...(argument !== undefined && { argument }) };
  await askAgain(context.database, context.delivery, [promisePage(context, shown)]);
  return promised();
}

/** Like `rejectReplyOnPage`, on the page of the question itself. */
export const rejectReply = (reply: QuestionReply, note: Answer): Promise<Reaction> =>
  rejectReplyOnPage(reply, { page: 'edit', argument: reply.dialog.question, note });
