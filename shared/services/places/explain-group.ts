import { addedToGroupKey, isToldGroup, takeBackAdded } from '../../database/common/moved-chats';
import { isPicking } from '../../database/places/bot-chats';
import { isChosenAsPlace } from '../../database/places/linked-groups';
import { promiseAlone } from '../../database/common/outbox';
import type { Database } from '../../database/connection/pool';
import { REPLY_EXPIRES_SECONDS, type Promised } from '../../domain/effects';
import { maySetUp } from '../../domain/owner/allowed-owners';
import { addToGroupLink, RIGHTS } from '../../telegram/bot-rights';
import type { UpdateContext } from '../common/update-context';

export interface AddedBy {
  readonly chatId: number;
  readonly userId: number;
}

interface AddedToGroup extends AddedBy {
  readonly title: string | undefined;
  readonly isBasic: boolean;
}

/**
 * Tells the user who added the bot to a group what it takes to sell it: once for each group, and in private, because a
 * bot that writes in groups unasked is a nuisance. Like any answer, it is worth a quarter of an hour.
 */
const groupExplained = (
  { owners, botUsername }: UpdateContext,
  { chatId, userId, title = '', isBasic }: AddedToGroup,
): Promised => ({
  effect: {
    kind: 'send_message',
    chatId: userId,
    message: {
      type: 'groups_not_sold',
      ...(maySetUp(owners, userId) && {
        because: isBasic ? 'basic_group' : 'not_administrator',
        title,
        addUrl: addToGroupLink(botUsername, RIGHTS.private),
      }),
    },
  },
  key: addedToGroupKey(chatId, userId),
  expiresInSeconds: REPLY_EXPIRES_SECONDS,
});

/** Telegram announces an upgrade at once, so a group that is still unknown a minute later is a new one. */
const UPGRADE_SAID_WITHIN_SECONDS = 60;

/**
 * How long to wait before the user who added the bot to a group is told about selling it: longer if it may be the upgrade of
 * a group that is told about sales, because then `moveChat` says so meanwhile. `undefined`: it is told about sales, so the
 * bot is wanted there for that.
 */
export async function secondsToWait(database: Database, chatId: number): Promise<number | undefined> {
  const told = await isToldGroup(database, chatId);
  return told === 'yes' ? undefined : told === 'maybe' ? UPGRADE_SAID_WITHIN_SECONDS : 0;
}

/** Explains a group that can't be sold as it is: to a user who is just picking it, the page that asked does. */
export async function answerAddedToGroup(context: UpdateContext, added: AddedToGroup): Promise<void> {
  const { database } = context;
  const dueInSeconds = await secondsToWait(database, added.chatId);
  if (dueInSeconds === undefined) return;
  if ((await isPicking(database, added.userId)) || (await isChosenAsPlace(database, added))) return;
  await promiseAlone(database, [{ ...groupExplained(context, added), dueInSeconds }]);
  // The upgrade may have been handled meanwhile.
  if (dueInSeconds > 0 && (await isToldGroup(database, added.chatId)) === 'yes')
    await takeBackAdded(database, added.chatId);
}
