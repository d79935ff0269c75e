import type { OpenChannelId } from '../common/ids';
import { DAY_SECONDS, HOUR_SECONDS, MINUTE_SECONDS } from '../common/time';
import type { MyOrder } from '../messages/offer';
import type { Payer } from '../messages/parts';

/** Who writes: the buyer of an order, or the owner of its channel. */
export type TalkSide = 'buyer' | 'owner';

/** The most characters (code points) that are passed on at once. */
export const MAX_TALK_TEXT = 1_000;
/** After this, what the user types is no longer taken as the message that they were asked for. */
export const QUESTION_SECONDS = HOUR_SECONDS;

/** What is known about an order's buyer and owner when one of them writes to the other. */
export interface TalkFacts {
  readonly order: MyOrder;
  readonly openChannelId: OpenChannelId;
  readonly buyer: Payer;
  /** The owner now, who may be another one than when the order was made. */
  readonly ownerId: number;
  /** 0 before the first message. */
  readonly version: number;
  /** The owner of now blocked the buyer. */
  readonly isBuyerBlocked: boolean;
  readonly isOwnerBlocked: boolean;
  /** The buyer gave without their name. */
  readonly isAnonymous: boolean;
  /** The buyer has written about this order; about an anonymous one, to the owner of now. */
  readonly hasBuyerWritten: boolean;
  /** How many seconds ago the writer wrote in this talk, latest first. At most `MOST_COUNTED`. */
  readonly agesOfWriter: readonly number[];
  /** The same for all buyers who wrote to the channel's owner. */
  readonly agesInChannel: readonly number[];
}

interface Limit {
  readonly most: number;
  readonly seconds: number;
}

const WRITER_LIMITS: Readonly<Record<TalkSide, readonly Limit[]>> = {
  buyer: [
    { most: 5, seconds: 10 * MINUTE_SECONDS },
    { most: 20, seconds: DAY_SECONDS },
  ],
  owner: [
    { most: 20, seconds: 10 * MINUTE_SECONDS },
    { most: 100, seconds: DAY_SECONDS },
  ],
};
/** However many accounts a flood comes from. */
const CHANNEL_LIMITS: readonly Limit[] = [{ most: 60, seconds: HOUR_SECONDS }];
/** As many messages as the limits look at. */
export const MOST_COUNTED = 100;

/** How long a writer has to wait, in seconds, given how many seconds ago messages were written, latest first. */
export function waitSeconds(ages: readonly number[], limits: readonly Limit[]): number {
  const waits = limits.map(({ most, seconds }) => seconds - (ages[most - 1] ?? seconds));
  return Math.max(0, ...waits.map(Math.ceil));
}

/** Why a message is not passed on. */
export type TalkRefusal =
  | { readonly reason: 'own_channel' | 'not_yours' }
  | BlockingRefusal
  | { readonly reason: 'they_blocked'; readonly side: TalkSide }
  | { readonly reason: 'too_often'; readonly seconds: number }
  | TextRefusal;

/** The writer blocks the other side. They are told with the button that ends that. */
export interface BlockingRefusal {
  readonly reason: 'you_blocked';
  readonly side: TalkSide;
}

type TextRefusal =
  { readonly reason: 'not_text' | 'empty' } | { readonly reason: 'too_long'; readonly length: number };

/** True if another text would be passed on. */
export const isAboutText = ({ reason }: TalkRefusal): boolean =>
  reason === 'not_text' || reason === 'empty' || reason === 'too_long';

type Judgement = { readonly side: TalkSide } | { readonly refusal: TalkRefusal };

/** The side of a user. `undefined` if they have none, or both: nobody writes to themselves. */
function talkSideOf({ buyer, ownerId }: Pick<TalkFacts, 'buyer' | 'ownerId'>, userId: number) {
  if (buyer.userId === ownerId) return undefined;
  if (userId === ownerId) return 'owner';
  return userId === buyer.userId ? 'buyer' : undefined;
}

/**
 * The side of a user who blocks the other one, or ends that. `undefined` if they have none, or if they are an owner who would
 * learn who the buyer is: the answer to a block names the buyer, and ending a block on one order shows whose other orders it
 * ends on.
 */
export function blockingSideOf(facts: TalkFacts, userId: number, isBlocking: boolean): TalkSide | undefined {
  const side = talkSideOf(facts, userId);
  const isNamed = facts.hasBuyerWritten || !(isBlocking || facts.isAnonymous);
  return side === 'owner' && !isNamed ? undefined : side;
}

/**
 * Decides if a user may write about an order now, and as who. Only its buyer may begin. The owner of now may answer, and
 * nobody else, not even a former owner who got the message that they reply to.
 */
export function judgeWriter(facts: TalkFacts, userId: number): Judgement {
  const { isBuyerBlocked, isOwnerBlocked } = facts;
  const side = talkSideOf(facts, userId);
  if (side === undefined || (side === 'owner' && !facts.hasBuyerWritten))
    return {
      refusal: { reason: userId === facts.ownerId && side === undefined ? 'own_channel' : 'not_yours' },
    };
  const [isBlocking, isBlocked] =
    side === 'owner' ? [isBuyerBlocked, isOwnerBlocked] : [isOwnerBlocked, isBuyerBlocked];
  if (isBlocking) return { refusal: { reason: 'you_blocked', side } };
  if (isBlocked) return { refusal: { reason: 'they_blocked', side } };
  const seconds = Math.max(
    waitSeconds(facts.agesOfWriter, WRITER_LIMITS[side]),
    side === 'buyer' ? waitSeconds(facts.agesInChannel, CHANNEL_LIMITS) : 0,
  );
  return seconds > 0 ? { refusal: { reason: 'too_often', seconds } } : { side };
}

/** `text` is `null` for a photo, a voice message, or anything else that isn't text. */
function judgeText(text: string | null): TextRefusal | undefined {
  if (text === null) return { reason: 'not_text' };
  if (text.trim() === '') return { reason: 'empty' };
  const { length } = Array.from(text);
  return length > MAX_TALK_TEXT ? { reason: 'too_long', length } : undefined;
}

/** Like `judgeWriter`, for what was written. */
export function judgeMessage(facts: TalkFacts, userId: number, text: string | null): Judgement {
  const judged = judgeWriter(facts, userId);
  const refusal = 'side' in judged ? judgeText(text) : undefined;
  return refusal === undefined ? judged : { refusal };
}
