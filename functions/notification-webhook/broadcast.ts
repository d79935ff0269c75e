import { randomUUID } from 'node:crypto';
import { promiseDueSchedules } from '../../shared/database/reports/schedules';
import { triggerPosts, type Triggered } from '../../shared/database/posts/post-triggers';
import { BadRequest, NotFound } from '../../shared/errors';
import { parseJsonObject } from '../../shared/http/parse-json';
import type { Handler, Reply, Request } from '../../shared/http/types';
import { broadcastAnswerOf, type BroadcastOutcome } from '../../shared/notification-api/answers';
import { BroadcastBody } from '../../shared/notification-api/contract';
import { deliveryOf } from '../../shared/services/common/delivery-of';
import { callIdOf, type NotificationDependencies } from './handler';

const replyOf = (outcome: BroadcastOutcome): Reply => ({ status: 200, body: broadcastAnswerOf(outcome) });

/** 429 as any other, and how long to wait in the body, too. */
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
 * One signed call for posts: of one channel at once, at most every five minutes, or of all channels whose hour has come.
 * What is promised the worker posts within a minute.
 */
export const broadcastHandler = (deps: NotificationDependencies): Handler => {
  async function broadcastTrigger(request: Request): Promise<Reply> {
    const body = BroadcastBody.safeParse(parseJsonObject(request.rawBody));
    if (!body.success) throw new BadRequest(`Invalid field: ${String(body.error.issues[0]?.path[0])}`);
    const { open_channel_id: openChannelId, idempotency_key: idempotencyKey } = body.data;
    if (openChannelId === undefined) {
      const sown = await promiseDueSchedules(deps.database);
      deps.log.info('schedule.sown', { ...sown });
      return replyOf({ channels: sown.schedules, posts: sown.promises });
    }
    const called = callIdOf(deps, request, { openChannelId, idempotencyKey });
    // With neither a key nor a timestamp the same bytes are meant anew each time; five minutes are between them anyway.
    const isNamed = idempotencyKey !== null || request.headers['x-timestamp'] !== undefined;
    const id = isNamed ? called : `${called} ${randomUUID()}`;
    const triggered = await triggerPosts(deps.database, deliveryOf('notification', id), {
      openChannelId,
      occasion: `trigger:${id}`,
    });
    return answer(triggered);
  }
  return broadcastTrigger;
};
