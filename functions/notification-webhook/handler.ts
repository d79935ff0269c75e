import { claimCall, concludeCall, releaseCall } from '../../shared/database/calls';
import type { Delivery } from '../../shared/database/inbox';
import type { Database } from '../../shared/database/pool';
import { Unavailable } from '../../shared/errors';
import { parseJsonObject } from '../../shared/http/parse-json';
import type { Handler, Reply, Request } from '../../shared/http/types';
import type { Logger } from '../../shared/logger';
import { deliveryOf } from '../../shared/services/delivery-of';
import { notifyOwner, type Notified } from '../../shared/services/notify-owner';
import type { Api } from '../../shared/telegram/api';
import { parseNotification, type Notification } from './notification';

export interface NotificationDependencies {
  readonly database: Database;
  readonly api: Pick<Api, 'sendMessage'>;
  readonly log: Logger;
  /** What makes a signed call recognisable when it comes again. */
  readonly deliveryKey: (request: Request) => string;
  readonly now: () => Promise<Date>;
}

const HOUR = 3600;
/** With a timestamp a repeat can only be a repeat; without one, the same words may be meant again later. */
const windowSeconds = (request: Request): number =>
  request.headers['x-timestamp'] === undefined ? 600 : 24 * HOUR;

const replyOf = (notified: Notified): Reply =>
  notified === 'sent'
    ? { status: 200, body: { status: 'success', message: 'Notification sent' } }
    : { status: 200, body: { status: 'failed', message: 'Notification not sent', reason: notified } };

async function perform(
  deps: NotificationDependencies,
  delivery: Delivery,
  { openChannelId, donation }: Notification,
) {
  const notified = await notifyOwner(deps, openChannelId, (title) => ({ ...donation, title })).catch(
    async (error: unknown) => {
      // Nothing was sent: the same call may be made again at once.
      await releaseCall(deps.database, delivery).catch(() => undefined);
      throw error;
    },
  );
  await concludeCall(deps.database, delivery, notified);
  deps.log.info('notification.answered', { openChannelId, notified });
  return replyOf(notified);
}

/** `POST /webhooks/notification`: tells an owner of a payment that another service has seen. */
export const notificationHandler =
  (deps: NotificationDependencies): Handler =>
  async (request) => {
    const body = parseJsonObject(request.rawBody);
    const notification = parseNotification(body, await deps.now());
    const delivery = deliveryOf('notification', deps.deliveryKey(request));
    switch (await claimCall(deps.database, delivery, windowSeconds(request))) {
      case 'done':
        return { status: 200, body: { status: 'duplicate' } };
      case 'in_progress':
        throw new Unavailable('the same call is being performed', { retryAfterSeconds: 5 });
      case 'claimed':
        return perform(deps, delivery, notification);
    }
  };
