import { MONEY_EXPIRES_SECONDS, type Promised } from '../effects';
import type { OpenChannelId } from '../common/ids';
import type { DigestFigures } from '../messages/owner-notify';

/** A digest is retried for this long. After that it would overlap with later ones. */
export const DIGEST_EXPIRES_SECONDS = MONEY_EXPIRES_SECONDS;

/** What came in between two moments, and where to send it. Times are epoch milliseconds. */
export interface Digest {
  readonly openChannelId: OpenChannelId;
  readonly from: number;
  readonly until: number;
  readonly title: string;
  readonly timeZone: string;
  readonly chatId: number;
  readonly isEnabled: boolean;
  readonly figures: DigestFigures;
}

/** Nobody wants to read that nothing happened. An older case that needs a decision was reported before. */
function isEmpty(figures: DigestFigures): boolean {
  const { sales, donations, credited = 0, refunds, joined, lost, odd } = figures;
  const users = [figures.lapsed, figures.removed, figures.turnedAway].map((some) => some?.count ?? 0);
  const stars = figures.inStars;
  const inStars =
    stars == null
      ? []
      : [stars.sales, stars.donations, stars.credited, stars.refunds].map(({ count }) => count);
  return [sales, donations, credited, refunds, joined, lost, odd, ...users, ...inStars].every(
    (count) => count === 0,
  );
}

/** Promises the message of a digest, if there is anything to report and notifications are on. */
export function tellDigest(digest: Digest): Promised[] {
  const { openChannelId, from, until, title, timeZone, chatId, isEnabled, figures } = digest;
  if (!isEnabled || isEmpty(figures)) return [];
  return [
    {
      effect: {
        kind: 'send_message',
        chatId,
        message: { type: 'sales_digest', openChannelId, title, from, until, timeZone, ...figures },
      },
      key: `digest:${openChannelId}:${until}:message`,
      expiresInSeconds: MONEY_EXPIRES_SECONDS,
    },
  ];
}
