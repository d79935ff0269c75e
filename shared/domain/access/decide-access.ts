import { ACCESS_EXPIRES_SECONDS, type Promised } from '../effects';
import { worthOf, type Judgement } from '../payments/judge-payments';
import type { Payment } from '../payments/payment';
import type { AccessNews } from '../messages/access';
import { oddityOf } from '../payments/oddity';
import type { PaidAccess, PaymentCase } from '../payments/payment-case';
import { daysFor, paidUntil, remindersUntil, type Extension } from '../common/subscription';

export interface AccessChange {
  /** The extensions of the order that are new or revoked now. */
  readonly extensions: readonly Extension[];
  readonly paidUntil: number | null;
  readonly promised: readonly Promised[];
}

/** The days that an order and the payments credited beside it grant, as they are judged now. */
function grantedBy(
  { order, now }: PaymentCase,
  judgement: Judgement,
  payments: readonly Payment[],
): Extension[] {
  const { item, reference, amountCents } = order;
  if (item.kind === 'donation') return [];
  const grantedAt = now.getTime();
  const own = { reference, paymentId: null, days: item.days, grantedAt, isRevoked: false };
  const isTaken = judgement.paymentId !== null;
  const credited = payments
    .filter(({ paymentId }) => isTaken && judgement.verdicts.get(paymentId)?.standing === 'credited')
    .map((payment) => ({
      ...own,
      paymentId: payment.paymentId,
      days: daysFor(worthOf(payment), { ...item, amountCents }),
    }))
    .filter(({ days }) => days > 0);
  return judgement.state === 'settled' ? [own, ...credited] : credited;
}

const isSame = (a: Extension, b: Extension): boolean =>
  a.reference === b.reference && a.paymentId === b.paymentId;

/** What differs between the extensions there are of this order and those there ought to be. */
function changed(known: readonly Extension[], granted: readonly Extension[], reference: string): Extension[] {
  const revoked = known
    .filter((each) => each.reference === reference && !each.isRevoked)
    .filter((each) => !granted.some((wanted) => isSame(each, wanted)))
    .map((each) => ({ ...each, isRevoked: true }));
  const added = granted.filter((wanted) => !known.some((each) => isSame(each, wanted)));
  // A credited payment may grow: its days follow. One that was revoked stays so: what was sent back buys nothing again.
  const grown = known.flatMap((each) => {
    const wanted = each.isRevoked ? undefined : granted.find((other) => isSame(each, other));
    return wanted !== undefined && wanted.days !== each.days ? [{ ...each, days: wanted.days }] : [];
  });
  return [...added, ...grown, ...revoked];
}

const seconds = (ms: number): number => Math.max(0, ms / 1000);

/** What is due when a subscription ends at another time than before; a promise of the time before finds itself outdated. */
export function endPromises(
  access: Pick<PaidAccess, 'openChannelId' | 'userId' | 'version'>,
  until: number | null,
  now: number,
): Promised[] {
  const { openChannelId, userId } = access;
  const of = { openChannelId, userId };
  const key = `subscription:${openChannelId}:${userId}:${access.version + 1}`;
  const reminders =
    until === null
      ? []
      : remindersUntil(until, now).map(({ daysLeft, inMs, untilNextMs }): Promised => ({
          effect: { kind: 'remind', ...of, paidUntil: until, daysLeft },
          key: `${key}:remind:${daysLeft}`,
          dueInSeconds: seconds(inMs),
          // Better late than never, but not after the next one.
          expiresInSeconds: seconds(inMs + untilNextMs),
        }));
  // It wakes at the end itself, when the link has to go, and waits for the end of grace as that is by then.
  const dueInSeconds = until === null ? 0 : seconds(until - now);
  return [
    ...reminders,
    {
      effect: { kind: 'remove_member', ...of, paidUntil: until },
      key: `${key}:remove`,
      dueInSeconds,
      expiresInSeconds: dueInSeconds + ACCESS_EXPIRES_SECONDS,
    },
  ];
}

/** Tells of each extension once, with the way in for who is out. */
function grants(
  { order, access }: PaymentCase & { access: PaidAccess },
  { judgement, payments }: { judgement: Judgement; payments: readonly Payment[] },
  added: readonly Extension[],
): Promised[] {
  const { reference } = order;
  const paid: AccessNews = { type: 'paid', ...oddityOf(judgement, payments) };
  return added.map(({ paymentId, days }) => ({
    effect: {
      kind: 'grant_access',
      openChannelId: access.openChannelId,
      userId: access.userId,
      reference,
      news: paymentId === null ? paid : { type: 'credited' },
    },
    key: `${reference}:${paymentId === null ? 'order' : `${paymentId}:${days}`}:grant`,
    expiresInSeconds: ACCESS_EXPIRES_SECONDS,
    reference,
  }));
}

/**
 * What the payments of an order mean for its buyer's access: one extension for a settled order, one for each payment
 * credited beside it, and none any more for what was sent back. `undefined` when nothing changes.
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
