import { promiseAlone } from '../../database/common/outbox';
import type { OfSubscription } from '../../database/access/subscriptions';
import type { Database } from '../../database/connection/pool';
import { readAccessRenewals } from '../../database/stars/renewals-of-access';
import { MONEY_EXPIRES_SECONDS, type EffectOf } from '../../domain/effects';
import { keptRenewal } from '../../domain/stars/kept-renewal';
import { DONE, type Attempt, type Outcome } from '../common/outcome';

/**
 * Promises to end what renews by itself for an access and must not, once for each `because`. Returns the first payment of the
 * renewal that goes on; `undefined`: none does.
 */
export async function keepOneRenewal(
  database: Database,
  of: OfSubscription,
  because: string,
): Promise<string | undefined> {
  const { renewals, ...access } = await readAccessRenewals(database, of);
  const kept = keptRenewal(renewals, access);
  const ended = renewals.filter((each) => each !== kept);
  if (ended.length > 0)
    await promiseAlone(
      database,
      ended.map(({ payload, chargeId, isKnownOne }) => ({
        effect: { kind: 'end_renewal', payload, by: 'bot', chargeId },
        // Whether another one of the same invoice has ended is stored nowhere, so that is asked for once.
        key: `end_renewal:${chargeId}${isKnownOne ? `:${because}` : ''}`,
        expiresInSeconds: MONEY_EXPIRES_SECONDS,
      })),
    );
  return kept?.chargeId;
}

/** Ends what renews by itself for an access and must not. */
export async function reviewRenewals(
  { database }: { readonly database: Database },
  { openChannelId, userId }: EffectOf<'review_renewals'>,
  { key }: Pick<Attempt, 'key'>,
): Promise<Outcome> {
  await keepOneRenewal(database, { openChannelId, userId }, key);
  return DONE;
}
