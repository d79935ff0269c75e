import type { Answer } from '../../domain/messages/answers';
import type { MessageOf } from '../../domain/messages/messages';
import { storedWords } from '../../telegram/views/answers';

/** An answer as a separate message. The previous release reads only its `text`. */
export const answerMessage = (answer: Answer): MessageOf<'owner_answered'> => ({
  type: 'owner_answered',
  answer,
  text: storedWords(answer),
});
