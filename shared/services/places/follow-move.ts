import { moveChat } from '../../database/common/moved-chats';
import { movePlace } from '../../database/places/moved-places';
import { isPlace } from '../../database/places/sold-places';
import { NO_REACTION, promised, type Reaction } from '../../domain/prompt-effects';
import type { IntentOf } from '../../telegram/route-update';
import type { UpdateContext } from '../common/update-context';

/** Follows a group that became a supergroup, which has another id. */
export async function answerMove(
  { database }: UpdateContext,
  { from, to }: IntentOf<'chat_moved'>,
): Promise<Reaction> {
  const isKnown = await moveChat(database, { from, to });
  // Asked first, so that the bot in a stranger's group costs no look at what is promised.
  const isOurs = (await isPlace(database, from)) && (await movePlace(database, { from, to }));
  return isKnown || isOurs ? promised() : NO_REACTION;
}
