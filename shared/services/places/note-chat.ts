import { markReachable, markUnreachable, saveChatTitle } from '../../database/common/chats';
import { retryFailedNow } from '../../database/places/retry-failed';
import { noteAdministrator, saveBotChat } from '../../database/places/bot-chats';
import { isChosenAsPlace } from '../../database/places/linked-groups';
import { notePublicName } from '../../database/places/public-names';
import { isPlace, readKnownPlace } from '../../database/places/sold-places';
import type { Database } from '../../database/connection/pool';
import { MONEY_EXPIRES_SECONDS, type Promised } from '../../domain/effects';
import type { BotChat } from '../../domain/places/bot-chat';
import { maySetUp } from '../../domain/owner/allowed-owners';
import { isOutside } from '../../domain/places/place-state';
import { decidePlaceChange } from '../../domain/places/tell-place';
import { promised, type Reaction } from '../../domain/prompt-effects';
import type { IntentOf } from '../../telegram/route-update';
import { CONFLICT, retryOnConflict } from '../common/retry-on-conflict';
import type { UpdateContext } from '../common/update-context';
import { answerAddedToGroup, secondsToWait, type AddedBy } from './explain-group';
import { postsSwitched } from './switch-posts';

const setUpOffered = (updateId: number, added: AddedBy): Promised => ({
  effect: { kind: 'offer_set_up', ...added },
  key: `update:${updateId}:offer_set_up`,
  expiresInSeconds: MONEY_EXPIRES_SECONDS,
});

interface Noting {
  readonly reported: BotChat;
  /** Set if the user who made the bot an administrator is asked whether to sell the chat: after so many seconds. */
  readonly offeredInSeconds: number | undefined;
}

/**
 * Records what the bot is in a channel or a supergroup, and its public name, and tells the owners concerned if the bot lost or got back what
 * it needs there. Asks a user who made it an administrator of a chat that isn't sold whether to sell it.
 */
async function noteBotChat(
  database: Database,
  updateId: number,
  { reported, offeredInSeconds: dueInSeconds }: Noting,
): Promise<void> {
  const isNewest = await retryOnConflict({ what: 'place' }, async () => {
    const { chatId, status, rights, actorId, changedAt } = reported;
    const { changedAt: knownAt, places, ...read } = await readKnownPlace(database, chatId);
    // An older change that arrived late.
    if (knownAt !== null && changedAt !== null && changedAt < knownAt) return false;
    const after = { status, rights, isGone: read.seen?.isGone === true && isOutside(status) };
    const occasion = `update:${updateId}`;
    // What is stored may not say yet what the chat is.
    const known = places.map((place) => ({ ...place, kind: reported.kind }));
    const change = decidePlaceChange(known, { before: read.lastTold, after, occasion });
    const isSaved = await saveBotChat(database, {
      chat: reported,
      read,
      lastTold: change.lastTold,
      offered:
        dueInSeconds === undefined
          ? []
          : [{ ...setUpOffered(updateId, { chatId, userId: actorId }), dueInSeconds }],
      told: [...change.told, ...postsSwitched(change, occasion)],
      ...(change.isBack && { approving: occasion }),
    });
    return isSaved ? true : CONFLICT;
  });
  if (isNewest) await notePublicName(database, { chatId: reported.chatId, username: reported.username });
}

/** Like an update about the bot. Offers nothing, because the user picks the chat in order to set it up. */
export const notePickedChat = (database: Database, updateId: number, reported: BotChat): Promise<void> =>
  noteBotChat(database, updateId, { reported, offeredInSeconds: undefined });

const ADMINISTRATORS: readonly string[] = ['administrator', 'creator'];

/** Records that a user became an administrator of a channel, or no longer is one: it is among their channels or not. */
export async function noteChatAdministrator(
  database: Database,
  seen: {
    readonly closedChannelId: number;
    readonly userId: number;
    readonly status: string;
    readonly oldStatus: string;
  },
): Promise<void> {
  const isOne = ADMINISTRATORS.includes(seen.status);
  if (!isOne && !ADMINISTRATORS.includes(seen.oldStatus)) return;
  await noteAdministrator(database, { chatId: seen.closedChannelId, userId: seen.userId, isOne });
}

/**
 * How long to wait before the user who added the bot is asked whether to sell the chat. `undefined`: they aren't asked. The question of
 * another place closes after its chat is stored, so if it is closed already, the bot is known as an administrator, which offers nothing.
 */
const secondsToOffer = async (
  database: Database,
  { chatId, kind, actorId: userId }: BotChat,
): Promise<number | undefined> =>
  (await isChosenAsPlace(database, { chatId, userId }))
    ? undefined
    : kind === 'channel'
      ? 0
      : secondsToWait(database, chatId);

const CANNOT_WRITE = "the bot was removed or isn't allowed to write";

/**
 * Records what the bot can do in a chat, and whether it can write there. If it has new rights, retries what failed. The
 * worker is always woken, because both a loss and a return may have something to tell.
 */
export async function answerReachability(
  context: UpdateContext,
  { botChat, chatId, groupTitle, addedToGroupBy, ...bot }: IntentOf<'reachability'>,
): Promise<Reaction> {
  const { database, updateId, owners } = context;
  if (botChat) {
    const offeredInSeconds = await secondsToOffer(database, botChat);
    await noteBotChat(database, updateId, { reported: botChat, offeredInSeconds });
  }
  if (groupTitle !== undefined) await saveChatTitle(database, chatId, groupTitle);
  const isOffered = botChat !== undefined && bot.isAdministrator;
  if (
    addedToGroupBy !== undefined &&
    !(isOffered && maySetUp(owners, addedToGroupBy)) &&
    !(await isPlace(database, chatId))
  )
    await answerAddedToGroup(context, {
      chatId,
      userId: addedToGroupBy,
      title: groupTitle,
      isBasic: botChat === undefined,
    });
  await (bot.isReachable
    ? markReachable(database, chatId)
    : markUnreachable(database, chatId, chatId > 0 ? 'the bot was blocked' : CANNOT_WRITE));
  if (bot.isAdministrator) await retryFailedNow(database, chatId);
  return promised();
}
