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
  refuse,
  showPageWithNote,
  type OwnerRequest,
  type Page,
} from './owner-request';

/** An answer that was typed, by somebody whose role is good enough for the question. */
export interface Answering {
  readonly handled: UpdateContext;
  readonly standing: ChannelRole;
  readonly dialog: Dialog;
  readonly text: string;
}

export interface AskedQuestion {
  /** Whose role it takes to answer. */
  readonly action: OwnerActionName;
  readonly answer: (answering: Answering) => Promise<Reaction>;
}

/** What is asked, and what was said on the way to it. */
interface Asking {
  readonly question: OwnerQuestion;
  readonly action: OwnerActionName;
  readonly draft: Readonly<Record<string, unknown>>;
}

/** Shows the page of a question, and remembers that it was asked. */
export async function ask(asked: OwnerRequest, asking: Asking, page: Page): Promise<Reaction> {
  const { handled, standing, button } = asked;
  const { openChannelId, userId } = standing;
  const dialog = { openChannelId, userId, ...asking, messageId: button?.messageId ?? null };
  if (!(await openDialog(handled.database, handled.delivery, dialog))) return refuse(asked, NOT_ALLOWED);
  return showPageWithNote(asked, page, null);
}

/** Asks again on a page, and says why. Nothing that was typed is kept. */
export async function complainOn(
  { handled, standing, dialog }: Answering,
  { page, argument, note }: { page: PageName; argument?: string; note: Answer },
): Promise<Reaction> {
  const { messageId } = dialog;
  const shown = { ...standing, messageId, page, note, ...(argument !== undefined && { argument }) };
  await askAgain(handled.database, handled.delivery, [promisePage(handled, shown)]);
  return promised();
}

/** The same on the page of the question itself. */
export const complain = (answering: Answering, note: Answer): Promise<Reaction> =>
  complainOn(answering, { page: 'edit', argument: answering.dialog.question, note });
