import {
  claimCall,
  concludeCall,
  holdUnanswered,
  releaseCall,
  type ClaimedCall,
} from '../../shared/database/operations/calls';
import type { Database } from '../../shared/database/connection/pool';
import { DAY_SECONDS } from '../../shared/domain/common/time';
import { OutcomeUnknown, Unavailable } from '../../shared/errors';
import type { Guard, Reply, Request } from '../../shared/http/types';
import type { Logger } from '../../shared/logger';
import { answerOf } from '../../shared/notification-api/answers';
import { deliveryKey, isDated } from '../../shared/security/webhook-signature';
import { deliveryOf } from '../../shared/services/common/delivery-of';

export interface OnceDependencies {
  readonly database: Database;
  readonly log: Logger;
}

interface Once {
  /** Recognises the same call when it comes again. */
  readonly id: string;
  /** How long an equal call counts as a repeat. */
  readonly windowSeconds: number;
}

const DUPLICATE: Reply = { status: 200, body: { status: 'duplicate' } };

/**
 * Performs a call unless it was answered 200 within the window. If nothing was done, the same call may be made again at once.
 * If its message may have arrived, it may be made again after a minute, then after an hour, and then it has failed.
 */
export async function performOnce(
  { database, log }: OnceDependencies,
  { id, windowSeconds }: Once,
  perform: () => Promise<Reply>,
): Promise<Reply> {
  const claim = await claimCall(database, deliveryOf('notification', id), windowSeconds);
  if (claim.type === 'done') return DUPLICATE;
  // The instance that claimed the call may have died. The claim then ends after this time, and a caller that retried
  // sooner would use up its few attempts.
  if (claim.type === 'in_progress')
    throw new Unavailable('the same call is being performed', { retryAfterSeconds: claim.secondsLeft });
  const release = () => releaseCall(database, claim.call).catch(() => undefined);
  const reply = await perform().catch(async (error: unknown) => {
    if (error instanceof OutcomeUnknown) return afterUnanswered({ database, log }, claim.call, error);
    await release();
    throw error;
  });
  if (reply.status === 200) await conclude({ database, log }, claim.call);
  else await release();
  return reply;
}

/** Throws when the caller may repeat the call. After the third time it is answered for good, because more copies may come. */
async function afterUnanswered(
  { database, log }: OnceDependencies,
  call: ClaimedCall,
  cause: OutcomeUnknown,
): Promise<Reply> {
  const retryAfterSeconds = await holdUnanswered(database, call);
  // Not `OutcomeUnknown`, because it is decided when this call may come again.
  if (retryAfterSeconds !== undefined) throw new Unavailable(cause.message, { cause, retryAfterSeconds });
  log.error('notification.unanswered', { attempts: call.attempts });
  return { status: 200, body: answerOf('undeliverable') };
}

/** The call is performed. Answering 503 because that could not be recorded would make the caller repeat it. */
const conclude = ({ database, log }: OnceDependencies, call: ClaimedCall): Promise<unknown> =>
  concludeCall(database, call, 'answered').catch((error: unknown) => {
    log.error('notification.conclude_failed', { error });
  });

/**
 * Lets the first 200 use up a call with a timestamp, at whatever path: a path is not signed, so the same call would
 * otherwise be good once at each. An idempotency key does not replace this, because it is part of what was signed.
 */
export const datedOnce = (deps: OnceDependencies): Guard => {
  return (next) => {
    async function performDatedOnce(request: Request): Promise<Reply> {
      if (!isDated(request)) return next(request);
      const id = `signed ${await deliveryKey(request)}`;
      return performOnce(deps, { id, windowSeconds: DAY_SECONDS }, () => next(request));
    }
    return performDatedOnce;
  };
};
