import { takeToken } from '../../../database/operations/rate-limits';
import { REPLY_EXPIRES_SECONDS, type Effect, type Promised } from '../../../domain/effects';
import type { OwnerRequest } from './owner-request';

/** Limits pictures and tables per user, because each keeps a worker busy for seconds. */
const FILE_LIMIT = { perMinute: 3, burst: 6 };

/** Takes one file off what the user may have now. */
export const mayHaveFile = ({ context, user }: OwnerRequest) =>
  takeToken(context.database, `files:${user.id}`, FILE_LIMIT);

/** Promises a file, at most one of a kind per update. */
export const promiseFile = ({ context }: OwnerRequest, effect: Effect): Promised => ({
  effect,
  key: `update:${context.updateId}:${effect.kind}`,
  expiresInSeconds: REPLY_EXPIRES_SECONDS,
});
