/** An amount of Stars. Both numbers may be negative, then both are. */
export interface StarAmount {
  readonly stars: number;
  /** Billionths of a Star. */
  readonly nanostars: number;
}

/** A row of Telegram's list of what came into the bot's balance and left it. */
export interface LedgerRow extends StarAmount {
  /** Of a payment: its charge id. A refund has the id of its payment. */
  readonly transactionId: string;
  readonly isIncoming: boolean;
  /** What the user paid: more than came in if an affiliate got a part of it. */
  readonly paidStars: number;
  /** The kind of the other side, such as `user` or `fragment`. */
  readonly partner: string;
  /** The kind of the transaction; `null` if the other side isn't a user. */
  readonly transactionType: string | null;
  readonly userId: number | null;
  readonly payload: string | null;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** What Telegram calls a payment of one of our invoices, or the refund of one. */
export const INVOICE_PAYMENT = 'invoice_payment';

const NANOSTARS = 1_000_000_000n;

export const inNanostars = ({ stars, nanostars }: StarAmount): bigint =>
  BigInt(stars) * NANOSTARS + BigInt(nanostars);

export const starAmountOf = (nanostars: bigint): StarAmount => ({
  stars: Number(nanostars / NANOSTARS),
  nanostars: Number(nanostars % NANOSTARS),
});

/** What the rows of the list say beyond the balance. Not 0: something took or gave Stars that isn't in the list. */
export const differenceOf = (counted: bigint, balance: StarAmount): StarAmount =>
  starAmountOf(counted - inNanostars(balance));

/** The size of a difference in whole Stars, away from zero, so that a part of a Star is not nothing. */
export const wholeStars = ({ stars, nanostars }: StarAmount): number => stars + Math.sign(nanostars);
