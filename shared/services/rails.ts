import type { RailName } from '../domain/common/rails';
import type { Rail } from './common/rail';
import { lookAtOrder, type LookDependencies } from './nowpayments/look-at-order';
import { settleStoredIpn } from './nowpayments/settle-stored-ipn';
import { settleStoredStars } from './stars/settle-stored';

/** What looking at an order needs, on all rails together. */
export type LookNeeds = LookDependencies;

/** What the core has each rail do. What the core has to know of a rail is in `domain/common/rails.ts`. */
export const RAILS = {
  nowpayments: { look: lookAtOrder, settleStored: settleStoredIpn },
  // Its payments are found in one list, not order by order.
  stars: { look: null, settleStored: settleStoredStars },
} as const satisfies Readonly<Record<RailName, Rail<LookNeeds>>>;
