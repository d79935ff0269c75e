import { DAY_SECONDS, MINUTE_SECONDS } from '../../shared/domain/common/time';
import { parseJsonObject } from '../../shared/http/parse-json';
import type { Handler, Reply, Request } from '../../shared/http/types';
import { answerOf } from '../../shared/notification-api/answers';
import { deliveryKey, isDated } from '../../shared/security/webhook-signature';
import { notifyOwner } from '../../shared/services/reports/notify-owner';
import type { Api } from '../../shared/telegram/api';
import type { Notification } from './notification';
import { performOnce, type OnceDependencies } from './perform-once';

export interface NotificationDependencies extends OnceDependencies {
  readonly api: Pick<Api, 'sendMessage'>;
}

/**
 * The id by which a repeated call is recognized: its idempotency key, which stays the same if a retry is signed again;
 * without one, what was signed.
 */
export async function callIdOf(
  request: Request,
  { openChannelId, idempotencyKey }: Pick<Notification, 'openChannelId' | 'idempotencyKey'>,
): Promise<string> {
  if (idempotencyKey === null) return deliveryKey(request);
  return `${request.path} ${openChannelId} ${idempotencyKey}`;
}

async function notify(deps: NotificationDependencies, notification: Notification): Promise<Reply> {
  const { openChannelId, messageFor } = notification;
  const notified = await notifyOwner(deps, openChannelId, messageFor);
  deps.log.info('notification.answered', { openChannelId, notified });
  return { status: 200, body: answerOf(notified) };
}

/**
 * One signed call to tell an owner something, as `parse` reads it. Performed once, however often it comes. With an
 * idempotency key an equal call can only be a repeat. Without one, the guard has recognized a call with a timestamp, and a
 * caller without either may want to send the same text again later.
 */
export const notificationHandler = (
  deps: NotificationDependencies,
  parse: (body: Record<string, unknown>) => Notification,
): Handler => {
  async function notificationWebhook(request: Request): Promise<Reply> {
    const notification = parse(parseJsonObject(await request.body()));
    const isNamed = notification.idempotencyKey !== null;
    if (!isNamed && isDated(request)) return notify(deps, notification);
    const id = await callIdOf(request, notification);
    const windowSeconds = isNamed ? DAY_SECONDS : 10 * MINUTE_SECONDS;
    return performOnce(deps, { id, windowSeconds }, () => notify(deps, notification));
  }
  return notificationWebhook;
};
