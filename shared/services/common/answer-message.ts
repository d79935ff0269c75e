import type { Answer } from '../../domain/messages/answers';
import type { Message } from '../../domain/messages/messages';
import { wordsOf } from '../../telegram/views/answers';

/** An answer as a separate message. The previous release reads only its `text`. */
export const answerMessage = (answer: Answer): Extract<Message, { type: 'owner_answered' }> => ({
  type: 'owner_answered',
  answer,
  text: wordsOf(answer),
});
