import { findRenewal, saveRenewalState } from '../../database/stars/renewals';
import { NO_REACTION, promised, type Reaction } from '../../domain/prompt-effects';
import { decideRenewal } from '../../domain/stars/tell-renewal';
import type { IntentOf } from '../../telegram/route-update';
import { CONFLICT, retryOnConflict } from '../common/retry-on-conflict';
import type { UpdateContext } from '../common/update-context';

/** Takes in what Telegram says about a renewal. It may come before or after the payment that it follows. */
export async function takeRenewal(
  { database, delivery, updateId, log }: UpdateContext,
  { report }: IntentOf<'star_renewal'>,
): Promise<Reaction> {
  return retryOnConflict({ what: 'subscription' }, async () => {
    const known = await findRenewal(database, report.payload);
    if (known === undefined) {
      log.warn('payment.renewal_unknown', { userId: report.userId, state: report.state });
      return NO_REACTION;
    }
    const decided = decideRenewal(known, report, String(updateId));
    // Also what says nothing new is remembered, because a repeat of it may come after what says more.
    const saved = decided ?? (known.state === null ? undefined : { state: known.state, promised: [] });
    if (saved === undefined) return NO_REACTION;
    if (!(await saveRenewalState(database, delivery, { known, ...saved }))) return CONFLICT;
    return saved.promised.length > 0 ? promised() : NO_REACTION;
  });
}
