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

/** An exact number of cents: `of / by`. */
export interface Ratio {
  readonly of: bigint;
  readonly by: bigint;
}

export const wholeCentsOf = ({ of, by }: Ratio): number => Number(of / by);

/** Rounded down once, because parts of a cent add up. */
export const wholeCentsOfAll = (ratios: readonly Ratio[]): number =>
  wholeCentsOf(
    ratios.reduce((a, b) => ({ of: a.of * b.by + b.of * a.by, by: a.by * b.by }), { of: 0n, by: 1n }),
  );

/** One payment at NOWPayments, with the statuses that our function has acknowledged. */
export interface Entry {
  readonly paymentId: number;
  readonly parentPaymentId: number | null;
  readonly reference: string;
  readonly priceCents: number;
  /** The newest status. */
  readonly status: string;
  /** The most that came, in cents and exactly, before any refund; `undefined` if its worth is unknown. */
  readonly came: Ratio | undefined;
  /** The same, rounded down. */
  readonly cameCents: number | undefined;
  /** The most that it proved to be paid toward an order, in cents, before any refund. */
  readonly worthCents: number;
  /** Whether any coin arrived. */
  readonly hasArrived: boolean;
  /** Every status that was answered 200. */
  readonly acknowledged: ReadonlySet<string>;
}

/** A payment in Stars, as Telegram knows it. */
export interface StarCharge extends NewStarCharge {
  readonly paymentId: number;
}

/** One that our functions may not know yet. */
export interface NewStarCharge {
  readonly chargeId: string;
  readonly reference: string;
  readonly status: 'finished' | 'refunded';
  readonly stars: number;
  /** What its invoice stands for. */
  readonly priceCents: number;
  readonly payerUserId: number;
}

const ENDED = ['finished', 'partially_paid', 'failed', 'refunded'];

/** An amount in units that are small enough for every coin. */
const units = (amount: number): bigint => BigInt(amount.toFixed(8).replace('.', ''));
const UNITS_PER_CENT = 1_000_000n;

/** What came with a payment, in cents. A child's price is its parent's and says nothing about it. */
function cameWith(ipn: Ipn): Ratio | undefined {
  if (ipn.parent_payment_id !== null)
    return ipn.actually_paid_at_fiat > 0
      ? { of: units(ipn.actually_paid_at_fiat), by: UNITS_PER_CENT }
      : undefined;
  const price = units(ipn.price_amount) / UNITS_PER_CENT;
  const [paid, asked] = [units(ipn.actually_paid), units(ipn.pay_amount)];
  // A finished payment that is less than a cent short is the whole price, and so is one of a sandbox, which says 0.
  const isWhole = ipn.payment_status === 'finished' && (paid === 0n || price * (asked - paid) < asked);
  return isWhole && paid < asked ? { of: price, by: 1n } : { of: price * paid, by: asked };
}

/** What a payment proves in cents: at least the full price if NOWPayments calls it finished, otherwise what came. */
function worthOf(ipn: Ipn, cameCents: number | undefined): number {
  if (!ENDED.includes(ipn.payment_status)) return 0;
  const isPaid = ipn.payment_status === 'finished' && ipn.parent_payment_id === null;
  return Math.max(cameCents ?? 0, isPaid ? Math.round(ipn.price_amount * 100) : 0);
}

const most = (a: Ratio | undefined, b: Ratio | undefined): Ratio | undefined =>
  a === undefined || b === undefined ? (a ?? b) : a.of * b.by < b.of * a.by ? b : a;

/**
 * All payments of one buyer. Their value is computed here from what NOWPayments says was paid, without any code of the
 * product, so that both can be compared.
 */
export class Ledger {
  private readonly payments = new Map<number, Entry & { acknowledged: Set<string> }>();
  private readonly inStars = new Map<number, StarCharge>();

  /** Notes what Telegram says about a charge: always the whole price. */
  recordCharge(charge: StarCharge, buyerId: number): void {
    this.inStars.set(charge.paymentId, charge);
    const { paymentId, status, priceCents, stars, reference } = charge;
    this.record({
      payment_id: paymentId,
      parent_payment_id: null,
      payment_status: status,
      price_amount: priceCents / 100,
      pay_amount: stars,
      actually_paid: stars,
      actually_paid_at_fiat: 0,
      order_id: `PGP-${buyerId}|0|${reference}`,
    });
  }

  charge(paymentId: number): StarCharge | undefined {
    return this.inStars.get(paymentId);
  }

  charges(): readonly StarCharge[] {
    return [...this.inStars.values()];
  }

  /** The payments of NOWPayments. */
  coins(): readonly Entry[] {
    return this.all().filter(({ paymentId }) => !this.inStars.has(paymentId));
  }

  /** Notes what an IPN of NOWPayments says. */
  record(ipn: Ipn): void {
    const before = this.payments.get(ipn.payment_id);
    const now = cameWith(ipn);
    const came = most(before?.came, now);
    this.payments.set(ipn.payment_id, {
      paymentId: ipn.payment_id,
      parentPaymentId: ipn.parent_payment_id,
      reference: ipn.order_id.split('|')[2] ?? '',
      priceCents: Math.round(ipn.price_amount * 100),
      status: ipn.payment_status,
      came,
      cameCents: came && wholeCentsOf(came),
      worthCents: Math.max(before?.worthCents ?? 0, worthOf(ipn, now && wholeCentsOf(now))),
      hasArrived: before?.hasArrived === true || ipn.actually_paid > 0,
      acknowledged: before?.acknowledged ?? new Set(),
    });
  }

  /** Notes that our function answered 200 to an IPN. */
  acknowledge({ payment_id, payment_status }: Pick<Ipn, 'payment_id' | 'payment_status'>): void {
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
