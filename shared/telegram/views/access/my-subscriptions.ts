import { orderButtons, progressWords, saleAmount } from '../order-progress';
import type { MyOrder, MySubscription } from '../../../domain/messages/offer';
import { endOfGrace } from '../../../domain/common/subscription';
import type { MessageOf } from '../../../domain/messages/messages';
import { callbackData } from '../../codec/callback-data';
import { html, lines, type Html } from '../html';
import { button, keyboardOf, shortTitle, type View } from '../view';
import { formatTime, orderWords } from '../words';

/** As many as fit into one message with the longest titles. */
const MAX_LISTED = 10;
const MAX_TITLE_IN_LIST = 48;
const MAX_TITLE_ON_BUTTON = 40;

function subscriptionLine({ title, phase, paidUntil, graceHours }: MySubscription): Html {
  const name = html`<b>${shortTitle(title, MAX_TITLE_IN_LIST)}</b>`;
  const until = formatTime(paidUntil);
  switch (phase) {
    case 'active':
      return html`✅ ${name}: until ${until}`;
    case 'grace':
      return html`⏳ ${name}: ended on ${until}. You can stay until
      ${formatTime(endOfGrace(paidUntil, graceHours))}.`;
    case 'none':
    case 'expired':
      return html`⌛ ${name}: ended on ${until}`;
  }
}

const subscriptionButtons = ({ openChannelId, title, phase }: MySubscription) => [
  button(
    `💎 ${phase === 'active' ? 'Renew' : 'Come back:'} ${shortTitle(title, MAX_TITLE_ON_BUTTON)}`,
    callbackData.offer(openChannelId),
  ),
  ...(phase === 'active' ? [button('🔓 Get in', callbackData.enter(openChannelId))] : []),
];

const orderButton = (order: MyOrder) =>
  button(
    `📜 ${saleAmount(order)}, ${shortTitle(order.title, MAX_TITLE_ON_BUTTON)}`,
    callbackData.story(order.reference),
  );

const leftOutLine = (all: readonly unknown[]): Html | undefined =>
  all.length > MAX_LISTED ? html`and ${all.length - MAX_LISTED} more` : undefined;

/** A buyer's subscriptions and orders, each with its state. */
export function mySubscriptionsView({ subscriptions, orders }: MessageOf<'my_subscriptions'>): View {
  if (subscriptions.length === 0 && orders.length === 0)
    return {
      text: html`You have no subscription yet. It is never too late: have a look at the channels.`,
      ...keyboardOf([button('📣 Show channels', callbackData.channels(1))]),
    };
  const shown = { subscriptions: subscriptions.slice(0, MAX_LISTED), orders: orders.slice(0, MAX_LISTED) };
  return {
    text: lines(
      html`<b>Your subscriptions</b>`,
      ...(subscriptions.length === 0 ? [html`None yet.`] : shown.subscriptions.map(subscriptionLine)),
      leftOutLine(subscriptions),
      ...(orders.length === 0 ? [] : (['', html`<b>Your orders</b>`] as const)),
      ...shown.orders.map(
        (order) => html`• ${orderWords(order, MAX_TITLE_IN_LIST)}: ${progressWords(order)}`,
      ),
      leftOutLine(orders),
      ...(orders.length === 0 ? [] : (['', html`Press 📜 to read what happened to an order.`] as const)),
    ),
    ...keyboardOf(
      ...shown.subscriptions.map(subscriptionButtons),
      ...shown.orders.flatMap((each) => [[orderButton(each)], orderButtons(each)]),
    ),
  };
}
