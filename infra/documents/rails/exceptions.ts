import type { RailName } from '../../../shared/domain/common/rails';
import type { ScenarioId } from './scenarios';

type Reasons = Readonly<Partial<Record<ScenarioId, string>>>;

const EXACT =
  'Telegram charges the price of the invoice or nothing ([SuccessfulPayment](https://core.telegram.org/bots/api#successfulpayment))';
const API = '[API](https://documenter.getpostman.com/view/7907941/2s93JusNJt)';
const BY_HAND = `NOWPayments has no call that refunds, so the owner sends the money by hand (${API})`;
const BY_ORDER = `nothing is charged by itself: each period is an order, and a subscription at NOWPayments only mails an invoice (${API})`;

/** What cannot happen on a rail, each with its reason and the source of that. */
export const IMPOSSIBLE: Readonly<Record<RailName, Reasons>> = {
  nowpayments: {
    refund_fails: BY_HAND,
    charged_back: `a payer cannot take a transfer of coins back, and no status says so (${API})`,
    renewal_failed: BY_ORDER,
    cancel_renewal: BY_ORDER,
  },
  stars: {
    part: EXACT,
    two_parts: EXACT,
    over: EXACT,
    wrong_asset:
      'such an invoice is paid in Stars alone ([sendInvoice](https://core.telegram.org/bots/api#sendinvoice))',
    repeated:
      'there is no address to send more to: every payment is confirmed on its own ([payments](https://core.telegram.org/bots/payments-stars))',
  },
};

/**
 * What no run shows yet, with the part of the product that it waits for. A test says that nothing waits. Without
 * its entry here, a scenario is played, and must hold.
 */
export const NOT_YET: Readonly<Record<RailName, Reasons>> = {
  nowpayments: {},
  stars: {},
};

/** `holds`: a test plays it on this rail, in each run. */
export type Cell =
  | { readonly type: 'holds' }
  | { readonly type: 'impossible'; readonly reason: string }
  | { readonly type: 'not_yet'; readonly part: string };

/** What the document says about a scenario on a rail. Whatever isn't an exception must hold. */
export function cellOf(rail: RailName, id: ScenarioId): Cell {
  const reason = IMPOSSIBLE[rail][id];
  if (reason !== undefined) return { type: 'impossible', reason };
  const part = NOT_YET[rail][id];
  return part === undefined ? { type: 'holds' } : { type: 'not_yet', part };
}
