import type { Currency } from '../../common/rails';
import type { StarPrice } from '../../messages/parts';
import type { Judgement } from '../judge-payments';
import type { Order } from '../payment';

type Brought = Pick<Judgement, 'incomeCents' | 'incomeStars' | 'receivedCents'>;

/** What an order was paid in, or has to be: money that is in it decides. A gift in Stars has no other price. */
function paidIn({ item }: Order, { incomeCents, incomeStars, receivedCents }: Brought): Currency | null {
  if (incomeStars !== null) return 'xtr';
  if (incomeCents !== null || receivedCents > 0) return 'usd';
  return item.kind === 'donation' ? 'xtr' : null;
}

/** The price of an order in Stars, for the messages about it. Empty if Stars can't pay it. */
export const starPriceOf = (order: Order, judgement: Brought): StarPrice =>
  order.priceStars === null ? {} : { priceStars: order.priceStars, paidIn: paidIn(order, judgement) };
