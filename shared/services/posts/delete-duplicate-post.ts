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

type SweepTwin = EffectOf<'sweep_twin'>;

export interface DuplicateDependencies {
  readonly database: Database;
  readonly api: Pick<Api, 'getMe' | 'getChatMember' | 'editMessageReplyMarkup' | 'deleteMessage'>;
  readonly botUsername: string;
  readonly log: Logger;
}

/** So many messages may have come between a try and the one after it. */
const REACH = 20;
const BUSY_SECONDS = 15;

/** How the bot's own messages are told from others' in that channel: see decision 15. */
type Probe = 'delete' | 'edit' | 'none';

async function probeFor(api: DuplicateDependencies['api'], chatId: number): Promise<Probe> {
  const { id } = await api.getMe();
  const member = await api.getChatMember(chatId, id);
  if (member.status !== 'administrator') return 'none';
  if (!member.can_delete_messages) return 'delete';
  return member.can_edit_messages ? 'none' : 'edit';
}

/** Whether Telegram did what was asked of it; throws what may be asked again. */
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

/** Takes the messages away that are proven to be the bot's own. Resolves with how many there were. */
async function sweep(deps: DuplicateDependencies, twin: SweepTwin, probe: Probe): Promise<number> {
  const { api, database, botUsername } = deps;
  const { chatId, messageId, openChannelId, post } = twin;
  const { floor, known } = await readAbove(database, twin);
  const posted = await readPosted(database, openChannelId);
  if (posted === undefined) return 0;
  const { keyboard } = viewOf(postOf(posted, post, botUsername));
  let removed = 0;
  for (let id = messageId - 1; id >= Math.max(1, floor + 1, messageId - REACH); id -= 1) {
    if (known.includes(id)) continue;
    const isOurs =
      probe === 'delete' ||
      (await succeeds(api.editMessageReplyMarkup(chatId, id, keyboard && { reply_markup: keyboard }))) !==
        'no';
    if (isOurs && (await succeeds(api.deleteMessage(chatId, id))) === 'yes') removed += 1;
  }
  return removed;
}

/** Nobody but a person can tell which of the messages up there is the one too many. */
async function askOwner({ database, log }: DuplicateDependencies, twin: SweepTwin): Promise<Outcome> {
  const { openChannelId, post, chatId, messageId } = twin;
  const posted = await readPosted(database, openChannelId);
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

/** Looks for the message of a try whose end nobody knows, and takes it away where that harms nobody else's. */
export async function deleteDuplicatePost(deps: DuplicateDependencies, twin: SweepTwin): Promise<Outcome> {
  const { isBusy } = await readAbove(deps.database, twin);
  if (isBusy) return notYet(BUSY_SECONDS);
  try {
    const probe = await probeFor(deps.api, twin.chatId);
    if (probe === 'none') return await askOwner(deps, twin);
    const removed = await sweep(deps, twin, probe);
    if (removed > 0)
      deps.log.warn('post.twin_removed', { openChannelId: twin.openChannelId, post: twin.post, removed });
    return DONE;
  } catch (error) {
    const failure = telegramFailure(error);
    if (failure.type !== 'retryable') return DONE;
    if (failure.afterSeconds !== undefined) await restLane(deps.database, failure.afterSeconds);
    return later(failure.reason, failure.afterSeconds);
  }
}
