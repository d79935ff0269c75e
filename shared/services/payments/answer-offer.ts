import { promiseWayIn } from '../../database/access/join-requests';
import { readEntryRights } from '../../database/access/subscriptions';
import { listOffers } from '../../database/payments/offer-list';
import { listMySubscriptions } from '../../database/payments/offers';
import { findOrderStatus, listMyOrders } from '../../database/payments/buyer-orders';
import { tellStory } from '../../database/payments/stories';
import { maySetUp } from '../../domain/owner/allowed-owners';
import { ACCESS_EXPIRES_SECONDS } from '../../domain/effects';
import type { Message } from '../../domain/messages/messages';
import { promised, type Reaction } from '../../domain/prompt-effects';
import type { IntentOf } from '../../telegram/route-update';
import {
  alert,
  personOf,
  replyWith,
  replyToButton,
  replaceMessage,
  type UpdateContext,
} from '../common/update-context';
import { invoiceComing } from './answer-order';
import { moneyHeld } from './channel-page';
import { openOrderFor } from './open-order';
import { storyForOwner } from './order-story';

/** Answers `/start` and the page buttons of its list. */
export async function showChannels(
  context: UpdateContext,
  { user, page, button }: IntentOf<'show_channels'>,
): Promise<Reaction> {
  const { database, owners, botUsername } = context;
  const { awaited, ...offers } = await listOffers(database, { page, userId: user.id, owners });
  // The bot could not message this owner about their new channels before they came here.
  if (button === undefined && awaited.length > 0 && maySetUp(owners, user.id))
    return replyWith(context, user, { type: 'set_up_offered', titles: awaited });
  const message: Message =
    offers.channels.length === 0
      ? { type: 'welcome', botUsername }
      : { type: 'channel_list', ...offers, botUsername };
  return button === undefined ? replyWith(context, user, message) : replaceMessage(button, message);
}

/**
 * Opens the order for the chosen tier, or reuses the open one. The invoice comes as a separate message. While money is
 * in another order, shows that first, in place of the page.
 */
export async function buyTier(context: UpdateContext, intent: IntentOf<'buy'>): Promise<Reaction> {
  const { user, openChannelId, position, isFromScratch, button } = intent;
  const { database, delivery, updateId, starsFor } = context;
  const opened = await openOrderFor(database, {
    userId: user.id,
    openChannelId,
    choose: ({ tiers }) => tiers.find((tier) => tier.position === position),
    occasion: { type: 'purchase' },
    asking: String(updateId),
    ...(isFromScratch && { isFromScratch }),
    starsFor,
    by: { delivery, person: personOf(user) },
  });
  if (typeof opened === 'object') {
    if ('offer' in opened) return replaceMessage(button, moneyHeld(opened));
    if ('waitSeconds' in opened)
      return alert(button, { answer: 'too_many_orders', seconds: opened.waitSeconds });
    return alert(button, { answer: 'price_too_small', ...opened });
  }
  switch (opened) {
    case 'promised':
      return invoiceComing(button);
    case 'asked':
      return promised({ type: 'answer_query', queryId: button.queryId });
    case 'pending':
      return alert(button, { answer: 'payment_pending' });
    case 'paused':
      return alert(button, { answer: 'channel_paused' });
    case 'stopped':
      return alert(button, { answer: 'not_on_sale' });
    case 'banned':
      return alert(button, { answer: 'not_sold_to_you' });
    case 'for_ever':
      return alert(button, { answer: 'has_for_ever' });
    case 'unpayable':
      return alert(button, { answer: 'payments_off' });
    case 'not_offered':
      return alert(button, { answer: 'tier_not_offered' });
  }
}

/** Answers `/mysubs`. */
export async function showMySubscriptions(
  context: UpdateContext,
  { user, button, isInPlace }: IntentOf<'my_subscriptions'>,
): Promise<Reaction> {
  const [subscriptions, orders] = await Promise.all([
    listMySubscriptions(context.database, user.id),
    listMyOrders(context.database, { userId: user.id, starsFor: context.starsFor }),
  ]);
  const message: Message = { type: 'my_subscriptions', subscriptions, orders };
  if (button === undefined) return replyWith(context, user, message);
  return isInPlace ? replaceMessage(button, message) : replyToButton(context, { user, button }, message);
}

/** Promises a buyer with access a link to rejoin the channel or group. */
export async function enterChannel(
  { database, delivery, updateId }: UpdateContext,
  { user, openChannelId, chatId, button }: IntentOf<'enter'>,
): Promise<Reaction> {
  const of = { openChannelId, userId: user.id, ...(chatId !== undefined && { chatId }) };
  const rights = await readEntryRights(database, of);
  if (rights.isBanned) return alert(button, { answer: 'not_sold_to_you' });
  if (!rights.isActive) return alert(button, { answer: 'access_ended' });
  if (!rights.isOpen) return alert(button, { answer: 'place_not_included' });
  const isTriedAgain = await promiseWayIn(database, delivery, {
    person: personOf(user),
    of,
    promised: {
      effect: { kind: 'grant_access', ...of, reference: null, news: { type: 'asked' } },
      key: `update:${updateId}:enter`,
      expiresInSeconds: ACCESS_EXPIRES_SECONDS,
    },
  });
  return promised({
    type: 'answer_query',
    queryId: button.queryId,
    ...(isTriedAgain && { answer: { answer: 'entry_tried_again' } as const }),
  });
}

/** Shows the story of an order: the buyer's own version, or the owner's version to a manager. */
export async function showStory(
  context: UpdateContext,
  { user, reference, button }: IntentOf<'show_story'>,
): Promise<Reaction> {
  const { starsFor } = context;
  const order = await findOrderStatus(context.database, { reference, userId: user.id, starsFor });
  if (order === undefined) {
    const message = await storyForOwner(context.database, { reference, userId: user.id });
    return message === undefined
      ? alert(button, { answer: 'order_unknown' })
      : replyToButton(context, { user, button }, message);
  }
  const all = await tellStory(context.database, reference);
  // Messages to other people stay private.
  const events = all.filter(({ what, details }) => !what.startsWith('message_') || details['to'] === user.id);
  return replyToButton(context, { user, button }, { type: 'order_story', ...order, events });
}
