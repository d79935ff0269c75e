import type { InlineKeyboardButton } from 'grammy/types';
import type { Cents, OrderReference } from '../../domain/common/ids';
import { formatUsd } from '../../domain/common/money';
import type { Item } from '../../domain/messages/parts';
import type { MyOrder } from '../../domain/messages/offer';
import { holdsMoney, payableNow } from '../../domain/payments/invoices/order-progress';
import { callbackData } from '../codec/callback-data';
import { stateWords } from './state-words';
import { button } from './view';

type Progress = Omit<MyOrder, 'reference' | 'title'>;

/** What an order brought once it was paid, otherwise its price: `$15.00 of $40.00` if it was accepted short. */
export function saleAmount({
  item,
  amountCents,
  incomeCents,
}: {
  readonly item: Item;
  readonly amountCents: Cents;
  readonly incomeCents?: Cents | null | undefined;
}): string {
  if (incomeCents == null) return formatUsd(amountCents);
  if (item.kind === 'donation') return formatUsd(incomeCents);
  return incomeCents === 0 || incomeCents === amountCents
    ? formatUsd(amountCents)
    : `${formatUsd(incomeCents)} of ${formatUsd(amountCents)}`;
}

/** `$20.00 of $40.00`. */
export const partOf = ({ receivedCents = 0 as Cents, amountCents }: Progress): string =>
  `${formatUsd(receivedCents)} of ${formatUsd(amountCents)}`;

/** What happens next to the money in an unpaid order, if its buyer has nothing to do. */
function afterMoney(order: Progress): string {
  if (order.isPending) return ', a further payment is being confirmed';
  if (order.isHanging) return ', a further payment has not been confirmed for a week';
  return payableNow(order) === 'rest' && order.state === 'open' ? '' : ', the owner decides';
}

function moneyWords(order: Progress): string {
  if ((order.receivedCents ?? 0) > 0) return `${partOf(order)} has arrived${afterMoney(order)}`;
  if (order.isPending) return 'your payment is being confirmed';
  return order.isHanging
    ? 'your payment has not been confirmed for a week'
    : 'the owner decides about your payment';
}

/** The state of an order that needs nothing more. If something else came than its price, says how much. */
function endWords(order: Progress): string {
  const { state, amountCents, incomeCents } = order;
  const isAsPriced = incomeCents == null || incomeCents === 0 || incomeCents === amountCents;
  return state !== 'settled' || isAsPriced ? stateWords(state) : `${saleAmount(order)} arrived, thank you`;
}

/** What happened to an order, in the words of its buyer. */
export function progressWords(order: Progress): string {
  if (holdsMoney(order)) {
    const money = moneyWords(order);
    return order.state === 'open' ? money : `${stateWords(order.state)}; ${money}`;
  }
  if (order.isParked) return `${endWords(order)}; the owner decides about a further payment`;
  return order.state === 'open' && order.isExpired ? 'not paid, the invoice expired' : endWords(order);
}

/** The button that pays the missing rest of an order. */
export const restButton = (reference: OrderReference, restCents: Cents): InlineKeyboardButton =>
  button(`💳 Pay the rest: ${formatUsd(restCents)}`, callbackData.payOrder(reference));

/** The button that pays what remains of an order, if its buyer can pay it now. */
export function payButtons(order: MyOrder): InlineKeyboardButton[] {
  const { reference, amountCents, receivedCents = 0 as Cents } = order;
  const payable = payableNow(order);
  if (payable === 'nothing') return [];
  if (payable === 'rest') return [restButton(reference, (amountCents - receivedCents) as Cents)];
  return [button(`💳 Pay now: ${formatUsd(amountCents)}`, callbackData.payOrder(reference))];
}

/** The buttons that pay or cancel an order. None if there is nothing to do. */
export const orderButtons = (order: MyOrder): InlineKeyboardButton[] => [
  ...payButtons(order),
  ...(order.isCancellable ? [button('✕ Cancel', callbackData.cancelOrder(order.reference))] : []),
];

/** Opens the story of an order. */
export const storyButton = ({ reference }: Pick<MyOrder, 'reference'>): InlineKeyboardButton =>
  button('📜 What happened', callbackData.story(reference));

export const backToSubscriptions = (): InlineKeyboardButton =>
  button('« My subscriptions', callbackData.backToSubscriptions);
