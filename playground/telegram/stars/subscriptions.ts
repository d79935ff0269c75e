import { describeUser } from '../describe';
import { charge, type Charge } from './charge';
import type { StarParts } from './star-parts';
import type { PayOutcome, StarSubscription } from './star-types';

type New = Pick<Charge, 'userId' | 'terms' | 'affiliate'>;

/** Charges the first payment and plans the renewals. */
export function subscribe(parts: StarParts, { userId, terms, affiliate }: New): PayOutcome {
  const { world, subscriptions } = parts;
  const endsAt = world.seconds() + terms.subscriptionPeriod;
  const first = charge(parts, { userId, terms, affiliate, recurring: { endsAt } });
  if (!first) return { state: 'too_few_stars' };
  const subscription: StarSubscription = {
    id: first.chargeId,
    userId,
    terms,
    affiliate,
    endsAt,
    state: 'active',
    isCanceledByBot: false,
    failsNext: false,
  };
  subscriptions.set(subscription.id, subscription);
  planEnd(parts, subscription);
  world.changed();
  return { state: 'paid', chargeId: first.chargeId };
}

function planEnd(parts: StarParts, subscription: StarSubscription): void {
  parts.schedule.add(subscription.endsAt * 1000, () => endPeriod(parts, subscription));
}

function endPeriod(parts: StarParts, subscription: StarSubscription): void {
  if (subscription.state === 'active') renew(parts, subscription);
  else if (subscription.state === 'canceled') subscription.state = 'ended';
  parts.world.changed();
}

/**
 * Renews without asking the bot. The new time begins at the end of the old one. Neither is documented: every page describes
 * the pre-checkout as the user's own confirmation.
 */
export function renew(parts: StarParts, subscription: StarSubscription): void {
  const { id, userId, terms, affiliate, failsNext } = subscription;
  const endsAt = subscription.endsAt + terms.subscriptionPeriod;
  subscription.failsNext = false;
  const recurring = { endsAt, subscriptionId: id };
  if (failsNext || !charge(parts, { userId, terms, affiliate, recurring })) {
    setState(parts, subscription, 'failed');
    return;
  }
  Object.assign(subscription, { endsAt, state: 'active' });
  planEnd(parts, subscription);
}

/** Sets a state and tells the bot. The update has neither a charge id nor a date. */
function setState(
  { world, updates }: StarParts,
  subscription: StarSubscription,
  state: 'active' | 'canceled' | 'failed',
): void {
  subscription.state = state;
  updates.emit('subscription', {
    user: describeUser(world, world.getUser(subscription.userId)),
    invoice_payload: subscription.terms.payload,
    state,
  });
  world.changed();
}

/** A user's own subscription. Throws the client's error. */
export function findOwn({ subscriptions }: StarParts, userId: number, id: string): StarSubscription {
  const found = subscriptions.get(id);
  if (found?.userId !== userId) throw new Error('SUBSCRIPTION_ID_INVALID');
  return found;
}

/** The user ends the renewals, in Telegram's settings. */
export function cancelByUser(parts: StarParts, subscription: StarSubscription): void {
  if (!['active', 'failed'].includes(subscription.state)) throw new Error('SUBSCRIPTION_ALREADY_CANCELED');
  setState(parts, subscription, 'canceled');
}

/** The user lets it renew again. After the bot canceled it, only if the bot allows it. */
export function enableByUser(parts: StarParts, subscription: StarSubscription): void {
  if (subscription.isCanceledByBot) throw new Error('SUBSCRIPTION_CANCELED_BY_BOT');
  if (subscription.state !== 'canceled' || subscription.endsAt <= parts.world.seconds())
    throw new Error('SUBSCRIPTION_NOT_CANCELED');
  setState(parts, subscription, 'active');
}

/**
 * editUserStarSubscription. The bot gets no update, because only acts of the user and of Telegram make an update. Without
 * `isCanceled`, the subscription stays as it is: the user may enable it again.
 */
export function editByBot({ world }: StarParts, subscription: StarSubscription, isCanceled: boolean): void {
  subscription.isCanceledByBot = isCanceled;
  if (isCanceled && ['active', 'failed'].includes(subscription.state))
    subscription.state = subscription.endsAt <= world.seconds() ? 'ended' : 'canceled';
  world.changed();
}
