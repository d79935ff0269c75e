import { daysFor, type Extension } from '../common/subscription';
import type { Judgement } from '../payments/judge-payments';
import type { Payment } from '../payments/payment';
import type { PaidAccess, PaymentCase } from '../payments/payment-case';
import { receivedCentsOf } from '../payments/received';

type CaseOfAccess = Pick<PaymentCase, 'order' | 'now'> & { readonly access: PaidAccess };

export const isSameExtension = (a: Pick<Extension, 'reference' | 'paymentId'>, b: typeof a): boolean =>
  a.reference === b.reference && a.paymentId === b.paymentId;

/** The days that an order grants, from the beginning of the period that was paid, and those of the payments credited beside it. */
function grantedBy(
  { order, now, access }: CaseOfAccess,
  judgement: Judgement,
  payments: readonly Payment[],
): Extension[] {
  const { item, reference, amountCents } = order;
  if (item.kind === 'donation') return [];
  const knownOf = (paymentId: number | null) =>
    access.extensions.find((each) => isSameExtension(each, { reference, paymentId }) && !each.isRevoked);
  const given = (paymentId: number | null): Extension => {
    const grantedAt = knownOf(paymentId)?.grantedAt ?? now.getTime();
    return { reference, paymentId, days: item.days, grantedAt, isRevoked: false };
  };
  const taken = payments.find(({ paymentId }) => paymentId === judgement.paymentId);
  // What an owner accepted counts from then, whatever is reported later.
  const began = taken?.decision === null ? taken.periodBeganAt : null;
  const own = { ...given(null), ...(began != null && { grantedAt: Math.min(now.getTime(), began) }) };
  const isTaken = judgement.paymentId !== null;
  const credited = payments
    .filter(({ paymentId }) => isTaken && judgement.verdicts.get(paymentId)?.standing === 'credited')
    .map(({ paymentId, ...payment }) => ({
      ...given(paymentId),
      // Days that an owner gave are never taken back by a later valuation.
      days: Math.max(
        daysFor(receivedCentsOf({ ...payment, paymentId }, order) ?? 0, { ...item, amountCents }),
        knownOf(paymentId)?.days ?? 0,
      ),
    }))
    .filter(({ days }) => days > 0);
  return judgement.state === 'settled' ? [own, ...credited] : credited;
}

/** Returns the extensions of an order that its payments add, change or revoke. */
export function changedExtensions(
  { order, now, access }: CaseOfAccess,
  judgement: Judgement,
  payments: readonly Payment[],
): Extension[] {
  const known = access.extensions;
  const granted = grantedBy({ order, now, access }, judgement, payments);
  const revoked = known
    .filter((each) => each.reference === order.reference && !each.isRevoked)
    .filter((each) => !granted.some((wanted) => isSameExtension(each, wanted)))
    .map((each) => ({ ...each, isRevoked: true }));
  const added = granted.filter((wanted) => !known.some((each) => isSameExtension(each, wanted)));
  // A credited payment may grow, and its days grow with it. A revoked one stays revoked: returned money buys nothing. What
  // began otherwise than was concluded moves.
  const moved = known.flatMap((each) => {
    const wanted = each.isRevoked ? undefined : granted.find((other) => isSameExtension(each, other));
    return wanted !== undefined && (wanted.days !== each.days || wanted.grantedAt !== each.grantedAt)
      ? [wanted]
      : [];
  });
  return [...added, ...moved, ...revoked];
}
