import type { Message } from '../../domain/messages/messages';
import type { Talk, WordedRefusal } from '../../domain/messages/talks';
import type { TalkFacts, TalkRefusal, TalkSide } from '../../domain/talks/talk';

const OTHER = { buyer: 'owner', owner: 'buyer' } as const satisfies Record<TalkSide, TalkSide>;

/** What a message to one side says about the talk, if `side` writes. */
export const talkOf = ({ order, buyer }: Pick<TalkFacts, 'order' | 'buyer'>, side: TalkSide): Talk => ({
  to: OTHER[side],
  order,
  buyer,
});

export const refusalAnswer = ({ order }: Pick<TalkFacts, 'order'>, refusal: WordedRefusal) =>
  ({ answer: 'talk_refused', title: order.title, ...refusal }) as const;

/** Tells a writer why nothing was sent; one who blocks the other side, with the button that ends that. */
export const refusalMessage = (facts: TalkFacts, refusal: TalkRefusal): Message =>
  refusal.reason === 'you_blocked'
    ? { type: 'talk_blocked', ...talkOf(facts, refusal.side) }
    : { type: 'talk_answered', answer: refusalAnswer(facts, refusal) };
