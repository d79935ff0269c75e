import { findOffer } from '../../database/payments/offers';
import type { Message } from '../../domain/messages/messages';
import type { MyOrder, OfferedTier } from '../../domain/messages/offer';
import { isTierForStars } from '../../domain/payments/invoices/decide-order';
import type { MoneyHeld } from '../../domain/payments/invoices/open-order-result';
import type { Offer } from '../../domain/payments/invoices/offer';
import { holdsMoney, progressOf } from '../../domain/payments/invoices/order-progress';
import type { Reaction } from '../../domain/prompt-effects';
import type { IntentOf } from '../../telegram/route-update';
import { replaceMessage, replyToButton, replyWith, type UpdateContext } from '../common/update-context';

/** The unpaid orders of the page's reader with money in them, as messages tell about them. */
const heldIn = ({ title, orders }: Offer): MyOrder[] =>
  orders.filter(holdsMoney).map((order) => ({
    reference: order.reference,
    title,
    item: { kind: 'subscription', tierName: order.tierName, days: order.days },
    amountCents: order.amountCents,
    ...progressOf(order),
  }));

/** What can be bought: while no coin is on, only what Stars can pay. */
function payableTiers(offer: Offer): {
  readonly isUnpayable: boolean;
  readonly isForStarsAlone?: true;
  readonly tiers: readonly OfferedTier[];
} {
  const { isUnpayable, tiers } = offer;
  const forStars = isUnpayable ? tiers.filter((tier) => isTierForStars(tier, offer)) : [];
  return forStars.length > 0
    ? { isUnpayable: false, isForStarsAlone: true, tiers: forStars }
    : { isUnpayable, tiers };
}

const channelPage = (offer: Offer): Message => ({
  type: 'channel_page',
  openChannelId: offer.openChannelId,
  title: offer.title,
  kind: offer.kind,
  isPaused: offer.isPaused,
  isStopped: offer.isStopped,
  description: offer.description,
  ...payableTiers(offer),
  paidUntil: offer.isActive ? offer.endsAt : null,
  ...(offer.isRenewing && { isRenewing: true }),
  held: heldIn(offer),
});

/** Names the money in the buyer's orders before the chosen tier. `null`: nothing can be bought. */
export const moneyHeld = ({ offer, tier }: MoneyHeld): Message => ({
  type: 'money_held',
  openChannelId: offer.openChannelId,
  title: offer.title,
  held: heldIn(offer),
  tier,
  isUnpayable: offer.isUnpayable,
});

/** The page of a channel for its reader. A banned user sees only the money that is there. */
function pageFor(offer: Offer | undefined): Message {
  if (offer === undefined) return { type: 'channel_unknown' };
  if (!offer.isBanned) return channelPage(offer);
  return heldIn(offer).length > 0
    ? moneyHeld({ offer, tier: null })
    : { type: 'not_sold_to_you', title: offer.title };
}

/** Shows a channel's page: in place of the list it was chosen from, or as a separate message. */
export async function showChannel(
  context: UpdateContext,
  { user, openChannelId, button, isInPlace }: IntentOf<'show_channel'>,
): Promise<Reaction> {
  const { starsFor } = context;
  const message = pageFor(await findOffer(context.database, { openChannelId, userId: user.id, starsFor }));
  if (button === undefined) return replyWith(context, user, message);
  return isInPlace ? replaceMessage(button, message) : replyToButton(context, { user, button }, message);
}
