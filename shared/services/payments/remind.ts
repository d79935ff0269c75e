import { randomUUID } from 'node:crypto';
import { findOffer, type Offer, type OfferTier } from '../../database/payments/offers';
import { promiseAlone } from '../../database/common/outbox';
import { secondsUntilReminder } from '../../database/access/reminders';
import { REMINDER_EXPIRES_SECONDS, type EffectOf } from '../../domain/effects';
import type { Message } from '../../domain/messages/messages';
import { withLogContext } from '../../logger';
import type { InvoiceDependencies } from './create-invoice';
import { openOrderFor } from './open-order';
import { DONE, notYet, type Outcome } from '../common/outcome';

type Remind = EffectOf<'remind'>;

/** Nobody is asked to pay beside money that their owner has to decide about. */
const lastTier = ({ tiers, lastPosition, isToBe }: Offer): OfferTier | undefined =>
  isToBe === 'decided' ? undefined : tiers.find(({ position }) => position === lastPosition);

/**
 * Reminds a subscriber of the end, so many days before as a calendar in the channel's zone counts them, with an invoice over
 * the tier they had at today's price; with the way to the offer where it is not sold any more; in words alone while the
 * channel is paused. Nothing where the end has moved since, or a renewal is being paid right now. A renewal is
 * a purchase of its own, under a correlation id of its own: under that of the first, all renewals would look like one.
 */
export async function remind({ database }: InvoiceDependencies, effect: Remind): Promise<Outcome> {
  const { openChannelId, userId, paidUntil, daysLeft } = effect;
  const offer = await findOffer(database, { openChannelId, userId });
  if (offer?.endsAt !== paidUntil) return DONE;
  const { title, graceHours, isToBe } = offer;
  const seconds = await secondsUntilReminder(database, effect);
  if (seconds > 0) return notYet(seconds);
  // Nobody is asked to pay whom nothing is sold to.
  if (isToBe === 'confirmed' || offer.isBanned) return DONE;
  const occasion = { type: 'reminder', daysLeft, paidUntil, graceHours } as const;
  const asking = `reminder:${paidUntil}:${daysLeft}`;
  const wanted = { userId, openChannelId, choose: lastTier, occasion, asking };
  const opened = await withLogContext({ correlationId: randomUUID() }, () => openOrderFor(database, wanted));
  if (opened === 'not_offered' || opened === 'paused') {
    const message: Message = { openChannelId, title, ...occasion, isPaused: opened === 'paused' };
    await promiseAlone(database, [
      {
        effect: { kind: 'send_message', chatId: userId, message },
        key: `subscription:${openChannelId}:${userId}:${asking}`,
        expiresInSeconds: REMINDER_EXPIRES_SECONDS,
      },
    ]);
  }
  return DONE;
}
