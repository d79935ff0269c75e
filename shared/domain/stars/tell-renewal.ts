import { MONEY_EXPIRES_SECONDS, type Promised } from '../effects';
import { isForEver } from '../common/for-ever';
import { endOfGrace } from '../common/subscription';
import type { OpenChannelId } from '../common/ids';
import type { Message } from '../messages/messages';
import type { Payer } from '../messages/parts';
import type { RenewalNews } from './renewal-message';
import type { RenewalReport, RenewalState } from './renewal';

/** A subscription in Stars, as far as telling about it is concerned. Times are epoch milliseconds. */
export interface ToldRenewal {
  readonly payload: string;
  readonly openChannelId: OpenChannelId;
  readonly title: string;
  readonly graceHours: number;
  readonly ownerUserId: number;
  readonly isOwnerTold: boolean;
  readonly payer: Payer;
  readonly stars: number;
  readonly periodSeconds: number;
  readonly state: RenewalState | null;
  readonly chargedUntil: number;
  readonly paidUntil: number | null;
  readonly isBanned: boolean;
  /** We ended it, so its buyer can't resume it. */
  readonly isEnded: boolean;
  /** Another one renews the same access. */
  readonly isBesideAnother: boolean;
  readonly now: number;
}

const say = (chatId: number, message: Message, key: string): Promised => ({
  effect: { kind: 'send_message', chatId, message },
  key,
  expiresInSeconds: MONEY_EXPIRES_SECONDS,
});

/** A time that is still ahead. `null`: it is over, so it can't be promised. */
const ahead = (until: number | null, { now }: Pick<ToldRenewal, 'now'>): number | null =>
  until !== null && until > now ? until : null;

/** Until when a buyer has access; `null`: they have none now. */
export const accessAhead = (known: Pick<ToldRenewal, 'paidUntil' | 'now'>): number | null =>
  ahead(known.paidUntil, known);

/** Until when a buyer may stay; `null`: no longer. */
const stayAhead = (known: ToldRenewal): number | null =>
  known.paidUntil === null ? null : ahead(endOfGrace(known.paidUntil, known.graceHours), known);

/** Tells a buyer what became of their renewal, once for each `because`. */
export function tellRenewal(known: ToldRenewal, news: RenewalNews, because: string): Promised {
  const { payload, openChannelId, title, stars, chargedUntil, payer } = known;
  const message: Message = {
    type: 'renewal_news',
    news,
    openChannelId,
    title,
    stars,
    chargedUntil: ahead(chargedUntil, known),
    paidUntil: accessAhead(known),
    staysUntil: stayAhead(known),
  };
  return say(payer.userId, message, `renewal:${payload}:${because}`);
}

/** Tells an owner that Telegram refuses to end a renewal. */
export const tellNotEnded = (known: ToldRenewal, reason: string, because: string): Promised => {
  const { payload, openChannelId, title, payer, ownerUserId } = known;
  const message: Message = { type: 'renewal_not_ended', openChannelId, title, payer, reason };
  return say(ownerUserId, message, `renewal:${payload}:${because}:refused`);
};

const NEWS = { active: 'resumed', canceled: 'canceled', failed: 'failed' } as const;
const HALF_MS = 500;

/** A renewal that is resumed may be one that must not go on. */
const reviewed = ({ payload, openChannelId, payer }: ToldRenewal, because: string): Promised => ({
  effect: { kind: 'review_renewals', openChannelId, userId: payer.userId },
  key: `review_renewals:${payload}:${because}`,
  expiresInSeconds: MONEY_EXPIRES_SECONDS,
});

/**
 * True if the buyer is told. Not without access, because the news about its end has come already, or that about its beginning is
 * still to come; and not if the news would be wrong about the access: it renews anyway, or needs no renewal.
 */
const isTold = ({ paidUntil, isBanned, isBesideAnother }: ToldRenewal, state: RenewalState): boolean =>
  paidUntil !== null && !isBanned && !isBesideAnother && (state === 'canceled' || !isForEver(paidUntil));

/**
 * Decides what an update about a renewal means. `undefined` if it says nothing new: it is about another user, about a payment that
 * has succeeded meanwhile or isn't known, because a renewal only fails near the end of what is paid, or about what we ended for
 * good. Access stays.
 */
export function decideRenewal(
  known: ToldRenewal,
  { userId, state }: RenewalReport,
  because: string,
): { readonly state: RenewalState; readonly promised: readonly Promised[] } | undefined {
  const { payer, periodSeconds, chargedUntil, now } = known;
  if (userId !== payer.userId || state === known.state || known.isEnded) return undefined;
  const isEarly = chargedUntil === 0 || chargedUntil > now + periodSeconds * HALF_MS;
  if (state === 'failed' && isEarly) return undefined;
  const review = state === 'active' ? [reviewed(known, because)] : [];
  if (!isTold(known, state)) return { state, promised: review };
  const { openChannelId, title, stars } = known;
  const staysUntil = stayAhead(known);
  const failed: Message = { type: 'renewal_failed', openChannelId, title, payer, stars, staysUntil };
  return {
    state,
    promised: [
      tellRenewal(known, NEWS[state], because),
      ...review,
      ...(state === 'failed' && known.isOwnerTold
        ? [say(known.ownerUserId, failed, `renewal:${known.payload}:${because}:owner`)]
        : []),
    ],
  };
}
