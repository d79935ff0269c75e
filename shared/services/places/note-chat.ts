import { markReachable, markUnreachable, saveChatTitle } from '../../database/common/chats';
import { addedToGroupKey, isToldGroup, takeBackAdded } from '../../database/common/moved-chats';
import { promiseAlone } from '../../database/common/outbox';
import { retryFailedNow } from '../../database/places/retry-failed';
import { noteAdministrator, saveBotChat } from '../../database/places/bot-chats';
import { notePublicName } from '../../database/places/public-names';
import { isPlace, readKnownPlace } from '../../database/places/sold-places';
import type { Database } from '../../database/connection/pool';
import { MONEY_EXPIRES_SECONDS, REPLY_EXPIRES_SECONDS, type Promised } from '../../domain/effects';
import type { BotChat } from '../../domain/places/bot-chat';
import { maySetUp } from '../../domain/owner/allowed-owners';
import { isOutside } from '../../domain/places/place-state';
import { decidePlaceChange } from '../../domain/places/tell-place';
import { promised, type Reaction } from '../../domain/prompt-effects';
import { addToChannelLink, BAN, INVITE } from '../../telegram/bot-rights';
import type { IntentOf } from '../../telegram/route-update';
import { CONFLICT, retryOnConflict } from '../common/retry-on-conflict';
import type { UpdateContext } from '../common/update-context';
import { postsSwitched } from './switch-posts';

const setUpOffered = (updateId: number, of: { chatId: number; userId: number }): Promised => ({
  effect: { kind: 'offer_set_up', ...of },
  key: `update:${updateId}:offer_set_up`,
  expiresInSeconds: MONEY_EXPIRES_SECONDS,
});

/**
 * Records what the bot is in a channel, and its public name, and tells the owners concerned if the bot lost or got back what
 * it needs there. Asks a user who made it an administrator of a channel that isn't sold whether to sell it.
 */
async function noteBotChat(
  database: Database,
  updateId: number,
  { reported, isOffered }: { readonly reported: BotChat; readonly isOffered: boolean },
): Promise<void> {
  const isNewest = await retryOnConflict({ what: 'place' }, async () => {
    const { chatId, status, rights, actorId, changedAt } = reported;
    const { changedAt: knownAt, places, ...read } = await readKnownPlace(database, chatId);
    // An older change that arrived late.
    if (knownAt !== null && changedAt !== null && changedAt < knownAt) return false;
    const after = { status, rights, isGone: read.seen?.isGone === true && isOutside(status) };
    const occasion = `update:${updateId}`;
    const change = decidePlaceChange(places, { before: read.lastTold, after, occasion });
    const isSaved = await saveBotChat(database, {
      chat: reported,
      read,
      lastTold: change.lastTold,
      offered: isOffered ? [setUpOffered(updateId, { chatId, userId: actorId })] : [],
      told: [...change.told, ...postsSwitched(change, occasion)],
      ...(change.isBack && { approving: occasion }),
    });
    return isSaved ? true : CONFLICT;
  });
  if (isNewest) await notePublicName(database, { chatId: reported.chatId, username: reported.username });
}

/** Like an update about the bot. Offers nothing, because the user picks the channel in order to set it up. */
export const notePickedChat = (database: Database, updateId: number, reported: BotChat): Promise<void> =>
  noteBotChat(database, updateId, { reported, isOffered: false });

/**
 * Tells the user who added the bot to a group that only channels are sold: once for each group, and in private, because a
 * bot that writes in groups unasked is a nuisance. Like any answer, it is worth a quarter of an hour.
 */
const groupsUnsold = (
  { owners, botUsername }: UpdateContext,
  { chatId, userId }: { chatId: number; userId: number },
): Promised => ({
  effect: {
    kind: 'send_message',
    chatId: userId,
    message: {
      type: 'groups_not_sold',
      ...(maySetUp(owners, userId) && { addUrl: addToChannelLink(botUsername, { ...INVITE, ...BAN }) }),
    },
  },
  key: addedToGroupKey(chatId, userId),
  expiresInSeconds: REPLY_EXPIRES_SECONDS,
});

/** Telegram announces an upgrade at once, so a group that is still unknown a minute later is a new one. */
const UPGRADE_SAID_WITHIN_SECONDS = 60;

/**
 * Says nothing about a group that is told about sales, because the bot is wanted there. If the group may be the upgrade
 * of one, waits until `moveChat` would have taken the promise back.
 */
async function answerAddedToGroup(
  context: UpdateContext,
  added: { chatId: number; userId: number },
): Promise<void> {
  const told = await isToldGroup(context.database, added.chatId);
  if (told === 'yes') return;
  const dueInSeconds = told === 'maybe' ? UPGRADE_SAID_WITHIN_SECONDS : 0;
  await promiseAlone(context.database, [{ ...groupsUnsold(context, added), dueInSeconds }]);
  // The upgrade may have been handled meanwhile.
  if (told === 'maybe' && (await isToldGroup(context.database, added.chatId)) === 'yes')
    await takeBackAdded(context.database, added.chatId);
}

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

const CANNOT_WRITE = "the bot was removed or isn't allowed to write";

/**
 * Records what the bot can do in a chat, and whether it can write there. If it has new rights, retries what failed. The
 * worker is always woken, because both a loss and a return may have something to tell.
 */
export async function answerReachability(
  context: UpdateContext,
  { botChat, chatId, groupTitle, addedToGroupBy, ...bot }: IntentOf<'reachability'>,
): Promise<Reaction> {
  const { database, updateId } = context;
  if (botChat)
    await noteBotChat(database, updateId, { reported: botChat, isOffered: botChat.kind === 'channel' });
  if (groupTitle !== undefined) await saveChatTitle(database, chatId, groupTitle);
  if (addedToGroupBy !== undefined && !(await isPlace(database, chatId)))
    await answerAddedToGroup(context, { chatId, userId: addedToGroupBy });
  await (bot.isReachable
    ? markReachable(database, chatId)
    : markUnreachable(database, chatId, chatId > 0 ? 'the bot was blocked' : CANNOT_WRITE));
  if (bot.isAdministrator) await retryFailedNow(database, chatId);
  return promised();
}
