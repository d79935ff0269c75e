import type { Cents } from '../../../../domain/common/ids';
import { formatUsd } from '../../../../domain/common/money';
import type { NamedUsers } from '../../../../domain/messages/owner-notify';
import type { MessageOf } from '../../../../domain/messages/messages';
import { callbackData } from '../../../codec/callback-data';
import { html, lines, type Html } from '../../html';
import { button, keyboardOf, shortTitle, type View } from '../../view';
import { formatLocalTime, payerName } from '../../words';
import { revenueLines } from './report';

const countAndSum = (count: number, cents: Cents): string =>
  `${count}${count === 0 ? '' : `, ${formatUsd(cents)}`}`;

/** Begins with the revenue like `/stats`. A digest of the previous release doesn't say what was sent back. */
function moneyLines(digest: MessageOf<'sales_digest'>): readonly Html[] {
  const { salesCents, donationsCents, credited = 0, creditedCents = 0, refunds, refundedCents } = digest;
  const income = [
    html`<b>Subscriptions:</b> ${countAndSum(digest.sales, salesCents)}`,
    html`<b>Donations:</b> ${countAndSum(digest.donations, donationsCents)}`,
  ];
  if (refundedCents === undefined)
    return refunds === 0 ? income : [...income, html`<b>Refunds:</b> ${refunds}`];
  const revenueCents = (salesCents + donationsCents + creditedCents) as Cents;
  const odd = html`<b>Counted odd payments:</b> ${countAndSum(credited, creditedCents as Cents)}`;
  return [
    ...revenueLines('Revenue', { revenueCents, refunds: { count: refunds, cents: refundedCents } }),
    ...income,
    ...(credited > 0 ? [odd] : []),
  ];
}

/** `2: @dana, @bob`. No line for nobody. */
function usersLine(what: string, users: NamedUsers | undefined): Html | undefined {
  if (users === undefined || users.count === 0) return undefined;
  const [one = html``, ...others] = users.first.map(payerName);
  const names = others.reduce((all, name) => html`${all}, ${name}`, one);
  const unnamed = users.count - users.first.length;
  return html`<b>${what}:</b> ${users.count} – ${names}${unnamed > 0 ? `, and ${unnamed} more` : ''}`;
}

export const salesDigestView = (digest: MessageOf<'sales_digest'>): View => ({
  text: lines(
    html`📊 <b>Daily digest</b>`,
    '',
    html`<b>Channel:</b> ${shortTitle(digest.title)} (<code>${digest.openChannelId}</code>)`,
    html`<b>From:</b> ${formatLocalTime(digest.from, digest.timeZone)}`,
    html`<b>To:</b> ${formatLocalTime(digest.until, digest.timeZone)}`,
    '',
    ...moneyLines(digest),
    html`<b>New members:</b> ${digest.joined}`,
    html`<b>Lost members:</b> ${digest.lost}`,
    usersLine('Did not renew', digest.lapsed),
    usersLine('Removed', digest.removed),
    usersLine('Strangers turned away', digest.turnedAway),
    digest.oddWaiting === 0
      ? undefined
      : html`⚠️ <b>Odd payments that wait for your decision:</b> ${digest.oddWaiting}`,
  ),
  ...keyboardOf(
    digest.oddWaiting === 0 ? [] : [button('⚠️ Cases', callbackData.own('cases', digest.openChannelId))],
  ),
});
