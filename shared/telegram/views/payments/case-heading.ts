import type { MessageOf } from '../../../domain/messages/messages';
import type { PayerNews } from '../../../domain/messages/payments';
import type { Received } from '../../../domain/messages/parts';
import { receivedInWords } from '../order-wording';
import type { Wording } from '../wording';

type OddPayment = MessageOf<'odd_payment'>;

const HEADINGS = {
  seen: 'cases-head-seen',
  hanging: 'cases-head-hanging',
  partial: 'cases-head-partial',
  over: 'cases-head-over',
  late: 'cases-head-late',
  repeated: 'cases-head-repeated',
  wrong_asset: 'cases-head-wrong-asset',
  amount_mismatch: 'cases-head-amount-mismatch',
  other_payer: 'cases-head-other-payer',
  closed: 'cases-head-closed',
  credited: 'cases-head-credited',
  failed: 'cases-head-failed',
  expired: 'cases-head-expired',
  refunded: 'cases-head-refunded',
} as const satisfies Record<PayerNews, string>;

/** A short payment may have ended otherwise than by arriving in full. */
function partialHeading({ status, isRemainder }: Pick<OddPayment, 'status' | 'isRemainder'>) {
  if (isRemainder === true) return 'cases-head-remainder';
  if (status === 'failed') return 'cases-head-partial-failed';
  return status === 'expired' ? 'cases-head-partial-expired' : HEADINGS.partial;
}

/** What is odd about a payment, in a few words. */
export const caseHeading = (
  odd: Pick<OddPayment, 'news' | 'status' | 'isRemainder'>,
  wording: Wording,
): string => wording.text(odd.news === 'partial' ? partialHeading(odd) : HEADINGS[odd.news]);

/** True if an amount that nobody knows did arrive, so that it is only not reported. */
export const hasArrived = ({ status }: Pick<OddPayment, 'status'>): boolean =>
  status === 'finished' || status === 'partially_paid';

/** The coins that arrived, or `unknown`. */
export const coinsInWords = (received: Received, wording: Wording): string =>
  receivedInWords(received, wording) ?? 'unknown';
