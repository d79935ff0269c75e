import type { Dialog } from '../../database/dialogs';
import { actOn, type Standing } from '../../database/standing';
import { askAgain } from '../../database/dialogs';
import type { OwnerActionName } from '../../domain/owner-actions';
import type { Question } from '../../domain/owner-messages';
import { promised, type Reaction } from '../../domain/prompt-effects';
import { storableText } from '../../domain/storable-text';
import { MAX_DESCRIPTION, MAX_TITLE } from '../../telegram/views/view';
import type { Handled } from '../handled';
import { pageShown } from './asked';
import { PERSON_QUESTION } from './support-person';
import { DAYS_QUESTION, REASON_QUESTION } from './support-answers';

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

interface TextSetting {
  readonly column: 'title' | 'description';
  readonly longest: number;
  readonly shortest: number;
}

/** A setting that is a text. */
const textSetting = ({ column, longest, shortest }: TextSetting): AskedQuestion => ({
  action: 'edit',
  answer: async (answering) => {
    const { handled, standing, dialog } = answering;
    const value = storableText(answering.text).trim();
    if (value.length < shortest) return complain(answering, 'There is nothing in it.');
    if (value.length > longest)
      return complain(answering, `That is ${value.length} characters; ${longest} is the most.`);
    const { openChannelId, userId } = standing;
    const page = pageShown(handled, {
      ...standing,
      messageId: dialog.messageId,
      page: 'settings',
      note: 'Saved.',
    });
    const act = { act: 'setting_changed', details: { setting: column } };
    await actOn(
      handled.database,
      handled.delivery,
      { openChannelId, userId, action: 'edit', act, promised: [page] },
      (sql) => sql`
        update channels set ${sql(column)} = ${value}, updated_at = app_now()
        where open_channel_id = ${openChannelId} and exists (select from delivery)`,
    );
    return promised();
  },
});

/** Everything that is asked to be typed. */
export const QUESTIONS: Readonly<Record<Question, AskedQuestion>> = {
  title: textSetting({ column: 'title', longest: MAX_TITLE, shortest: 1 }),
  description: textSetting({ column: 'description', longest: MAX_DESCRIPTION, shortest: 0 }),
  support_person: PERSON_QUESTION,
  support_days: DAYS_QUESTION,
  support_reason: REASON_QUESTION,
};

export const isQuestion = (word: string): word is Question => Object.hasOwn(QUESTIONS, word);
