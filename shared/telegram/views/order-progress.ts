import type { InlineKeyboardButton } from 'grammy/types';
import type { Cents, OrderReference } from '../../domain/common/ids';
import type { Item, StarPrice } from '../../domain/messages/parts';
import type { MyOrder } from '../../domain/messages/offer';
import { holdsMoney, payableNow } from '../../domain/payments/invoices/order-progress';
import type { WordingKey } from '../catalog';
import { callbackData } from '../codec/callback-data';
import { orderInWords, priceOf } from './order-wording';
import { button } from './view';
import type { Wording } from './wording';

type Progress = Omit<MyOrder, 'reference' | 'title'>;

/** What an order brought once it was paid, otherwise its price: `$15.00 of $40.00` if it was accepted short. */
export function saleAmount(
  {
    item,
    incomeCents,
    ...prices
  }: StarPrice & {
    readonly item: Item;
    readonly amountCents: Cents;
    readonly incomeCents?: Cents | null | undefined;
  },
  wording: Wording,
): string {
  const { amountCents, paidIn } = prices;
  if (incomeCents == null || paidIn === 'xtr') return priceOf(prices, wording);
  if (item.kind === 'donation') return wording.usd(incomeCents);
  return incomeCents === 0 || incomeCents === amountCents
    ? wording.usd(amountCents)
    : wording.text('orders-part-of', partOf(incomeCents, amountCents, wording));
}

/** The values of every sentence that says how much of a price arrived. */
export const partOf = (receivedCents: Cents, priceCents: Cents, wording: Wording) => ({
  received: wording.usd(receivedCents),
  price: wording.usd(priceCents),
});

/** What arrived for an unpaid order, and what happens next to it if its buyer has nothing to do. */
function moneyWords(order: Progress, wording: Wording): string {
  const { receivedCents = 0 as Cents, amountCents, state, isPending, isHanging } = order;
  if (receivedCents === 0) {
    if (isPending) return wording.text('orders-confirming');
    return wording.text(isHanging ? 'orders-unconfirmed' : 'orders-owner-decides');
  }
  const part = partOf(receivedCents, amountCents, wording);
  if (isPending) return wording.text('orders-part-confirming', part);
  if (isHanging) return wording.text('orders-part-unconfirmed', part);
  const isPayable = payableNow(order) === 'rest' && state === 'open';
  return wording.text(isPayable ? 'orders-part' : 'orders-part-owner-decides', part);
}

/** The state of an order that needs nothing more. If something else came than its price, says how much. */
function finalWords(order: Progress, wording: Wording): string {
  const { state, amountCents, incomeCents } = order;
  const isAsPriced = incomeCents == null || incomeCents === 0 || incomeCents === amountCents;
  return state !== 'settled' || isAsPriced
    ? wording.text('orders-state', { state })
    : wording.text('orders-paid-other', { amount: saleAmount(order, wording) });
}

/** What happened to an order, in the words of its buyer. */
export function progressWords(order: Progress, wording: Wording): string {
  const both = (first: string, second: string) => wording.text('orders-both', { first, second });
  if (holdsMoney(order)) {
    const money = moneyWords(order, wording);
    return order.state === 'open' ? money : both(wording.text('orders-state', { state: order.state }), money);
  }
  const end = finalWords(order, wording);
  if (order.isParked) return both(end, wording.text('orders-owner-decides-further'));
  if (order.state !== 'open') return end;
  if (order.isHanging) return wording.text('orders-unconfirmed');
  return order.isExpired ? wording.text('orders-expired') : end;
}

/** The values of every entry that names an order and says how far it is. */
export const orderAndProgress = (order: Progress & { readonly title: string }, wording: Wording) => ({
  order: orderInWords(order, wording),
  progress: progressWords(order, wording),
});

/** The button that pays the missing rest of an order. */
export const restButton = (
  reference: OrderReference,
  restCents: Cents,
  wording: Wording,
): InlineKeyboardButton =>
  button(
    wording.text('orders-pay-rest', { amount: wording.usd(restCents) }),
    callbackData.payOrder(reference),
  );

/** The button that pays what remains of an order, if its buyer can pay it now. */
export function payButtons(order: MyOrder, wording: Wording): InlineKeyboardButton[] {
  const { reference, amountCents, receivedCents = 0 as Cents } = order;
  const payable = payableNow(order);
  if (payable === 'nothing') return [];
  if (payable === 'rest') return [restButton(reference, (amountCents - receivedCents) as Cents, wording)];
  if (order.hasForEver === true) return [];
  const label = wording.text('orders-pay-now', { amount: priceOf(order, wording) });
  return [button(label, callbackData.payOrder(reference))];
}

/** The day on which an order was placed, as in a list of orders. Empty for one that an older version told. */
export const dayOf = (
  { createdAt }: { readonly createdAt?: number | undefined },
  wording: Wording,
): string => (createdAt === undefined ? '' : wording.day(new Date(createdAt).toISOString().slice(0, 10)));

/** The buttons that pay or cancel an order. None if there is nothing to do. */
export const orderButtons = (order: MyOrder, wording: Wording): InlineKeyboardButton[] => [
  ...payButtons(order, wording),
  ...(order.isCancellable
    ? [button(wording.text('orders-cancel'), callbackData.cancelOrder(order.reference))]
    : []),
];

/**
 * The buttons that lead on from an order that can't be paid or waits for nobody: to the channel, to its offer, or to another
 * donation. None if there is something else to do first, or its owner banned the buyer.
 */
export function onwardButtons(order: MyOrder, wording: Wording): InlineKeyboardButton[] {
  const { item, openChannelId, hasAccess, state } = order;
  if (openChannelId == null || payableNow(order) !== 'nothing' || holdsMoney(order)) return [];
  if (item.kind === 'donation')
    return [button(wording.text('orders-donate-again'), callbackData.donate(openChannelId))];
  const toOffer = (key: WordingKey) => button(wording.text(key), callbackData.offer(openChannelId));
  if (hasAccess)
    return [
      toOffer('access-renew'),
      button(wording.text('access-open-channel'), callbackData.enter(openChannelId)),
    ];
  return [toOffer(state === 'settled' ? 'access-come-back' : 'access-see-offer')];
}

/** Opens the story of an order. */
export const storyButton = (
  { reference }: Pick<MyOrder, 'reference'>,
  wording: Wording,
): InlineKeyboardButton => button(wording.text('orders-what-happened'), callbackData.story(reference));

export const backToSubscriptions = (wording: Wording): InlineKeyboardButton =>
  button(wording.text('orders-back'), callbackData.backToSubscriptions);
