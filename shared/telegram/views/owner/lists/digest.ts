import type { Cents } from '../../../../domain/common/ids';
import type { NamedUsers } from '../../../../domain/messages/owner-notify';
import type { MessageOf } from '../../../../domain/messages/messages';
import { callbackData } from '../../../codec/callback-data';
import { lines, type Html } from '../../html';
import { personInWords } from '../../person';
import { button, keyboardOf, shortTitle, type View } from '../../view';
import type { Wording } from '../../wording';
import { revenueLines } from './period';
import { starLines } from './star-lines';

/** Begins with the revenue like `/stats`. A digest of the previous release doesn't say what was sent back. */
function moneyLines(digest: MessageOf<'sales_digest'>, wording: Wording): readonly Html[] {
  const { salesCents, donationsCents, credited = 0, creditedCents = 0, refunds, refundedCents } = digest;
  const { forEver = 0, forEverCents = 0 } = digest;
  const income = [
    wording.html('lists-digest-sales', { count: digest.sales, amount: wording.usd(salesCents) }),
    ...(forEver > 0
      ? [
          wording.html('lists-digest-for-ever', {
            count: forEver,
            amount: wording.usd(forEverCents as Cents),
          }),
        ]
      : []),
    wording.html('lists-digest-donations', { count: digest.donations, amount: wording.usd(donationsCents) }),
  ];
  if (refundedCents === undefined)
    return refunds === 0 ? income : [...income, wording.html('lists-digest-refunds', { count: refunds })];
  const revenueCents = (salesCents + donationsCents + creditedCents) as Cents;
  const amount = wording.usd(creditedCents as Cents);
  const figures = { revenueCents, refunds: { count: refunds, cents: refundedCents } };
  return [
    ...revenueLines(wording.text('lists-revenue'), figures, wording),
    ...income,
    ...(credited > 0 ? [wording.html('lists-digest-counted', { count: credited, amount })] : []),
  ];
}

type UsersKey = 'lists-digest-lapsed' | 'lists-digest-removed' | 'lists-digest-turned-away';

/** How many users there are, and the names of the first. No line for nobody. */
function usersLine(key: UsersKey, users: NamedUsers | undefined, wording: Wording): Html | undefined {
  if (users === undefined || users.count === 0) return undefined;
  const { count, first } = users;
  const more = count - first.length;
  const names = first.map((user) => personInWords(user, wording));
  const rest = more > 0 ? [wording.html('lists-digest-more', { count: more })] : [];
  return wording.html(key, { count, names: wording.htmlList([...names, ...rest]) });
}

export const salesDigestView = (digest: MessageOf<'sales_digest'>, wording: Wording): View => ({
  text: lines(
    wording.html('lists-digest-title', { title: shortTitle(digest.title) }),
    wording.html('lists-digest-time', {
      from: wording.time(digest.from),
      until: wording.time(digest.until),
    }),
    '',
    ...moneyLines(digest, wording),
    ...starLines(digest.inStars, wording),
    wording.html('lists-digest-joined', { count: digest.joined }),
    wording.html('lists-digest-lost', { count: digest.lost }),
    usersLine('lists-digest-lapsed', digest.lapsed, wording),
    usersLine('lists-digest-removed', digest.removed, wording),
    usersLine('lists-digest-turned-away', digest.turnedAway, wording),
    digest.oddWaiting === 0 ? undefined : wording.html('lists-digest-cases', { count: digest.oddWaiting }),
  ),
  ...keyboardOf(
    digest.oddWaiting === 0
      ? []
      : [button(wording.text('menu-cases'), callbackData.own('cases', digest.openChannelId))],
  ),
});
