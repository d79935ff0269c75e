import { isForEver } from '../../../domain/common/for-ever';
import { endOfGrace } from '../../../domain/common/subscription';
import type { MessageOf } from '../../../domain/messages/messages';
import type { MyOrder, MySubscription } from '../../../domain/messages/offer';
import { callbackData } from '../../codec/callback-data';
import { endIn } from '../access-end';
import { lines, type Html } from '../html';
import { dayOf, orderButtons, progressWords, saleAmount } from '../order-progress';
import { orderInWords } from '../order-wording';
import { placeButtons, placeLines } from './my-places';
import { renewalButtons, renewalInList } from './renewal';
import { OPEN_PLACE_KEYS } from './open-channel';
import { button, distinctLabels, keyboardOf, shortTitle, type View } from '../view';
import type { Wording } from '../wording';

/** As many as fit into one message with the longest titles. */
const MAX_LISTED = 10;
/** As many places as fit beside them. With places there is room for fewer orders. */
const SHOWN_PLACES = 8;
const MAX_ORDERS_BESIDE_PLACES = 3;
const MAX_TITLE_IN_LIST = 40;
const MAX_TITLE_ON_BUTTON = 40;

function subscriptionLine({ title, phase, paidUntil, graceHours }: MySubscription, wording: Wording): Html {
  const named = { title: shortTitle(title, MAX_TITLE_IN_LIST) };
  const end = wording.time(paidUntil);
  switch (phase) {
    case 'active':
      return wording.html('access-mine-active', { ...named, until: endIn(paidUntil, wording) });
    case 'grace': {
      const until = wording.time(endOfGrace(paidUntil, graceHours));
      return wording.html('access-mine-grace', { ...named, end, until });
    }
    case 'none':
    case 'expired':
      return wording.html('access-mine-ended', { ...named, end });
  }
}

function subscriptionButtons(subscription: MySubscription, wording: Wording) {
  const { openChannelId, title, phase, kind, places, paidUntil } = subscription;
  const named = { title: shortTitle(title, MAX_TITLE_ON_BUTTON) };
  const offer = callbackData.offer(openChannelId);
  const renew = button(wording.text('access-renew-title', named), offer);
  switch (phase) {
    case 'active':
      return [
        ...renewalButtons(subscription, wording, isForEver(paidUntil) ? [] : [renew]),
        ...(places == null
          ? [button(wording.text(OPEN_PLACE_KEYS[kind ?? 'channel']), callbackData.enter(openChannelId))]
          : []),
      ];
    // They are still in, so they have nowhere to come back from.
    case 'grace':
      return [renew];
    case 'none':
    case 'expired':
      return [button(wording.text('access-come-back-title', named), offer)];
  }
}

const storyLabel = (order: MyOrder, wording: Wording): string =>
  wording.text('access-mine-story', {
    amount: saleAmount(order, wording),
    title: shortTitle(order.title, MAX_TITLE_ON_BUTTON),
  });

const orderInList = (order: MyOrder, wording: Wording): Html =>
  wording.html('access-mine-order', {
    order: orderInWords(order, wording, MAX_TITLE_IN_LIST),
    progress: progressWords(order, wording),
  });

const leftOutLine = (
  all: readonly unknown[],
  shown: readonly unknown[],
  wording: Wording,
): Html | undefined =>
  all.length > shown.length
    ? wording.html('access-mine-more', { count: all.length - shown.length })
    : undefined;

/**
 * Who has access sees the places: one of each subscription, so that each has a way in, and as many more as are left of those that
 * fit.
 */
function placesShown(subscriptions: readonly MySubscription[]): readonly number[] {
  const all = subscriptions.map(({ phase, places }) => (phase === 'active' ? (places?.length ?? 0) : 0));
  let left = SHOWN_PLACES - all.filter((count) => count > 0).length;
  return all.map((count) => {
    const more = Math.max(0, Math.min(left, count - 1));
    left -= more;
    return Math.min(count, 1 + more);
  });
}

/** A buyer's subscriptions and orders, each with its state. */
export function mySubscriptionsView(
  { subscriptions, orders }: MessageOf<'my_subscriptions'>,
  wording: Wording,
): View {
  if (subscriptions.length === 0 && orders.length === 0)
    return {
      text: wording.html('access-mine-none'),
      ...keyboardOf([button(wording.text('access-show-channels'), callbackData.channels(1))]),
    };
  const listed = subscriptions.slice(0, MAX_LISTED);
  const places = placesShown(listed);
  const hasPlaces = places.some((count) => count > 0);
  const shown = {
    subscriptions: listed,
    orders: orders.slice(0, hasPlaces ? MAX_ORDERS_BESIDE_PLACES : MAX_LISTED),
  };
  const hasOrders = orders.length > 0;
  const labels = distinctLabels(
    shown.orders.map((order) => ({ label: storyLabel(order, wording), day: dayOf(order, wording) })),
    wording,
  );
  return {
    text: lines(
      wording.html('access-mine'),
      ...(subscriptions.length === 0
        ? [wording.html('access-mine-none')]
        : shown.subscriptions.flatMap((each, index) => [
            subscriptionLine(each, wording),
            renewalInList(each, wording),
            ...placeLines(each, places[index] ?? 0, wording),
          ])),
      leftOutLine(subscriptions, shown.subscriptions, wording),
      ...(hasOrders ? (['', wording.html('access-mine-orders')] as const) : []),
      ...shown.orders.map((order) => orderInList(order, wording)),
      leftOutLine(orders, shown.orders, wording),
      ...(hasOrders ? (['', wording.html('access-mine-story-hint')] as const) : []),
    ),
    ...keyboardOf(
      ...shown.subscriptions.flatMap((each, index) => [
        subscriptionButtons(each, wording),
        ...placeButtons(each, places[index] ?? 0, wording).map((join) => [join]),
      ]),
      ...shown.orders.flatMap((each, index) => [
        [button(labels[index] ?? '', callbackData.story(each.reference))],
        orderButtons(each, wording),
      ]),
    ),
  };
}
