import { isForEver } from '../common/for-ever';
import { remindersUntil } from '../common/subscription';
import { ACCESS_EXPIRES_SECONDS, MONEY_EXPIRES_SECONDS, type Promised } from '../effects';
import type { PaidAccess } from '../payments/payment-case';

const seconds = (ms: number): number => Math.max(0, ms / 1000);

/**
 * The promises for a new end of a subscription. If it never ends, nothing is left to renew. Promises for the previous end notice
 * that they are outdated.
 */
export function endPromises(
  access: Pick<PaidAccess, 'openChannelId' | 'userId' | 'version'>,
  until: number | null,
  now: number,
): Promised[] {
  const { openChannelId, userId } = access;
  const of = { openChannelId, userId };
  const key = `subscription:${openChannelId}:${userId}:${access.version + 1}`;
  if (isForEver(until))
    return [
      {
        effect: { kind: 'review_renewals', ...of },
        key: `${key}:renewals`,
        expiresInSeconds: MONEY_EXPIRES_SECONDS,
      },
    ];
  const reminders =
    until === null
      ? []
      : remindersUntil(until, now).map(({ daysLeft, inMs, untilNextMs }): Promised => ({
          effect: { kind: 'remind', ...of, paidUntil: until, daysLeft },
          key: `${key}:remind:${daysLeft}`,
          dueInSeconds: seconds(inMs),
          // A late reminder is still useful, until the next one is due.
          expiresInSeconds: seconds(inMs + untilNextMs),
        }));
  // Due at the end itself, when the link has to be revoked. It then waits for the end of grace under the current
  // settings.
  const dueInSeconds = until === null ? 0 : seconds(until - now);
  return [
    ...reminders,
    {
      effect: { kind: 'remove_member', ...of, paidUntil: until },
      key: `${key}:remove`,
      dueInSeconds,
      expiresInSeconds: dueInSeconds + ACCESS_EXPIRES_SECONDS,
    },
  ];
}
