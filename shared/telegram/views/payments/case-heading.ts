import type { MessageOf } from '../../../domain/messages/messages';
import type { PayerNews } from '../../../domain/messages/payments';

type OddPayment = MessageOf<'odd_payment'>;

const HEADINGS: Readonly<Record<PayerNews, string>> = {
  seen: 'A payment was seen',
  hanging: 'A payment has not been confirmed for a week',
  partial: 'A payment is short',
  over: 'A payer sent more than was asked',
  late: 'A payment came too late',
  repeated: 'A second payment came for one order',
  wrong_asset: 'A payment came in another coin',
  amount_mismatch: 'A payment came for another price than its order has',
  credited: 'A payment was counted',
  failed: 'A payment failed',
  expired: 'A payment expired',
  refunded: 'A payment was refunded',
};

const REMAINDER = 'Part of an order was sent back';

/** A short payment that ended otherwise than by arriving in full. */
const PARTIAL_HEADINGS: Readonly<Record<string, string>> = {
  failed: 'A payment failed after the money was sent',
  expired: 'A payment expired after some money was sent',
};

/** What is odd about a payment, in one sentence. */
export function caseHeading({
  news,
  status,
  isRemainder,
}: Pick<OddPayment, 'news' | 'status' | 'isRemainder'>): string {
  if (news !== 'partial') return HEADINGS[news];
  return isRemainder === true ? REMAINDER : (PARTIAL_HEADINGS[status ?? ''] ?? HEADINGS.partial);
}

/** Stands for an amount that is not known: an ended payment may have brought some. */
export const unknownAmount = ({ status }: Pick<OddPayment, 'status'>): string =>
  status === 'finished' || status === 'partially_paid' ? 'not reported' : 'nothing yet';
