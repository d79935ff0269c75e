/** The fields of an IPN that say what a payment is worth. */
export interface Ipn {
  readonly payment_id: number;
  readonly parent_payment_id: number | null;
  readonly payment_status: string;
  readonly price_amount: number;
  readonly pay_amount: number;
  readonly actually_paid: number;
  readonly actually_paid_at_fiat: number;
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
  /** The most that came, in cents, before any refund; `undefined` if its worth is unknown. */
  readonly cameCents: number | undefined;
  /** The most that it proved to be paid toward an order, in cents, before any refund. */
  readonly worthCents: number;
  /** Whether any coin arrived. */
  readonly hasArrived: boolean;
  /** Every status that was answered 200. */
  readonly acknowledged: ReadonlySet<string>;
}

const ENDED = ['finished', 'partially_paid', 'failed', 'refunded'];

/** An amount in units that are small enough for every coin. */
const units = (amount: number): bigint => BigInt(amount.toFixed(8).replace('.', ''));
const UNITS_PER_CENT = 1_000_000n;

/** What came with a payment, in cents, rounded down once. A child's price is its parent's and says nothing about it. */
function cameWith(ipn: Ipn): number | undefined {
  if (ipn.parent_payment_id !== null)
    return ipn.actually_paid_at_fiat > 0
      ? Number(units(ipn.actually_paid_at_fiat) / UNITS_PER_CENT)
      : undefined;
  const price = units(ipn.price_amount) / UNITS_PER_CENT;
  const [paid, asked] = [units(ipn.actually_paid), units(ipn.pay_amount)];
  // A finished payment that is less than a cent short is the whole price, and so is one of a sandbox, which says 0.
  const isWhole = ipn.payment_status === 'finished' && (paid === 0n || price * (asked - paid) < asked);
  const cents = (price * paid) / asked;
  return Number(isWhole && cents < price ? price : cents);
}

/** What a payment proves in cents: at least the full price if NOWPayments calls it finished, otherwise what came. */
function worthOf(ipn: Ipn, cameCents: number | undefined): number {
  if (!ENDED.includes(ipn.payment_status)) return 0;
  const isPaid = ipn.payment_status === 'finished' && ipn.parent_payment_id === null;
  return Math.max(cameCents ?? 0, isPaid ? Math.round(ipn.price_amount * 100) : 0);
}

const most = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined || b === undefined ? (a ?? b) : Math.max(a, b);

/**
 * All payments of one buyer. Their value is computed here from what NOWPayments says was paid, without any code of the
 * product, so that both can be compared.
 */
export class Ledger {
  private readonly payments = new Map<number, Entry & { acknowledged: Set<string> }>();

  /** Notes what an IPN of NOWPayments says. */
  record(ipn: Ipn): void {
    const before = this.payments.get(ipn.payment_id);
    const cameCents = cameWith(ipn);
    this.payments.set(ipn.payment_id, {
      paymentId: ipn.payment_id,
      parentPaymentId: ipn.parent_payment_id,
      reference: ipn.order_id.split('|')[2] ?? '',
      priceCents: Math.round(ipn.price_amount * 100),
      status: ipn.payment_status,
      cameCents: most(before?.cameCents, cameCents),
      worthCents: Math.max(before?.worthCents ?? 0, worthOf(ipn, cameCents)),
      hasArrived: before?.hasArrived === true || ipn.actually_paid > 0,
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
export const hasMoney = ({ hasArrived, status }: Entry): boolean =>
  hasArrived && ENDED.includes(status) && status !== 'refunded';

/** Whether NOWPayments will not change the status any further by itself. */
export const isOver = ({ status }: Entry): boolean => ENDED.includes(status);

/** Whether our function knows about the refund. */
export const isKnownRefund = ({ acknowledged }: Entry): boolean => acknowledged.has('refunded');
