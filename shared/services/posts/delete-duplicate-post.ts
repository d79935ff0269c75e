import type { AllowedOwners } from '../../domain/owner/allowed-owners';
import { restLane } from '../../database/posts/bulk-lane';
import { readPosted } from '../../database/posts/posts';
import { readAbove } from '../../database/posts/post-attempts';
import { promiseAlone } from '../../database/common/outbox';
import type { Database } from '../../database/connection/pool';
import { MONEY_EXPIRES_SECONDS, type EffectOf } from '../../domain/effects';
import type { Logger } from '../../logger';
import type { Api } from '../../telegram/api';
import { telegramFailure } from '../../telegram/failure';
import { viewOf } from '../../telegram/views';
import { DONE, later, notYet, type Outcome } from '../common/outcome';
import { postOf } from './render-post';

type DuplicateCheck = EffectOf<'sweep_twin'>;

export interface DuplicateDependencies {
  readonly database: Database;
  readonly api: Pick<Api, 'getMe' | 'getChatMember' | 'editMessageReplyMarkup' | 'deleteMessage'>;
  readonly botUsername: string;
  readonly starsFor: AllowedOwners;
  readonly log: Logger;
}

/** How many other messages may have come between an attempt and the next one. */
const MAX_DISTANCE = 20;
const BUSY_SECONDS = 15;

/** How the bot recognizes its own messages in the channel. See decision 15. */
type Probe = 'delete' | 'edit' | 'none';

async function probeFor(api: DuplicateDependencies['api'], chatId: number): Promise<Probe> {
  const { id } = await api.getMe();
  const member = await api.getChatMember(chatId, id);
  if (member.status !== 'administrator') return 'none';
  if (!member.can_delete_messages) return 'delete';
  return member.can_edit_messages ? 'none' : 'edit';
}

/** Returns whether Telegram did what it was asked. Throws an error that may be retried. */
async function succeeds(call: Promise<unknown>): Promise<'yes' | 'no' | 'unchanged'> {
  try {
    await call;
    return 'yes';
  } catch (error) {
    const failure = telegramFailure(error);
    if (failure.type === 'retryable') throw error;
    return /message is not modified/i.test(String(error)) ? 'unchanged' : 'no';
  }
}

/** Deletes the messages that are proven to be the bot's own. Returns how many there were. */
async function deleteDuplicates(
  deps: DuplicateDependencies,
  check: DuplicateCheck,
  probe: Probe,
): Promise<number> {
  const { api, database, botUsername, starsFor } = deps;
  const { chatId, messageId, openChannelId, post } = check;
  const { floor, known } = await readAbove(database, check);
  const posted = await readPosted(database, openChannelId, starsFor);
  if (posted === undefined) return 0;
  const { keyboard } = viewOf(postOf(posted, post, botUsername), posted.language);
  const markup = keyboard?.inline_keyboard && { reply_markup: keyboard };
  let removed = 0;
  for (let id = messageId - 1; id >= Math.max(1, floor + 1, messageId - MAX_DISTANCE); id -= 1) {
    if (known.includes(id)) continue;
    const isOurs =
      probe === 'delete' || (await succeeds(api.editMessageReplyMarkup(chatId, id, markup))) !== 'no';
    if (isOurs && (await succeeds(api.deleteMessage(chatId, id))) === 'yes') removed += 1;
  }
  return removed;
}

/** Asks the owner, because only a person can tell which message is the duplicate. */
async function askOwner(
  { database, log, starsFor }: DuplicateDependencies,
  check: DuplicateCheck,
): Promise<Outcome> {
  const { openChannelId, post, chatId, messageId } = check;
  const posted = await readPosted(database, openChannelId, starsFor);
  if (posted === undefined) return DONE;
  const { title, ownerUserId } = posted;
  await promiseAlone(database, [
    {
      effect: {
        kind: 'send_message',
        chatId: ownerUserId,
        message: { type: 'post_doubted', openChannelId, title, post, chatId, messageId },
      },
      key: `post_doubted:${chatId}:${messageId}`,
      expiresInSeconds: MONEY_EXPIRES_SECONDS,
    },
  ]);
  log.warn('post.doubted', { openChannelId, post, messageId });
  return DONE;
}

/** Looks for the message of an attempt whose result is unknown, and deletes it if that can't harm other messages. */
export async function deleteDuplicatePost(
  deps: DuplicateDependencies,
  check: DuplicateCheck,
): Promise<Outcome> {
  const { isBusy } = await readAbove(deps.database, check);
  if (isBusy) return notYet(BUSY_SECONDS);
  try {
    const probe = await probeFor(deps.api, check.chatId);
    if (probe === 'none') return await askOwner(deps, check);
    const removed = await deleteDuplicates(deps, check, probe);
    if (removed > 0)
      deps.log.warn('post.twin_removed', { openChannelId: check.openChannelId, post: check.post, removed });
    return DONE;
  } catch (error) {
    const failure = telegramFailure(error);
    if (failure.type !== 'retryable') return DONE;
    if (failure.afterSeconds !== undefined) await restLane(deps.database, failure.afterSeconds);
    return later(failure.reason, failure.afterSeconds);
  }
}
