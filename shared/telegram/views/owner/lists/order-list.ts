import type { OrderFilter } from '../../../../domain/owner/lists';
import type { ListedOrder } from '../../../../domain/messages/owner-lists';
import type { StarPrice } from '../../../../domain/messages/parts';
import type { OrderState } from '../../../../domain/payments/payment';
import type { MessageOf } from '../../../../domain/messages/messages';
import { lines, type Html } from '../../html';
import { dayOf, saleAmount } from '../../order-progress';
import { tierInWords } from '../../order-wording';
import { personInWords, personLabel } from '../../person';
import { distinctLabels, keyboardOf, shortTitle, type View } from '../../view';
import type { Wording } from '../../wording';
import { countInWords, cutLines, filterButtons, inRows, pageButtons } from './listing';
import { noteLine, ownButton } from '../menu';

const MAX_TIER_IN_LIST = 32;

const LABELS = {
  all: 'lists-orders-all',
  open: 'lists-orders-open',
  settled: 'lists-orders-settled',
  unpaid: 'lists-orders-unpaid',
  refunded: 'lists-orders-refunded',
  donations: 'lists-orders-donations',
} as const satisfies Record<OrderFilter, string>;

const STATES = {
  open: 'lists-open',
  cancelled: 'lists-cancelled',
  refused: 'lists-refused',
  settled: 'lists-settled',
  refunded: 'lists-refunded',
} as const satisfies Record<OrderState, string>;

/** The state of an order in the owner's words. */
export const orderStateInWords = (state: OrderState, wording: Wording): string => wording.text(STATES[state]);

/** The item of an order: its tier, or a donation. */
export const itemInWords = ({ item }: Pick<ListedOrder, 'item'>, wording: Wording): string =>
  item.kind === 'donation' ? wording.text('lists-donation') : tierInWords(item, wording, MAX_TIER_IN_LIST);

/** The label of an order's button. */
export const orderLabel = (
  order: Pick<ListedOrder, 'item' | 'amountCents' | 'incomeCents' | keyof StarPrice>,
  wording: Wording,
): string =>
  wording.text('lists-order-label', {
    amount: saleAmount(order, wording),
    item: itemInWords(order, wording),
  });

const listedLine = (order: ListedOrder, wording: Wording): Html =>
  wording.html('lists-order-line', {
    amount: saleAmount(order, wording),
    item: itemInWords(order, wording),
    person: personInWords(order.payer, wording),
    state: orderStateInWords(order.state, wording),
    time: wording.time(order.createdAt),
  });

/** The amount and the payer of an order, on a button. */
const payerButton = (order: ListedOrder, wording: Wording): string =>
  wording.text('lists-order-button', {
    amount: saleAmount(order, wording),
    person: personLabel(order.payer, wording),
  });

function orderLines(orders: readonly ListedOrder[], wording: Wording): readonly (Html | '')[] {
  if (orders.length === 0) return [wording.html('lists-orders-empty')];
  return [...orders.map((order) => listedLine(order, wording)), '', wording.html('lists-orders-hint')];
}

export const orderListView = (message: MessageOf<'order_list'>, wording: Wording): View => {
  const { orders, counts, filter } = message;
  const labels = distinctLabels(
    orders.map((order) => ({
      label: payerButton(order, wording),
      day: dayOf(order, wording),
    })),
    wording,
  );
  return {
    text: lines(
      ...noteLine(message.note, wording),
      wording.html('lists-orders-title', { title: shortTitle(message.title) }),
      wording.html('lists-orders-shown', {
        filter: wording.text(LABELS[filter]),
        count: countInWords(counts[filter], wording),
      }),
      '',
      ...orderLines(orders, wording),
      ...cutLines(message, counts[filter], wording),
    ),
    ...keyboardOf(
      ...inRows(
        orders.flatMap(({ reference }, index) =>
          ownButton(message, labels[index] ?? '', ['order', reference]),
        ),
        2,
      ),
      pageButtons(message, 'orders', wording),
      ...inRows(filterButtons(message, { action: 'orders', labels: LABELS, counts }, wording), 3),
      ownButton(message, wording.text('common-back'), ['menu']),
    ),
  };
};
