import { MONEY_EXPIRES_SECONDS, type Promised } from '../effects';
import type { OpenChannelId } from '../common/ids';
import type { DigestFigures } from '../messages/owner-notify';

/** So long it is tried: what was not told by then is the next one's no more. */
export const DIGEST_EXPIRES_SECONDS = MONEY_EXPIRES_SECONDS;

/** What came in between two moments, and who is to hear of it. Times are epoch milliseconds. */
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

/** Nobody wants to be told that nothing happened; what waits for a decision since longer was told before. */
const isEmpty = ({ sales, donations, refunds, joined, lost, odd }: DigestFigures): boolean =>
  [sales, donations, refunds, joined, lost, odd].every((count) => count === 0);

/** The message of a digest, if there is anything to tell and somebody who wants to hear it. */
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
