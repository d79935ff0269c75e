import type { OrderFilter } from '../../../../domain/owner/lists';
import type { ListedOrder } from '../../../../domain/messages/owner-lists';
import type { OrderState } from '../../../../domain/payments/payment';
import type { MessageOf } from '../../../../domain/messages/messages';
import { html, lines, type Html } from '../../html';
import { saleAmount } from '../../order-progress';
import { keyboardOf, shortTitle, type View } from '../../view';
import { formatLocalTime, payerName, tierWords } from '../../words';
import { filterButtons, inRows, payerLabel, pageButtons } from './listing';
import { noteLine, ownButton } from '../menu';

const MAX_TIER_IN_LIST = 32;

const LABELS: Readonly<Record<OrderFilter, string>> = {
  all: 'All',
  open: '⏳ Open',
  settled: '✅ Paid',
  unpaid: '✖️ Not paid',
  refunded: '↩️ Refunded',
  donations: '💝 Donations',
};

const STATE_WORDS: Readonly<Record<OrderState, string>> = {
  open: '⏳ waiting for the payment',
  cancelled: '✖️ cancelled',
  refused: '✖️ no invoice could be made',
  settled: '✅ paid',
  refunded: '↩️ refunded',
};

/** The state of an order in the owner's words. */
export const orderStateWords = (state: OrderState): string => STATE_WORDS[state];

/** The item of an order: its tier, or a donation. */
export const itemWords = ({ item }: Pick<ListedOrder, 'item'>): string =>
  item.kind === 'donation' ? 'donation' : tierWords(item, MAX_TIER_IN_LIST);

/** The label of an order's button. */
export const orderLabel = (order: Pick<ListedOrder, 'item' | 'amountCents' | 'incomeCents'>): string =>
  `${saleAmount(order)}, ${itemWords(order)}`;

const listedLine = (order: ListedOrder, timeZone: string): Html =>
  html`• <b>${saleAmount(order)}</b>, ${itemWords(order)}, ${payerName(order.payer)}:
    ${orderStateWords(order.state)}, ${formatLocalTime(order.createdAt, timeZone)}`;

export const orderListView = (message: MessageOf<'order_list'>): View => {
  const { orders, counts, filter, timeZone } = message;
  return {
    text: lines(
      ...noteLine(message.note),
      html`🧾 <b>Orders of ${shortTitle(message.title)}</b>`,
      html`<b>${LABELS[filter]}:</b> ${counts[filter]}`,
      '',
      ...(orders.length === 0 ? [html`There are none.`] : orders.map((order) => listedLine(order, timeZone))),
      orders.length === 0 ? undefined : '',
      orders.length === 0 ? undefined : html`Press an order to read what happened to it.`,
    ),
    ...keyboardOf(
      ...inRows(
        orders.flatMap((order) =>
          ownButton(message, `${saleAmount(order)} ${payerLabel(order.payer)}`, ['order', order.reference]),
        ),
        2,
      ),
      pageButtons(message, 'orders'),
      ...inRows(filterButtons(message, { action: 'orders', labels: LABELS, counts }), 3),
      ownButton(message, '« Back', ['menu']),
    ),
  };
};
