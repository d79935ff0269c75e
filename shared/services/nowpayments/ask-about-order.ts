import { findOrderToReconcile } from '../../database/payments/orders';
import type { OrderReference } from '../../domain/common/ids';
import { paymentsToAsk } from '../../domain/payments/look';
import type { OrderState } from '../../domain/payments/payment';
import type { Look } from '../common/rail';
import { isForAll, lookAtOrder, paymentsHere, type LookDependencies } from './look-at-order';

/** What became of an order, and of all looks at it together. */
export interface OrderAskedAbout extends Look {
  readonly state: OrderState;
}

/** Looks at an order until every payment was asked about, it is settled, or NOWPayments wants to be left alone. */
export async function askAboutOrder(
  deps: LookDependencies,
  reference: OrderReference,
): Promise<OrderAskedAbout | undefined> {
  let order = await findOrderToReconcile(deps.database, reference);
  if (order === undefined) return undefined;
  const total = paymentsToAsk(paymentsHere(order)).length;
  let sum: Look = { asked: 0, left: total, failed: 0, failure: undefined };
  do {
    const look = await lookAtOrder(deps, order);
    const asked = sum.asked + look.asked;
    const left = look.left === 0 ? 0 : Math.max(0, total - asked);
    sum = { asked, left, failed: sum.failed + look.failed, failure: look.failure ?? sum.failure };
    order = (await findOrderToReconcile(deps.database, reference)) ?? order;
    if (look.asked === 0 || (look.failure && isForAll(look.failure))) break;
  } while (sum.left > 0 && order.state !== 'settled' && order.state !== 'refunded');
  return { ...sum, state: order.state };
}
