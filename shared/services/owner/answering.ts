import type { Dialog } from '../../database/dialogs';
import { askAgain } from '../../database/dialogs';
import type { Standing } from '../../database/standing';
import type { OwnerActionName } from '../../domain/owner-actions';
import { promised, type Reaction } from '../../domain/prompt-effects';
import type { Handled } from '../handled';
import { pageShown } from './asked';

/** An answer that was typed, by somebody whose role is good enough for the question. */
export interface Answering {
  readonly handled: Handled;
  readonly standing: Standing;
  readonly dialog: Dialog;
  readonly text: string;
}

export interface AskedQuestion {
  /** Whose role it takes to answer. */
  readonly action: OwnerActionName;
  readonly answer: (answering: Answering) => Promise<Reaction>;
}

/** Asks again, and says why. Nothing that was typed is kept. */
export async function complain(
  { handled, standing, dialog }: Answering,
  complaint: string,
): Promise<Reaction> {
  const { question, messageId } = dialog;
  await askAgain(handled.database, handled.delivery, [
    pageShown(handled, { ...standing, messageId, page: 'edit', argument: question, note: complaint }),
  ]);
  return promised();
}
