import type { EffectRows } from '../common/effect-row';
import { checkRenewal, endRenewal, giveUpEndRenewal, type RenewalDependencies } from './end-renewal';
import { giveUpInStars, invoiceInStars } from './invoice-in-stars';
import { giveUpRefund, refundPayment, type RefundDependencies } from './refund-payment';
import { reviewRenewals } from './keep-one-renewal';
import type { StarInvoiceDependencies } from './refuse-in-stars';

export const starEffects = {
  invoice_on_rail: { perform: invoiceInStars, giveUp: giveUpInStars },
  refund_payment: { perform: refundPayment, giveUp: giveUpRefund },
  check_renewal: { perform: checkRenewal },
  review_renewals: { perform: reviewRenewals },
  end_renewal: { perform: endRenewal, giveUp: giveUpEndRenewal },
} satisfies EffectRows<StarInvoiceDependencies & RefundDependencies & RenewalDependencies>;
