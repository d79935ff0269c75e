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

/** One payment as it truly is at NOWPayments, and what of it our function was told. */
export interface Entry {
  readonly paymentId: number;
  readonly parentPaymentId: number | null;
  readonly reference: string;
  readonly priceCents: number;
  /** What happened last. */
  readonly status: string;
  /** The most that it ever was worth, in cents, before anything was sent back. */
  readonly worthCents: number;
  /** Every status that was answered 200. */
  readonly told: ReadonlySet<string>;
}

/** What a payment buys: the price where NOWPayments calls it finished, else its share of the price, rounded down. */
function worthOf({ payment_status, price_amount, actually_paid, pay_amount }: Ipn): number {
  const price = Math.round(price_amount * 100);
  if (payment_status === 'finished') return price;
  if (!['partially_paid', 'failed', 'refunded'].includes(payment_status)) return 0;
  return Math.min(price, Math.floor((price * actually_paid) / pay_amount + 1e-6));
}

/**
 * The money of one buyer, kept by who sent it: what it is worth is worked out here, with none of the product's code, from
 * what NOWPayments says was paid.
 */
export class Ledger {
  private readonly payments = new Map<number, Entry & { told: Set<string> }>();

  /** NOWPayments has something new to say. */
  note(ipn: Ipn): void {
    const before = this.payments.get(ipn.payment_id);
    this.payments.set(ipn.payment_id, {
      paymentId: ipn.payment_id,
      parentPaymentId: ipn.parent_payment_id,
      reference: ipn.order_id.split('|')[2] ?? '',
      priceCents: Math.round(ipn.price_amount * 100),
      status: ipn.payment_status,
      worthCents: Math.max(before?.worthCents ?? 0, worthOf(ipn)),
      told: before?.told ?? new Set(),
    });
  }

  /** Our function has answered that it knows. */
  tell({ payment_id, payment_status }: Ipn): void {
    this.payments.get(payment_id)?.told.add(payment_status);
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

/** Whether money is there that is somebody's. */
export const hasMoney = ({ worthCents, status }: Entry): boolean => worthCents > 0 && status !== 'refunded';

/** Whether our function knows that the money went back. */
export const isKnownRefund = ({ told }: Entry): boolean => told.has('refunded');
