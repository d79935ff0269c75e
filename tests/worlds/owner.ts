import { randomInt } from 'node:crypto';
import { viewOf } from '../../shared/telegram/views';
import { storedWords } from '../../shared/telegram/views/answers';
import { parseUpdate } from '../../shared/telegram/update';
import { routeUpdate } from '../../shared/telegram/route-update';
import type { Message } from '../../shared/domain/messages/messages';
import type { PromptEffect, PromptEffectOf, Reaction } from '../../shared/domain/prompt-effects';
import type { TestDatabase } from '../support/test-database';
import { answerUpdate } from '../../shared/services/answer-update';
import type { UpdateContext } from '../../shared/services/common/update-context';
import { ASKING_NOBODY } from './update-context';

/** The result of an owner's tap or message: the page that they see, and the text of the toast or alert. */
export interface Seen {
  readonly message: Message | undefined;
  readonly text: string;
  readonly buttons: readonly string[];
  readonly answer: string | undefined;
  readonly reaction: Reaction;
}

const ofType = <Type extends PromptEffect['type']>(reaction: Reaction, type: Type) =>
  reaction.prompt.find((effect): effect is PromptEffectOf<Type> => effect.type === type);

function seen(reaction: Reaction): Seen {
  const message = (ofType(reaction, 'replace_message') ?? ofType(reaction, 'draw_keypad'))?.message;
  const view = message && viewOf(message);
  const keys = view?.keyboard?.inline_keyboard?.flat() ?? [];
  const answer = ofType(reaction, 'answer_query')?.answer;
  return {
    message,
    text: view?.text.text.replace(/<[^>]*>/g, '') ?? '',
    buttons: keys.flatMap((key) => ('callback_data' in key ? [key.callback_data] : [])),
    answer: answer && storedWords(answer),
    reaction,
  };
}

/** A Telegram user. Their updates are routed and answered as in the function. */
export function personWith(
  test: Pick<TestDatabase, 'database'>,
  userId: number,
  more: Partial<UpdateContext> = {},
) {
  const from = { id: userId, first_name: 'P', username: `user_${userId}` };
  const send = async (content: object, updateId = randomInt(2 ** 40)): Promise<Seen> => {
    const update = parseUpdate({ update_id: updateId, ...content });
    if (update === undefined) throw new Error('this is not an update');
    const delivery = { source: 'telegram', deliveryId: String(updateId), correlationId: 'test' } as const;
    const handled: UpdateContext = {
      database: test.database,
      delivery,
      updateId,
      botId: 8,
      ...ASKING_NOBODY,
      ...more,
    };
    return seen(await answerUpdate(handled, routeUpdate(update, handled.botUsername)));
  };
  const chat = { id: userId, type: 'private' };
  return {
    userId,
    send,
    press: (data: string, updateId?: number) =>
      send({ callback_query: { id: 'q', from, data, message: { message_id: 9, chat } } }, updateId),
    say: (text: string, updateId?: number) =>
      send({ message: { message_id: 10, from, chat, text } }, updateId),
  };
}
