import type { Dialog } from '../../../database/common/dialogs';
import { takeStep } from '../../../database/owner/support-dialogs';
import { promised, type Reaction } from '../../../domain/prompt-effects';
import {
  givenDays,
  isRuling,
  MAX_RULING_REASON,
  MOST_GIVEN_DAYS,
  type WantedRuling,
} from '../../../domain/access/support-rulings';
import { typedDays } from '../../../domain/common/typed-numbers';
import { storableText } from '../../../domain/common/storable-text';
import { promisePage } from '../page/owner-request';
import { announce } from './announce';
import { rejectReplyOnPage, type QuestionReply, type QuestionHandler } from '../page/ask-question';

/** Reads the draft of a ruling from a dialog; `undefined` if none of the bot's buttons opened it. */
function readDraft({ draft }: Dialog): WantedRuling | undefined {
  const { ruling, userId, days = null } = draft;
  if (!isRuling(ruling) || typeof userId !== 'number') return undefined;
  return { ruling, userId, days: typeof days === 'number' ? days : null };
}

const NO_PERSON = { answer: 'person_missing' } as const;

async function answerDays(reply: QuestionReply): Promise<Reaction> {
  const { context, channelRole, dialog, text } = reply;
  const draft = readDraft(dialog);
  if (draft === undefined) return rejectReplyOnPage(reply, { page: 'give', note: NO_PERSON });
  const days = givenDays(String(typedDays(text)));
  const argument = String(draft.userId);
  if (days === undefined)
    return rejectReplyOnPage(reply, {
      page: 'grant',
      argument,
      note: { answer: 'not_given_days', max: MOST_GIVEN_DAYS },
    });
  const { openChannelId, userId } = channelRole;
  const { messageId } = dialog;
  const page = {
    ...channelRole,
    messageId,
    page: 'grant',
    argument: `${argument}_${days}`,
    note: null,
  } as const;
  await takeStep(context.database, context.delivery, {
    openChannelId,
    userId,
    action: 'grant',
    next: { question: 'support_reason', messageId, draft: { ...dialog.draft, days } },
    promised: [promisePage(context, page)],
  });
  return promised();
}

async function answerReason(reply: QuestionReply): Promise<Reaction> {
  const { context, channelRole, dialog, text } = reply;
  const draft = readDraft(dialog);
  if (draft === undefined) return rejectReplyOnPage(reply, { page: 'give', note: NO_PERSON });
  const { ruling, userId, days } = draft;
  const reason = storableText(text).replace(/\s+/g, ' ').trim();
  if (reason === '' || reason.length > MAX_RULING_REASON)
    return rejectReplyOnPage(reply, {
      page: ruling,
      argument: days === null ? String(userId) : `${userId}_${days}`,
      note: { answer: 'not_a_reason', max: MAX_RULING_REASON },
    });
  const { messageId } = dialog;
  return announce(context, { by: channelRole, messageId, wanted: { ruling, userId, days }, reason });
}

export const DAYS_QUESTION: QuestionHandler = { action: 'grant', answer: answerDays };
/** Every ruling needs the same role. The dialog says which ruling it is. */
export const REASON_QUESTION: QuestionHandler = { action: 'ruling', answer: answerReason };
