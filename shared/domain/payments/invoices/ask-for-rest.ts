import { MONEY_EXPIRES_SECONDS, type Promised } from '../../effects';
import type { Cents } from '../../common/ids';
import { isCounted, isPartInStars } from '../counts';
import type { Telling } from '../tell';

/** Promises an invoice for the missing rest, once for each part that came. A gift has no price, so it has no rest. */
export function askForRest({ known, judgement, payments }: Telling): Promised[] {
  const { order } = known;
  const { reference } = order;
  const { state, receivedCents } = judgement;
  if (state !== 'open' || receivedCents === 0 || order.item.kind === 'donation') return [];
  if (isPartInStars(payments, order)) return [];
  const amountCents = (order.amountCents - receivedCents) as Cents;
  const counted = payments
    .filter(({ paymentId }) => judgement.verdicts.get(paymentId)?.standing !== 'refunded')
    .filter((payment) => isCounted(payment, order))
    .map(({ paymentId }) => paymentId);
  const asking = [amountCents, ...counted.sort((a, b) => a - b)].join(':');
  return [
    {
      effect: {
        kind: 'create_invoice',
        reference,
        amountCents,
        occasion: { type: 'rest', receivedCents },
      },
      key: `${reference}:rest:${asking}`,
      expiresInSeconds: MONEY_EXPIRES_SECONDS,
      reference,
    },
  ];
}
