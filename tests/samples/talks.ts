import type { Cents, OrderReference } from '../../shared/domain/common/ids';
import type { MessageOf } from '../../shared/domain/messages/messages';
import type { MyOrder } from '../../shared/domain/messages/offer';
import type { Talk, TalkMessage } from '../../shared/domain/messages/talks';
import type { OrderState } from '../../shared/domain/payments/payment';
import type { Writing } from './writing';

type TalkSamples = { readonly [Type in TalkMessage['type']]: readonly MessageOf<Type>[] };

const amountCents = 999_999_999 as Cents;
const userId = 2 ** 52;
const STATES: readonly (Pick<MyOrder, 'state'> & Partial<MyOrder>)[] = [
  ...(['open', 'settled', 'refunded', 'cancelled', 'refused'] satisfies OrderState[]).map((state) => ({
    state,
  })),
  { state: 'open', isExpired: true },
  { state: 'open', isPending: true },
  { state: 'open', isHanging: true },
  { state: 'open', receivedCents: (amountCents - 1) as Cents },
  { state: 'open', isParked: true },
];

/** Messages between a buyer and an owner, in every variety. */
export function talkSamplesOf({ title, name, text }: Writing): TalkSamples {
  const items = [{ kind: 'donation' }, { kind: 'subscription', tierName: name, days: 3649 }] as const;
  const about = {
    reference: 'Order-reference_22char' as OrderReference,
    title,
    amountCents,
  };
  const orders: readonly MyOrder[] = items.flatMap((item) =>
    STATES.map((state) => ({ ...about, item, ...state })),
  );
  const talks: readonly Talk[] = orders.flatMap((order) =>
    (['buyer', 'owner'] as const).flatMap((to) =>
      [null, 'n'.repeat(32)].map((username) => ({ to, order, buyer: { userId, username, firstName: text } })),
    ),
  );
  return {
    talk_orders: [{ type: 'talk_orders', orders }],
    talk_question: talks.flatMap((talk) =>
      [true, false].map((isAnonymous) => ({ type: 'talk_question', isAnonymous, ...talk }) as const),
    ),
    // Twice as many UTF-16 units as characters.
    talk_relayed: ['a', text, '😀'.repeat(1_000), '&'.repeat(1_000)].flatMap((written) =>
      talks.map((talk) => ({ type: 'talk_relayed', text: written, ...talk }) as const),
    ),
    talk_sent: talks.map((talk) => ({ type: 'talk_sent', ...talk })),
    talk_undelivered: talks.flatMap((talk) =>
      [true, false].map((isUncertain) => ({ type: 'talk_undelivered', isUncertain, ...talk }) as const),
    ),
    talk_answered: [
      { type: 'talk_answered', answer: { answer: 'talk_cancelled' } },
      { type: 'talk_answered', answer: { answer: 'talk_refused', title, reason: 'not_yours' } },
    ],
    talk_blocked: talks.map((talk) => ({ type: 'talk_blocked', ...talk })),
  };
}
