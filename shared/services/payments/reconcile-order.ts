import { findOrderToReconcile } from '../../database/payments/orders';
import type { EffectOf } from '../../domain/effects';
import { MOST_PAYMENTS } from '../../domain/payments/look';
import { nextAskSeconds } from '../../domain/payments/reconciliation';
import { DONE, later, notYet, type Outcome } from '../common/outcome';
import { RAILS, type LookNeeds } from '../rails';

/**
 * Asks each rail that can be asked about an order that isn't settled, and settles what it reports in the same way as what
 * arrives by itself. Asks again at growing intervals for a month, or for two days if it was cancelled and no money came. A
 * missing answer changes nothing but that. An order with too many payments is left to an operator; what arrives is taken in as
 * before.
 */
export async function reconcileOrder(
  deps: LookNeeds,
  { reference }: EffectOf<'reconcile_order'>,
): Promise<Outcome> {
  const order = await findOrderToReconcile(deps.database, reference);
  if (order === undefined || order.state === 'settled' || order.state === 'refunded') return DONE;
  const next = nextAskSeconds(order.ageSeconds, order.isGivenUp);
  if (next === undefined) return DONE;
  const { length } = order.payments;
  if (length > MOST_PAYMENTS) {
    deps.log.error('payment.too_many', { reference, payments: length });
    return DONE;
  }
  const looks = await Promise.all(Object.values(RAILS).map(async ({ look }) => look?.(deps, order)));
  const failure = looks.find((look) => look?.failure !== undefined)?.failure;
  if (failure === undefined) return notYet(next);
  return later(failure.message, Math.max(failure.retryAfterSeconds ?? 0, next));
}
