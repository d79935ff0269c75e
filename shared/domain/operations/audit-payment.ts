import type { Evidence } from '../payments/payment';

/** What names a payment, beside the evidence. */
interface Names {
  readonly orderId: string | null;
  readonly invoiceId: string | null;
  readonly parentPaymentId: number | null;
}

/** A payment that counts here, with what its IPNs said. */
export type CountedPayment = Names & Evidence & { readonly paymentId: number; readonly reference: string };

const COMPARED = [
  'orderId',
  'invoiceId',
  'parentPaymentId',
  'paymentStatus',
  'priceAmount',
  'priceCurrency',
  'payAmount',
  'actuallyPaid',
  'payCurrency',
] as const satisfies readonly (keyof (Names & Evidence))[];

/** What a provider says otherwise about a payment than what was accepted here. */
export interface Difference {
  readonly field: (typeof COMPARED)[number];
  readonly here: string;
  readonly there: string;
}

/**
 * Compares what both sides know, because a provider may leave a field out of one answer and not of another. Only a parent
 * that was not named here is a difference, because with its parent a payment settles nothing by itself.
 */
export function differencesOf(here: CountedPayment, there: Names & Evidence): Difference[] {
  return COMPARED.flatMap((field) => {
    const [ours, theirs] = [here[field], there[field]];
    if (theirs === null || String(ours) === String(theirs)) return [];
    if (ours === null && field !== 'parentPaymentId') return [];
    return [{ field, here: String(ours ?? 'nothing'), there: String(theirs) }];
  });
}
