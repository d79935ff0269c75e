import {
  claimCall,
  concludeCall,
  releaseCall,
  type ClaimedCall,
} from '../../shared/database/operations/calls';
import type { Database } from '../../shared/database/connection/pool';
import { Unavailable } from '../../shared/errors';
import { parseJsonObject } from '../../shared/http/parse-json';
import type { Handler, Reply, Request } from '../../shared/http/types';
import type { Logger } from '../../shared/logger';
import { answerOf, type NotificationOutcome } from '../../shared/notification-api/answers';
import { deliveryOf } from '../../shared/services/common/delivery-of';
import { notifyOwner } from '../../shared/services/reports/notify-owner';
import type { Api } from '../../shared/telegram/api';
import type { Notification } from './notification';
import { DAY_SECONDS, MINUTE_SECONDS } from '../../shared/domain/common/time';

export interface NotificationDependencies {
  readonly database: Database;
  readonly api: Pick<Api, 'sendMessage'>;
  readonly log: Logger;
  /** Recognises a signed call that comes again. */
  readonly deliveryKey: (request: Request) => Promise<string>;
}

const replyOf = (outcome: NotificationOutcome): Reply => ({ status: 200, body: answerOf(outcome) });

/**
 * The id by which a repeated call is recognised: its idempotency key, which stays the same if a retry is signed again;
 * without one, what was signed.
 */
export async function callIdOf(
  { deliveryKey }: NotificationDependencies,
  request: Request,
  { openChannelId, idempotencyKey }: Pick<Notification, 'openChannelId' | 'idempotencyKey'>,
): Promise<string> {
  if (idempotencyKey === null) return deliveryKey(request);
  return `${request.path} ${openChannelId} ${idempotencyKey}`;
}

/**
 * How long an equal call counts as a repeat. With a key or a timestamp it can only be a repeat. With neither, the caller
 * may want to send the same text again later.
 */
const windowSeconds = ({ headers }: Request, { idempotencyKey }: Notification): number =>
  idempotencyKey === null && headers['x-timestamp'] === undefined ? 10 * MINUTE_SECONDS : DAY_SECONDS;

async function perform(deps: NotificationDependencies, call: ClaimedCall, notification: Notification) {
  const { openChannelId, messageFor } = notification;
  const notified = await notifyOwner(deps, openChannelId, messageFor).catch(async (error: unknown) => {
    // Nothing was sent, as far as we know, so the same call may be made again at once.
    await releaseCall(deps.database, call).catch(() => undefined);
    throw error;
  });
  // The message is sent. Answering 503 because that could not be recorded would cause a second message.
  await concludeCall(deps.database, call, notified).catch((error: unknown) => {
    deps.log.error('notification.conclude_failed', { openChannelId, notified, error });
  });
  deps.log.info('notification.answered', { openChannelId, notified });
  return replyOf(notified);
}

/** One signed call to tell an owner something, as `parse` reads it. Performed once, however often it comes. */
export const notificationHandler = (
  deps: NotificationDependencies,
  parse: (body: Record<string, unknown>) => Notification,
): Handler => {
  async function notificationWebhook(request: Request): Promise<Reply> {
    const notification = parse(parseJsonObject(await request.body()));
    const delivery = deliveryOf('notification', await callIdOf(deps, request, notification));
    const claim = await claimCall(deps.database, delivery, windowSeconds(request, notification));
    switch (claim.type) {
      case 'done':
        return replyOf('duplicate');
      case 'in_progress':
        // The instance that claimed the call may have died. The claim then ends after this time, and a caller that retried
        // sooner would use up its few attempts.
        throw new Unavailable('the same call is being performed', { retryAfterSeconds: claim.secondsLeft });
      case 'claimed':
        return perform(deps, claim.call, notification);
    }
  }
  return notificationWebhook;
};
