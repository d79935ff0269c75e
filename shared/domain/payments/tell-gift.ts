import type { Promised } from '../effects';
import type { Cents } from '../common/ids';
import type { Message } from '../messages/messages';
import type { Received } from '../messages/parts';
import { isYetToCome } from './clock/hanging';
import { oddityOf, receivedBy } from './oddity';
import { BY_ITSELF } from './counts';
import type { Exception, Payment } from './payment';
import { dollarsOf } from './received';
import { aboutOrder, saleOf, salesChatOf, tell, tellInPlace, type Telling } from './tell';

/** What came as a gift. `growth` if the same payment was told before with less; `isFurther` if another one came first. */
interface Gift {
  readonly receivedCents: Cents;
  readonly received: Received;
  readonly exception: Exception;
  readonly growth?: true;
  readonly isFurther?: true;
}

const thanksFor = ({ known, judgement }: Telling, gift: Gift): Message => ({
  type: 'thanks',
  ...aboutOrder(known, judgement),
  ...gift,
});

const donationOf = (telling: Telling, { receivedCents, received, exception, growth }: Gift): Message => ({
  type: 'donation_received',
  ...saleOf(telling),
  ...(telling.known.donor?.note != null && { note: telling.known.donor.note }),
  amountCents: receivedCents,
  ...received,
  exception,
  ...(growth && { growth }),
});

/** Tells both sides about a gift. If it grew, tells them once for each new amount. */
function tellGift(
  telling: Telling,
  payment: Payment,
  { gift, whats, grownFrom }: { gift: Gift; whats: GiftKeys; grownFrom: Cents | null | undefined },
): Promised[] {
  const { known } = telling;
  const salesChat = salesChatOf(known);
  const told = (each: Gift, suffix: string): Promised[] => [
    tellInPlace(telling, payment, {
      message: thanksFor(telling, each),
      what: `${whats.payer}${suffix}`,
      // A further gift is thanked for beside the first.
      as: each.isFurther ? undefined : 'edit',
    }),
    ...(salesChat === undefined || whats.owner === undefined
      ? []
      : [
          tell(telling, payment, {
            chatId: salesChat,
            message: donationOf(telling, each),
            what: `${whats.owner}${suffix}`,
          }),
        ]),
  ];
  const { receivedCents } = gift;
  const isGrown = grownFrom !== undefined && receivedCents > (grownFrom ?? 0);
  return [...told(gift, ''), ...(isGrown ? told({ ...gift, growth: true }, `:${receivedCents}`) : [])];
}

/** The names of the two messages about a gift. Owners need no news of their own decision. */
interface GiftKeys {
  readonly payer: string;
  readonly owner: string | undefined;
}

/** A further payment of a settled donation: one more donation of what came. */
export function tellFurtherGift(telling: Telling, payment: Payment): Promised[] {
  const { known, before, judgement } = telling;
  const { order } = known;
  const { paymentId } = payment;
  const earlier = known.payments.find((each) => each.paymentId === paymentId);
  const wasGift = earlier !== undefined && before.verdicts.get(paymentId)?.standing === 'credited';
  return tellGift(telling, payment, {
    gift: {
      receivedCents: dollarsOf(payment, order) ?? (0 as Cents),
      received: receivedBy(payment, order),
      exception: judgement.verdicts.get(paymentId)?.exception ?? 'none',
      isFurther: true,
    },
    whats: { payer: 'payer:credited', owner: payment.decidedOn === BY_ITSELF ? 'owner:credited' : undefined },
    grownFrom: wasGift ? dollarsOf(earlier, order) : undefined,
  });
}

/** The messages about the payment that completed a donation. Nobody is thanked before anything came. */
export function tellDonation(telling: Telling, payment: Payment): Promised[] {
  const { known, judgement, before, payments } = telling;
  if (isYetToCome(payment)) return [];
  const earlier = known.payments.find((each) => each.paymentId === payment.paymentId);
  const wasTold = known.order.state === 'settled' && !(earlier && isYetToCome(earlier));
  const gift = {
    receivedCents: judgement.incomeCents ?? (0 as Cents),
    ...oddityOf(judgement, payments, known.order),
  };
  return tellGift(telling, payment, {
    gift,
    whats: { payer: 'payer:settled', owner: 'owner:settled' },
    grownFrom: wasTold ? before.incomeCents : undefined,
  });
}
