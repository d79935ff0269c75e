import type { Reaction } from '../domain/prompt-effects';
import type { IntentOf } from '../telegram/route-update';
import type { UpdateContext } from './common/update-context';
import { answerTyped } from './owner/answer-typed';
import { writeMessage } from './talks/write-message';

/** Takes typed text as a message to a buyer or owner, otherwise as an answer to the bot. */
export const takeTyped = async (context: UpdateContext, typed: IntentOf<'typed'>): Promise<Reaction> =>
  (await writeMessage(context, typed)) ?? answerTyped(context, typed);
