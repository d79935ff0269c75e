import type { BlockingRefusal, TalkRefusal, TalkSide } from '../talks/talk';
import type { MyOrder } from './offer';
import type { Named, Payer } from './parts';

/** Two people and the order that they write about. `to` reads what is written. The buyer never learns who the owner is. */
export interface Talk {
  readonly to: TalkSide;
  readonly order: MyOrder;
  readonly buyer: Payer;
}

/** What the bot says between a buyer and an owner. */
export type TalkMessage =
  /** Lets a buyer choose the order that they write about. */
  | { readonly type: 'talk_orders'; readonly orders: readonly MyOrder[] }
  /** Asks for the message. `isAnonymous`: the owner doesn't know yet that the buyer gave this. */
  | ({ readonly type: 'talk_question'; readonly isAnonymous?: boolean } & Talk)
  /** What the other side wrote. Never stored. */
  | ({ readonly type: 'talk_relayed'; readonly text: string } & Talk)
  | ({ readonly type: 'talk_sent' } & Talk)
  /** `isUncertain`: Telegram did not answer, so it may have arrived. */
  | ({ readonly type: 'talk_undelivered'; readonly isUncertain: boolean } & Talk)
  | { readonly type: 'talk_answered'; readonly answer: TalkAnswer }
  /** Tells a user that they block `to`. */
  | ({ readonly type: 'talk_blocked' } & Talk);

export type WordedRefusal = Exclude<TalkRefusal, BlockingRefusal>;

export type TalkAnswer =
  | Named<'talk_cancelled' | 'talk_unblocked' | 'talk_without_order'>
  | ({ readonly answer: 'talk_refused'; readonly title: string } & WordedRefusal);
