import type { InlineKeyboardButton } from 'grammy/types';
import type { Cents } from '../../domain/common/ids';
import { formatUsd } from '../../domain/common/money';
import type { MyOrder } from '../../domain/messages/offer';
import { holdsMoney, payableNow } from '../../domain/payments/invoices/order-progress';
import { callbackData } from '../codec/callback-data';
import { stateWords } from './state-words';
import { button } from './view';

type Progress = Pick<MyOrder, 'amountCents'> & Omit<MyOrder, 'reference' | 'title' | 'item' | 'amountCents'>;

/** `$20.00 of $40.00`. */
export const partOf = ({ receivedCents = 0 as Cents, amountCents }: Progress): string =>
  `${formatUsd(receivedCents)} of ${formatUsd(amountCents)}`;

/** What happens next to the money in an unpaid order, if its buyer has nothing to do. */
function afterMoney(order: Progress): string {
  if (order.isPending) return ', a further payment is being confirmed';
  return payableNow(order) === 'rest' && order.state === 'open' ? '' : ', the owner decides';
}

function moneyWords(order: Progress): string {
  if ((order.receivedCents ?? 0) > 0) return `${partOf(order)} has arrived${afterMoney(order)}`;
  return order.isPending ? 'your payment is being confirmed' : 'the owner decides about your payment';
}

/** What happened to an order, in the words of its buyer. */
export function progressWords(order: Progress): string {
  if (holdsMoney(order)) {
    const money = moneyWords(order);
    return order.state === 'open' ? money : `${stateWords(order.state)}; ${money}`;
  }
  if (order.isParked) return `${stateWords(order.state)}; the owner decides about a further payment`;
  return order.state === 'open' && order.isExpired
    ? 'not paid, the invoice expired'
    : stateWords(order.state);
}

/** The button that pays what remains of an order, if its buyer can pay it now. */
export function payButtons(order: MyOrder): InlineKeyboardButton[] {
  const { reference, amountCents, receivedCents = 0 as Cents } = order;
  const payable = payableNow(order);
  if (payable === 'nothing') return [];
  const label = payable === 'rest' ? 'Pay the rest' : 'Pay now';
  const dueCents = (amountCents - receivedCents) as Cents;
  return [button(`💳 ${label}: ${formatUsd(dueCents)}`, callbackData.payOrder(reference))];
}

/** The buttons that pay or cancel an order. None if there is nothing to do. */
export const orderButtons = (order: MyOrder): InlineKeyboardButton[] => [
  ...payButtons(order),
  ...(order.isCancellable ? [button('✕ Cancel', callbackData.cancelOrder(order.reference))] : []),
];

export const storyButton = ({ reference }: Pick<MyOrder, 'reference'>): InlineKeyboardButton =>
  button('📜 What happened', callbackData.story(reference));

export const backToSubscriptions = (): InlineKeyboardButton =>
  button('« My subscriptions', callbackData.backToSubscriptions);
