import { randomUUID } from 'node:crypto';
import { refuseMessage, saveMessage } from '../../database/talks/save-talk';
import { findTalkOf, readTalk } from '../../database/talks/talks';
import { DAY_SECONDS } from '../../domain/common/time';
import { reply, type Promised } from '../../domain/effects';
import { promised, type Reaction } from '../../domain/prompt-effects';
import { isAboutText, judgeMessage } from '../../domain/talks/talk';
import type { TelegramUser } from '../../telegram/update';
import { CONFLICT, retryOnConflict } from '../common/retry-on-conflict';
import { personOf, type UpdateContext } from '../common/update-context';
import { refusalMessage } from './talk-messages';

const delivery = (relayId: string): Promised => ({
  effect: { kind: 'relay_message', relayId },
  key: `relay:${relayId}`,
  expiresInSeconds: DAY_SECONDS,
});

interface Written {
  readonly user: TelegramUser;
  /** `null` if it isn't text. */
  readonly text: string | null;
  readonly repliedTo?: number;
}

/**
 * Passes on what a buyer or an owner wrote, if it replies to a message that was passed on or they were asked for it. Tells them
 * why if it can't be passed on. `undefined` if it is meant for the bot.
 */
export async function writeMessage(
  context: UpdateContext,
  { user, text, repliedTo }: Written,
): Promise<Reaction | undefined> {
  const { database, updateId } = context;
  const userId = user.id;
  const reference = await findTalkOf(database, { userId, repliedTo });
  if (reference === undefined) return undefined;
  const person = personOf(user);
  return retryOnConflict<Reaction | undefined>({ what: 'talk' }, async () => {
    const talk = await readTalk(database, { reference, userId });
    if (talk === undefined) return undefined;
    const judged = judgeMessage(talk, userId, text);
    if ('refusal' in judged || text === null) {
      const refusal = 'refusal' in judged ? judged.refusal : ({ reason: 'not_text' } as const);
      await refuseMessage(database, context.delivery, {
        person,
        promised: [reply(updateId, userId, refusalMessage(talk, refusal))],
        mayRetry: isAboutText(refusal),
      });
      return promised();
    }
    const relayId = randomUUID();
    const message = { talk, side: judged.side, relayId, text, person, promised: [delivery(relayId)] };
    return (await saveMessage(database, context.delivery, message)) ? promised() : CONFLICT;
  });
}
