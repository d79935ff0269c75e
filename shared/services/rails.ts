import type { RailName } from '../domain/common/rails';
import { ipnDeliveryId, isPayment, parseIpn } from '../nowpayments/ipn';
import type { Look, Rail } from './common/rail';
import { createInvoice, type InvoiceDependencies } from './nowpayments/create-invoice';
import { lookAtOrder, type LookDependencies } from './nowpayments/look-at-order';
import { invoiceInStars } from './stars/invoice-in-stars';
import type { StarInvoiceDependencies } from './stars/refuse-in-stars';
import { refundPayment, type RefundDependencies } from './stars/refund-payment';

/** What the rails need together. */
export interface RailsNeed {
  readonly pay: InvoiceDependencies & StarInvoiceDependencies;
  readonly look: LookDependencies;
  readonly refund: RefundDependencies;
}

const nowpayments = {
  makePayable: createInvoice,
  look: lookAtOrder,
  refund: null,
  readStored: (payload) => {
    const report = parseIpn(payload);
    return isPayment(report) ? { deliveryId: ipnDeliveryId(report), report } : undefined;
  },
} satisfies Rail<RailsNeed, Parameters<typeof createInvoice>[1]>;

/** Its payments are found in one list, not order by order. */
const NOTHING_TO_ASK: Look = { asked: 0, left: 0, failed: 0, failure: undefined };

const stars = {
  makePayable: invoiceInStars,
  look: async () => NOTHING_TO_ASK,
  refund: refundPayment,
  readStored: () => undefined,
} satisfies Rail<RailsNeed, Parameters<typeof invoiceInStars>[1]>;

/** What each rail does for the core. What the core has to know of a rail is in `domain/common/rails.ts`. */
export const RAILS: Readonly<Record<RailName, Rail<RailsNeed, never>>> = { nowpayments, stars };
