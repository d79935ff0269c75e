import { randomUUID } from 'node:crypto';
import { promiseDueSchedules } from '../../shared/database/reports/schedules';
import { triggerPosts, type Triggered } from '../../shared/database/posts/post-triggers';
import { BadRequest, NotFound } from '../../shared/errors';
import { parseJsonObject } from '../../shared/http/parse-json';
import type { Handler, Reply, Request } from '../../shared/http/types';
import { broadcastAnswerOf, type BroadcastOutcome } from '../../shared/notification-api/answers';
import { BroadcastBody } from '../../shared/notification-api/contract';
import { isDated } from '../../shared/security/webhook-signature';
import { deliveryOf } from '../../shared/services/common/delivery-of';
import { callIdOf, type NotificationDependencies } from './handler';

const replyOf = (outcome: BroadcastOutcome): Reply => ({ status: 200, body: broadcastAnswerOf(outcome) });

/** Like any other 429, but the body says how long to wait as well. */
const tooSoon = (seconds: number): Reply => ({
  status: 429,
  headers: { 'Retry-After': String(seconds) },
  body: { error: 'too_many_requests', retry_after_seconds: seconds },
});

function answer(triggered: Triggered): Reply {
  switch (triggered.type) {
    case 'triggered':
      return replyOf({ channels: 1, posts: triggered.posts });
    case 'done_before':
      return replyOf('duplicate');
    case 'too_soon':
      return tooSoon(triggered.secondsLeft);
    case 'unknown':
      throw new NotFound('no such channel');
    default:
      return replyOf(triggered.type);
  }
}

/**
 * One signed call to publish posts: of one channel at once, at most every five minutes, or of every channel whose hour
 * has come. The worker publishes what is promised within a minute.
 */
export const broadcastHandler = (deps: NotificationDependencies): Handler => {
  async function broadcastTrigger(request: Request): Promise<Reply> {
    const body = BroadcastBody.safeParse(parseJsonObject(await request.body()));
    if (!body.success) throw new BadRequest(`Invalid field: ${String(body.error.issues[0]?.path[0])}`);
    const { open_channel_id: openChannelId, idempotency_key: idempotencyKey } = body.data;
    if (openChannelId === undefined) {
      const due = await promiseDueSchedules(deps.database);
      deps.log.info('schedule.sown', { ...due });
      return replyOf({ channels: due.schedules, posts: due.promises });
    }
    const called = await callIdOf(request, { openChannelId, idempotencyKey });
    // Without a key or a timestamp, the same bytes are a new call each time; calls are five minutes apart anyway.
    const isNamed = idempotencyKey !== null || isDated(request);
    const id = isNamed ? called : `${called} ${randomUUID()}`;
    const triggered = await triggerPosts(deps.database, deliveryOf('notification', id), {
      openChannelId,
      occasion: `trigger:${id}`,
    });
    return answer(triggered);
  }
  return broadcastTrigger;
};
