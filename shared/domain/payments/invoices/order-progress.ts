import type { Cents } from '../../common/ids';
import type { StarPrice } from '../../messages/parts';
import type { OrderState } from '../payment';

/** What has become of an order so far, for its buyer. */
export interface OrderProgress extends StarPrice {
  readonly state: OrderState;
  /** What counts toward its price. */
  readonly receivedCents: Cents;
  /** What came for it, once it was paid. `null` before that, and if an older version settled it. */
  readonly incomeCents: Cents | null;
  /** One of its payments needs the owner's decision. */
  readonly isParked: boolean;
  /** Money has been on its way for less than a week. */
  readonly isPending: boolean;
  /** Money that was seen has not been confirmed for a week. */
  readonly isHanging: boolean;
  /** Its invoice expired without a payment. */
  readonly isExpired: boolean;
  /** The rest could not be invoiced lately. */
  readonly isRestRefused: boolean;
  /** What it is for can be had now: by this buyer, in this channel, at this price. */
  readonly isOnOffer: boolean;
  /** No money is in it, and none is on its way but a payment that hangs. */
  readonly isCancellable: boolean;
}

/** The progress of an order, without what else is known about it. */
export const progressOf = (order: OrderProgress): OrderProgress => ({
  state: order.state,
  receivedCents: order.receivedCents,
  incomeCents: order.incomeCents,
  isParked: order.isParked,
  isPending: order.isPending,
  isHanging: order.isHanging,
  isExpired: order.isExpired,
  isRestRefused: order.isRestRefused,
  isOnOffer: order.isOnOffer,
  isCancellable: order.isCancellable,
  ...(order.priceStars != null && { priceStars: order.priceStars, paidIn: order.paidIn ?? null }),
});

/** The progress that a message tells. A message that an older version promised has only the state. */
export type ToldProgress = Pick<OrderProgress, 'state'> & Partial<OrderProgress>;

const NOT_PAID: readonly OrderState[] = ['open', 'cancelled', 'refused'];

/** Returns true if money is in the order, or on its way to it, and the order is not paid. */
export const holdsMoney = ({
  state,
  receivedCents = 0 as Cents,
  isParked,
  isPending,
}: ToldProgress): boolean =>
  NOT_PAID.includes(state) && (receivedCents > 0 || isParked === true || isPending === true);

/**
 * Returns what its buyer can pay of an order now: everything, the rest, or nothing. A closed order can only be
 * completed. Nobody is asked to pay beside money whose worth is not decided yet.
 */
export function payableNow(order: ToldProgress): 'all' | 'rest' | 'nothing' {
  const { state, receivedCents = 0 as Cents } = order;
  if (!NOT_PAID.includes(state) || order.isPending || !order.isOnOffer) return 'nothing';
  // Stars that came are the whole of what they pay: the owner decides about fewer.
  if (receivedCents > 0) return order.isRestRefused || order.paidIn === 'xtr' ? 'nothing' : 'rest';
  return state === 'open' && !order.isParked ? 'all' : 'nothing';
}
