import {
  claimCall,
  concludeCall,
  releaseCall,
  type ClaimedCall,
} from '../../shared/database/operations/calls';
import type { Database } from '../../shared/database/connection/pool';
import { DAY_SECONDS } from '../../shared/domain/common/time';
import { Unavailable } from '../../shared/errors';
import type { Guard, Reply, Request } from '../../shared/http/types';
import type { Logger } from '../../shared/logger';
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
 * Performs a call unless it was answered 200 within the window. If it is not answered 200, nothing was done as far as we
 * know, so the same call may be made again at once.
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
    await release();
    throw error;
  });
  if (reply.status === 200) await conclude({ database, log }, claim.call);
  else await release();
  return reply;
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
