import { randomUUID } from 'node:crypto';
import { findOffer } from '../../database/payments/offers';
import type { Database } from '../../database/connection/pool';
import { promiseAlone } from '../../database/common/outbox';
import { readReminderTime } from '../../database/access/subscriptions';
import { REMINDER_EXPIRES_SECONDS, type EffectOf } from '../../domain/effects';
import type { Message } from '../../domain/messages/messages';
import type { AllowedOwners } from '../../domain/owner/allowed-owners';
import type { OfferedTier } from '../../domain/messages/offer';
import type { OpenOrderResult } from '../../domain/payments/invoices/open-order-result';
import type { Offer, TierOrderProgress } from '../../domain/payments/invoices/offer';
import { holdsMoney, payableNow } from '../../domain/payments/invoices/order-progress';
import { withLogContext } from '../../logger';
import { openOrderFor } from './open-order';
import { DONE, notYet, type Outcome } from '../common/outcome';

type Remind = EffectOf<'remind'>;

/**
 * The order that a part came for, because that part must not be asked for again; otherwise the buyer's last tier.
 * `undefined` while there is money that no rest can be paid beside, because the buyer should not pay more then.
 */
function toRenew({ tiers, orders, lastPosition }: Offer): OfferedTier | TierOrderProgress | undefined {
  const held = orders.filter(holdsMoney);
  if (held.some((order) => payableNow(order) !== 'rest')) return undefined;
  return held[0] ?? tiers.find(({ position }) => position === lastPosition);
}

/** The invoice says it, or there is nothing to remind of. */
const SAYS_NOTHING: readonly OpenOrderResult[] = ['promised', 'asked', 'pending', 'banned', 'for_ever'];

/**
 * Reminds a subscriber that access ends, a number of days before by the calendar of the channel's zone. The reminder
 * has an invoice for their tier at today's price, a link to the offer if that tier is no longer sold or can't be paid
 * now, or only text while the channel is paused. Does nothing if the end has moved or a renewal is being paid. A renewal is a separate
 * purchase with its own correlation id, because under the first one all renewals would look like one.
 */
export async function sendReminder(
  { database, starsFor }: { readonly database: Database; readonly starsFor?: AllowedOwners | undefined },
  effect: Remind,
): Promise<Outcome> {
  const { openChannelId, userId, paidUntil, daysLeft } = effect;
  const offer = await findOffer(database, { openChannelId, userId, starsFor });
  if (offer?.endsAt !== paidUntil) return DONE;
  const { title, graceHours } = offer;
  const { seconds, isRenewalFailing } = await readReminderTime(database, effect);
  if (seconds > 0) return notYet(seconds);
  // Banned users can't buy, and what renews by itself must not be paid twice. If that fails, its buyer is told, but not twice.
  if (offer.isBanned || offer.isRenewing || offer.orders.some(({ isPending }) => isPending)) return DONE;
  if (isRenewalFailing) return DONE;
  const occasion = { type: 'reminder', daysLeft, paidUntil, graceHours } as const;
  const asking = `reminder:${paidUntil}:${daysLeft}`;
  const request = { userId, openChannelId, choose: toRenew, occasion, asking, ...(starsFor && { starsFor }) };
  const opened = await withLogContext({ correlationId: randomUUID() }, () => openOrderFor(database, request));
  if (typeof opened === 'object' || !SAYS_NOTHING.includes(opened)) {
    const message: Message = {
      openChannelId,
      title,
      ...occasion,
      isPaused: opened === 'paused',
      isStopped: opened === 'stopped',
    };
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
