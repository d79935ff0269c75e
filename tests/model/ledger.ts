/** The fields of an IPN that say what a payment is worth. */
export interface Ipn {
  readonly payment_id: number;
  readonly parent_payment_id: number | null;
  readonly payment_status: string;
  readonly price_amount: number;
  readonly pay_amount: number;
  readonly actually_paid: number;
  readonly order_id: string;
}

/** One payment at NOWPayments, with the statuses that our function has acknowledged. */
export interface Entry {
  readonly paymentId: number;
  readonly parentPaymentId: number | null;
  readonly reference: string;
  readonly priceCents: number;
  /** The newest status. */
  readonly status: string;
  /** The highest value that it ever had, in cents, before any refund. */
  readonly worthCents: number;
  /** Every status that was answered 200. */
  readonly acknowledged: ReadonlySet<string>;
}

/** The value of a payment in cents: the full price if NOWPayments calls it finished, otherwise the paid share, rounded down. */
function worthOf({ payment_status, price_amount, actually_paid, pay_amount }: Ipn): number {
  const price = Math.round(price_amount * 100);
  if (payment_status === 'finished') return price;
  if (!['partially_paid', 'failed', 'refunded'].includes(payment_status)) return 0;
  return Math.min(price, Math.floor((price * actually_paid) / pay_amount + 1e-6));
}

/**
 * All payments of one buyer. Their value is computed here from what NOWPayments says was paid, without any code of the
 * product, so that both can be compared.
 */
export class Ledger {
  private readonly payments = new Map<number, Entry & { acknowledged: Set<string> }>();

  /** Notes what an IPN of NOWPayments says. */
  record(ipn: Ipn): void {
    const before = this.payments.get(ipn.payment_id);
    this.payments.set(ipn.payment_id, {
      paymentId: ipn.payment_id,
      parentPaymentId: ipn.parent_payment_id,
      reference: ipn.order_id.split('|')[2] ?? '',
      priceCents: Math.round(ipn.price_amount * 100),
      status: ipn.payment_status,
      worthCents: Math.max(before?.worthCents ?? 0, worthOf(ipn)),
      acknowledged: before?.acknowledged ?? new Set(),
    });
  }

  /** Notes that our function answered 200 to an IPN. */
  acknowledge({ payment_id, payment_status }: Ipn): void {
    this.payments.get(payment_id)?.acknowledged.add(payment_status);
  }

  all(): readonly Entry[] {
    return [...this.payments.values()];
  }

  of(reference: string): readonly Entry[] {
    return this.all().filter((entry) => entry.reference === reference);
  }

  get(paymentId: number): Entry | undefined {
    return this.payments.get(paymentId);
  }
}

/** Whether money arrived and was not refunded. */
export const hasMoney = ({ worthCents, status }: Entry): boolean => worthCents > 0 && status !== 'refunded';

/** Whether our function knows about the refund. */
export const isKnownRefund = ({ acknowledged }: Entry): boolean => acknowledged.has('refunded');
