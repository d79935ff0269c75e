import type { Reaction } from '../domain/prompt-effects';
import type { IntentOf } from '../telegram/route-update';
import { replyWith, type UpdateContext } from './common/update-context';
import { answerTyped } from './owner/answer-typed';
import { takeListFile } from './owner/takeovers/take-list';
import { writeMessage } from './talks/write-message';

/** Takes typed text as a message to a buyer or owner, otherwise as an answer to the bot. */
export const takeTyped = async (context: UpdateContext, typed: IntentOf<'typed'>): Promise<Reaction> =>
  (await writeMessage(context, typed)) ?? answerTyped(context, typed);

/** Takes what isn't text as a message to a buyer or owner, which it can't be, otherwise as a list of members. */
export const takeSent = async (
  context: UpdateContext,
  { type, user, document, ...replying }: IntentOf<'sent_no_text'>,
): Promise<Reaction> =>
  (await writeMessage(context, { user, text: null, ...replying })) ??
  (await takeListFile(context, { type, user, ...(document && { document }) })) ??
  replyWith(context, user, { type: 'not_understood' });
