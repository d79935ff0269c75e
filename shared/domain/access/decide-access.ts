import { ACCESS_EXPIRES_SECONDS, type Promised } from '../effects';
import { endPromises } from './end-promises';
import type { Judgement } from '../payments/judge-payments';
import type { Payment } from '../payments/payment';
import type { AccessNews } from '../messages/access';
import { oddityOf } from '../payments/oddity';
import type { PaidAccess, PaymentCase } from '../payments/payment-case';
import { paidUntil, type Extension } from '../common/subscription';
import { changedExtensions, isSameExtension } from './changed-extensions';

export interface AccessChange {
  /** The extensions of the order that this decision adds, changes or revokes. */
  readonly extensions: readonly Extension[];
  readonly paidUntil: number | null;
  readonly promised: readonly Promised[];
}

/** Announces each extension once, with an invite link for a buyer who is not in the channel. */
function grants(
  { order, access }: PaymentCase & { access: PaidAccess },
  { judgement, payments }: { judgement: Judgement; payments: readonly Payment[] },
  added: readonly Extension[],
): Promised[] {
  const paid: AccessNews = { type: 'paid', ...oddityOf(judgement, payments, order) };
  return added.map(({ paymentId, days }) => ({
    effect: {
      kind: 'grant_access',
      openChannelId: access.openChannelId,
      userId: access.userId,
      reference: order.reference,
      news: paymentId === null ? paid : { type: 'credited' },
    },
    key: `${order.reference}:${paymentId === null ? 'order' : `${paymentId}:${days}`}:grant`,
    expiresInSeconds: ACCESS_EXPIRES_SECONDS,
    reference: order.reference,
  }));
}

/**
 * Decides what the payments of an order mean for its buyer's access: one extension for a settled order, one for each
 * payment credited beside it, none for money that was returned. `undefined` if nothing changes.
 */
export function decideAccess(
  known: PaymentCase,
  judgement: Judgement,
  payments: readonly Payment[],
): AccessChange | undefined {
  const { access, now } = known;
  if (access === null) return undefined;
  const extensions = changedExtensions({ ...known, access }, judgement, payments);
  if (extensions.length === 0) return undefined;
  const all = [
    ...access.extensions.filter((each) => !extensions.some((x) => isSameExtension(x, each))),
    ...extensions,
  ];
  const until = paidUntil(all);
  const added = extensions.filter(
    (each) =>
      !each.isRevoked && !access.extensions.some((x) => isSameExtension(x, each) && x.days === each.days),
  );
  return {
    extensions,
    paidUntil: until,
    promised: [
      ...grants({ ...known, access }, { judgement, payments }, added),
      ...endPromises(access, until, now.getTime()),
    ],
  };
}
