import { ACCESS_EXPIRES_SECONDS, type Promised } from '../effects';
import { endPromises } from './end-promises';
import type { Judgement } from '../payments/judge-payments';
import type { Payment } from '../payments/payment';
import { receivedCentsOf } from '../payments/received';
import type { AccessNews } from '../messages/access';
import { oddityOf } from '../payments/oddity';
import type { PaidAccess, PaymentCase } from '../payments/payment-case';
import { daysFor, paidUntil, type Extension } from '../common/subscription';

export interface AccessChange {
  /** The extensions of the order that this decision adds, changes or revokes. */
  readonly extensions: readonly Extension[];
  readonly paidUntil: number | null;
  readonly promised: readonly Promised[];
}

const isSame = (a: Extension, b: Extension): boolean =>
  a.reference === b.reference && a.paymentId === b.paymentId;

/** The days that an order grants, from the beginning of the period that was paid, and those of the payments credited beside it. */
function grantedBy(
  { order, now, access }: PaymentCase,
  judgement: Judgement,
  payments: readonly Payment[],
): Extension[] {
  const { item, reference, amountCents } = order;
  if (item.kind === 'donation') return [];
  const given = { reference, paymentId: null, days: item.days, grantedAt: now.getTime(), isRevoked: false };
  const began = payments.find(({ paymentId }) => paymentId === judgement.paymentId)?.periodBeganAt;
  const own = { ...given, grantedAt: Math.min(given.grantedAt, began ?? Infinity) };
  const isTaken = judgement.paymentId !== null;
  const credited = payments
    .filter(({ paymentId }) => isTaken && judgement.verdicts.get(paymentId)?.standing === 'credited')
    .map(({ paymentId, ...payment }) => ({
      ...given,
      paymentId,
      // Days that an owner gave are never taken back by a later valuation.
      days: Math.max(
        daysFor(receivedCentsOf({ ...payment, paymentId }, order) ?? 0, { ...item, amountCents }),
        access?.extensions.find((each) => isSame(each, { ...own, paymentId }) && !each.isRevoked)?.days ?? 0,
      ),
    }))
    .filter(({ days }) => days > 0);
  return judgement.state === 'settled' ? [own, ...credited] : credited;
}

/** Returns the extensions of this order that have to change so that `known` becomes `granted`. */
function changed(known: readonly Extension[], granted: readonly Extension[], reference: string): Extension[] {
  const revoked = known
    .filter((each) => each.reference === reference && !each.isRevoked)
    .filter((each) => !granted.some((wanted) => isSame(each, wanted)))
    .map((each) => ({ ...each, isRevoked: true }));
  const added = granted.filter((wanted) => !known.some((each) => isSame(each, wanted)));
  // A credited payment may grow, and its days grow with it. A revoked one stays revoked: returned money buys nothing.
  const grown = known.flatMap((each) => {
    const wanted = each.isRevoked ? undefined : granted.find((other) => isSame(each, other));
    return wanted !== undefined && wanted.days !== each.days ? [{ ...each, days: wanted.days }] : [];
  });
  return [...added, ...grown, ...revoked];
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
  const { access, order, now } = known;
  if (access === null) return undefined;
  const extensions = changed(access.extensions, grantedBy(known, judgement, payments), order.reference);
  if (extensions.length === 0) return undefined;
  const all = [
    ...access.extensions.filter((each) => !extensions.some((x) => isSame(x, each))),
    ...extensions,
  ];
  const until = paidUntil(all);
  const added = extensions.filter(({ isRevoked }) => !isRevoked);
  return {
    extensions,
    paidUntil: until,
    promised: [
      ...grants({ ...known, access }, { judgement, payments }, added),
      ...endPromises(access, until, now.getTime()),
    ],
  };
}
