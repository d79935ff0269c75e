import { MONEY_EXPIRES_SECONDS, type Promised } from '../effects';
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
  readonly now: number;
}

const say = (chatId: number, message: Message, key: string): Promised => ({
  effect: { kind: 'send_message', chatId, message },
  key,
  expiresInSeconds: MONEY_EXPIRES_SECONDS,
});

const endsOf = ({ paidUntil, now, graceHours }: ToldRenewal) => {
  const until = paidUntil ?? now;
  return { paidUntil: until, staysUntil: endOfGrace(until, graceHours) };
};

/** Tells a buyer what became of their renewal, once for each `because`. */
export function tellRenewal(known: ToldRenewal, news: RenewalNews, because: string): Promised {
  const { payload, openChannelId, title, stars, chargedUntil, payer } = known;
  const message: Message = {
    type: 'renewal_news',
    news,
    openChannelId,
    title,
    stars,
    chargedUntil,
    ...endsOf(known),
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

/**
 * Decides what an update about a renewal means. `undefined` if it says nothing new: it is about another user, or about a
 * payment that has succeeded meanwhile or isn't known, because a renewal only fails near the end of what is paid. Access stays.
 */
export function decideRenewal(
  known: ToldRenewal,
  { userId, state }: RenewalReport,
  because: string,
): { readonly state: RenewalState; readonly promised: readonly Promised[] } | undefined {
  const { payer, periodSeconds, chargedUntil, now } = known;
  if (userId !== payer.userId || state === known.state) return undefined;
  const isEarly = chargedUntil === 0 || chargedUntil > now + periodSeconds * HALF_MS;
  if (state === 'failed' && isEarly) return undefined;
  // Without access, the news about its end has come already, or that about its beginning is still to come.
  if (known.paidUntil === null) return { state, promised: [] };
  const { openChannelId, title, stars } = known;
  const { staysUntil } = endsOf(known);
  const failed: Message = { type: 'renewal_failed', openChannelId, title, payer, stars, staysUntil };
  return {
    state,
    promised: [
      tellRenewal(known, NEWS[state], because),
      ...(state === 'failed' && known.isOwnerTold
        ? [say(known.ownerUserId, failed, `renewal:${known.payload}:${because}:owner`)]
        : []),
    ],
  };
}
