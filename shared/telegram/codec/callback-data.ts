import {
  isOrderReference,
  isUserId,
  parseOpenChannelId,
  type Cents,
  type ClosedChannelId,
  type OpenChannelId,
  type OrderReference,
} from '../../domain/common/ids';
import { LANGUAGES, type Language } from '../../domain/common/language';
import { WAYS_TO_PAY, type WayToPay } from '../../domain/payments/invoices/ways-to-pay';
import type { CaseDecision } from '../../domain/payments/payment';
import { DONOR_CHOICES, MOST_STAR_PLACES, type DonorChoice } from '../../domain/donations/choices';
import { KEYS } from '../../domain/donations/keypad';
import { PRESET_KEYS, type TapKey } from '../../domain/donations/presets';
import type { PlaceKind } from '../../domain/places/place';
import { isSetUpStep, type SetUpStep } from '../../domain/owner/set-up';
import { MAX_WORTH_CENTS } from '../../domain/payments/received';
import { isOwnerAction, takesArgument, type OwnerActionName } from '../../domain/owner/owner-actions';

/** What a button can ask for. Never a price, because a client can write any callback data. */
export type ButtonIntent =
  | { readonly type: 'tap'; readonly key: TapKey }
  | { readonly type: 'donor_choice'; readonly choice: DonorChoice }
  | { readonly type: 'give_stars'; readonly place: number }
  | { readonly type: 'look' }
  | { readonly type: 'donate'; readonly openChannelId: OpenChannelId }
  /** Pages and positions count from 1. */
  | { readonly type: 'show_channels'; readonly page: number }
  /** Replaces the list that the channel was chosen from. */
  | { readonly type: 'show_channel'; readonly openChannelId: OpenChannelId }
  /** Sends a new message, because the user still needs the message with the button. */
  | { readonly type: 'show_offer'; readonly openChannelId: OpenChannelId }
  | {
      readonly type: 'buy';
      readonly openChannelId: OpenChannelId;
      readonly position: number;
      /** Although money is in another order of the buyer. */
      readonly isFromScratch?: boolean;
    }
  /** Asks for the invoice for what remains of an order. */
  | { readonly type: 'pay_order'; readonly reference: OrderReference }
  /** Asks for the invoice of an order by one of the ways to pay it. */
  | { readonly type: 'pay_by'; readonly way: WayToPay; readonly reference: OrderReference }
  /** Asks how to pay an order, again. */
  | { readonly type: 'choose_way'; readonly reference: OrderReference }
  /** `null` on buttons of the bot's predecessor, which did not name the order. */
  | { readonly type: 'cancel_order'; readonly reference: OrderReference | null }
  | { readonly type: 'show_story'; readonly reference: OrderReference }
  /** `chatId`: into another place than the main one. */
  | { readonly type: 'enter'; readonly openChannelId: OpenChannelId; readonly chatId?: ClosedChannelId }
  | { readonly type: 'my_subscriptions'; readonly isInPlace?: boolean }
  | {
      readonly type: 'decide_case';
      readonly paymentId: number;
      readonly decision: CaseDecision;
      readonly days?: number;
      /** What the owner says it was worth. They have seen its effect. */
      readonly typedCents?: Cents;
      /** True if the owner was asked once more. Only a refund is. */
      readonly isConfirmed?: true;
    }
  /** `chatId`: from another place than the main one. */
  | {
      readonly type: 'remove_protected';
      readonly openChannelId: OpenChannelId;
      readonly userId: number;
      readonly chatId?: ClosedChannelId;
    }
  | { readonly type: 'release_brake'; readonly openChannelId: OpenChannelId }
  /** The buyer ends what renews by itself, or is asked once more. */
  | { readonly type: 'ask_end_renewal' | 'end_my_renewal'; readonly openChannelId: OpenChannelId }
  | { readonly type: 'stop_removals'; readonly openChannelId: OpenChannelId }
  /** Lists the channels that the user runs, to choose one for the action. */
  | { readonly type: 'my_channels'; readonly action: OwnerActionName; readonly page: number }
  | { readonly type: 'choose_language'; readonly language: Language }
  /** Writes to the owner of an order's channel, or to its buyer. */
  | { readonly type: 'choose_talk' | 'cancel_talk' }
  | { readonly type: 'open_talk'; readonly reference: OrderReference }
  | { readonly type: 'block_talk'; readonly reference: OrderReference; readonly isBlocking: boolean }
  /** Starts or continues a set-up, postpones it, or cancels it. */
  | { readonly type: 'open_set_up' | 'postpone_set_up' | 'cancel_set_up' }
  | { readonly type: 'claim'; readonly openChannelId: OpenChannelId; readonly isConfirmed: boolean }
  /** A choice on a page of a set-up. */
  | { readonly type: 'set_up'; readonly step: SetUpStep; readonly choice: string }
  /** An action of the owner or a manager of the channel. */
  | {
      readonly type: 'own';
      readonly action: OwnerActionName;
      readonly openChannelId: OpenChannelId;
      readonly argument?: string;
    };

type IntentToBuy = Extract<ButtonIntent, { type: 'buy' }>;

/** The choice, in place of a chat, to pick one in Telegram's own list. */
export const PICKS = { channel: 'pick', supergroup: 'group' } as const satisfies Readonly<
  Record<PlaceKind, string>
>;

/** What a choice picks in Telegram's own list. `undefined`: it is another choice. */
export const pickedKind = (choice: string | undefined): PlaceKind | undefined =>
  choice === PICKS.channel ? 'channel' : choice === PICKS.supergroup ? 'supergroup' : undefined;

/** Writes callback data, at most 64 bytes each. */
export const callbackData = {
  key: (key: TapKey): string =>
    key === '.' ? 'donate_digit_dot' : key.length === 1 ? `donate_digit_${key}` : `donate_${key}`,
  donorChoice: (choice: DonorChoice): string => `donate_${choice}`,
  /** It names a place on the keypad, never the amount. */
  giveStars: (place: number): string => `donate_stars_${place}`,
  display: 'donate_display',
  donate: (openChannelId: OpenChannelId): string => `donate_start_${openChannelId}`,
  channels: (page: number): string => `channels_page_${page}`,
  backToChannels: 'back_to_channels',
  channel: (openChannelId: OpenChannelId): string => `channel_${openChannelId}`,
  offer: (openChannelId: OpenChannelId): string => `offer_${openChannelId}`,
  buy: (openChannelId: OpenChannelId, position: number): string => `sub_tier_${openChannelId}_${position}`,
  buyFromScratch: (openChannelId: OpenChannelId, position: number): string =>
    `sub_scratch_${openChannelId}_${position}`,
  payOrder: (reference: OrderReference): string => `order_pay_${reference}`,
  payBy: (way: WayToPay, reference: OrderReference): string => `pay_${way}_${reference}`,
  otherWay: (reference: OrderReference): string => `pay_other_${reference}`,
  cancelOrder: (reference: OrderReference): string => `payment_cancel_${reference}`,
  story: (reference: OrderReference): string => `order_story_${reference}`,
  enter: (openChannelId: OpenChannelId, chatId?: ClosedChannelId): string =>
    `enter_${openChannelId}${chatId === undefined ? '' : `_${chatId}`}`,
  mySubscriptions: 'my_subscriptions',
  backToSubscriptions: 'back_to_subscriptions',
  /** With the days that the button shows, because the amount may be worth other days when it is tapped. */
  decide: (answer: { decision: CaseDecision; days?: number }, paymentId: number): string =>
    `case_${answer.decision}_${paymentId}${answer.days === undefined ? '' : `_${answer.days}`}`,
  /** The answer Yes to the question if a payment was sent back. */
  sentBack: (paymentId: number): string => `case_sent_${paymentId}`,
  worth: (paymentId: number, { cents, days }: { cents: Cents; days: number }): string =>
    `case_typed_${paymentId}_${cents}_${days}`,
  removeProtected: (openChannelId: OpenChannelId, userId: number, chatId?: ClosedChannelId): string =>
    chatId === undefined
      ? `member_remove_${openChannelId}_${userId}`
      : `member_out_${openChannelId}_${userId}_${chatId}`,
  askEndRenewal: (openChannelId: OpenChannelId): string => `renewal_ask_${openChannelId}`,
  endRenewal: (openChannelId: OpenChannelId): string => `renewal_end_${openChannelId}`,
  releaseBrake: (openChannelId: OpenChannelId): string => `removals_release_${openChannelId}`,
  stopRemovals: (openChannelId: OpenChannelId): string => `removals_off_${openChannelId}`,
  myChannels: (action: OwnerActionName, page: number): string => `mine_${action}_${page}`,
  language: (language: Language): string => `language_${language}`,
  chooseTalk: 'talk_choose',
  cancelTalk: 'talk_cancel',
  talk: (reference: OrderReference): string => `talk_order_${reference}`,
  blockTalk: (reference: OrderReference): string => `talk_block_${reference}`,
  unblockTalk: (reference: OrderReference): string => `talk_unblock_${reference}`,
  openSetUp: 'setup_open',
  postponeSetUp: 'setup_later',
  cancelSetUp: 'setup_cancel',
  claim: (openChannelId: OpenChannelId): string => `claim_ask_${openChannelId}`,
  claimNow: (openChannelId: OpenChannelId): string => `claim_now_${openChannelId}`,
  setUp: (step: SetUpStep, choice: string | number): string => `setup_${step}_${choice}`,
  own: (action: OwnerActionName, openChannelId: OpenChannelId, argument?: string | number): string =>
    `own_${action}_${openChannelId}${argument === undefined ? '' : `_${argument}`}`,
} as const;

const FIXED_DATA: Readonly<Record<string, ButtonIntent>> = {
  ...Object.fromEntries(KEYS.map((key) => [`donate_digit_${key}`, { type: 'tap', key }])),
  ...Object.fromEntries(PRESET_KEYS.map((key) => [`donate_${key}`, { type: 'tap', key }])),
  ...Object.fromEntries(
    DONOR_CHOICES.map((choice) => [`donate_${choice}`, { type: 'donor_choice', choice }]),
  ),
  donate_digit_dot: { type: 'tap', key: '.' },
  donate_backspace: { type: 'tap', key: 'backspace' },
  donate_clear: { type: 'tap', key: 'clear' },
  donate_confirm: { type: 'tap', key: 'confirm' },
  donate_cancel: { type: 'tap', key: 'cancel' },
  donate_display: { type: 'look' },
  donate_noop: { type: 'look' },
  page_info: { type: 'look' },
  back_to_channels: { type: 'show_channels', page: 1 },
  my_subscriptions: { type: 'my_subscriptions' },
  back_to_subscriptions: { type: 'my_subscriptions', isInPlace: true },
  payment_cancel: { type: 'cancel_order', reference: null },
  talk_choose: { type: 'choose_talk' },
  talk_cancel: { type: 'cancel_talk' },
  setup_open: { type: 'open_set_up' },
  setup_later: { type: 'postpone_set_up' },
  setup_cancel: { type: 'cancel_set_up' },
};

const MAX_POSITION = 10;
/** Far more pages than there will ever be. It fits into an `integer` column. */
const MAX_PAGE = 999_999;

/** Reads a whole number from 1 as we write it: no sign, no leading zero. */
const readCount = (text: string, most: number = Number.MAX_SAFE_INTEGER): number | undefined =>
  /^[1-9]\d{0,15}$/.test(text) && Number(text) <= most ? Number(text) : undefined;

type Reader = (rest: string) => ButtonIntent | undefined;

type ChannelIntent =
  | 'donate'
  | 'show_channel'
  | 'show_offer'
  | 'release_brake'
  | 'stop_removals'
  | 'ask_end_renewal'
  | 'end_my_renewal';

const channelReader =
  (type: ChannelIntent): Reader =>
  (rest) => {
    const openChannelId = parseOpenChannelId(rest);
    return openChannelId && { type, openChannelId };
  };

/** A place's id is written like that of an offer. */
const parsePlaceId = (text: string): ClosedChannelId | undefined =>
  parseOpenChannelId(text) as ClosedChannelId | undefined;

function readEnter(rest: string): ButtonIntent | undefined {
  const [channel = '', chat, ...more] = rest.split('_');
  const openChannelId = parseOpenChannelId(channel);
  const chatId = chat === undefined ? undefined : parsePlaceId(chat);
  if (openChannelId === undefined || more.length > 0 || (chat !== undefined && chatId === undefined))
    return undefined;
  return { type: 'enter', openChannelId, ...(chatId !== undefined && { chatId }) };
}

const claimReader =
  (isConfirmed: boolean): Reader =>
  (rest) => {
    const openChannelId = parseOpenChannelId(rest);
    return openChannelId && { type: 'claim', openChannelId, isConfirmed };
  };

const wayReader =
  (way: WayToPay): Reader =>
  (rest) =>
    isOrderReference(rest) ? { type: 'pay_by', way, reference: rest } : undefined;

const orderReader =
  (type: 'cancel_order' | 'show_story' | 'pay_order' | 'choose_way' | 'open_talk'): Reader =>
  (rest) =>
    isOrderReference(rest) ? { type, reference: rest } : undefined;

const blockReader =
  (isBlocking: boolean): Reader =>
  (rest) =>
    isOrderReference(rest) ? { type: 'block_talk', reference: rest, isBlocking } : undefined;

const caseReader =
  (decision: CaseDecision): Reader =>
  (rest) => {
    const [payment = '', days, ...more] = rest.split('_');
    const paymentId = readCount(payment);
    const isCredit = decision === 'credit';
    if (paymentId === undefined || more.length > 0 || isCredit !== (days !== undefined)) return undefined;
    if (days === undefined) return { type: 'decide_case', paymentId, decision };
    const promised = days === '0' ? 0 : readCount(days);
    return promised === undefined ? undefined : { type: 'decide_case', paymentId, decision, days: promised };
  };

function readGiveStars(rest: string): ButtonIntent | undefined {
  const place = readCount(rest, MOST_STAR_PLACES);
  return place === undefined ? undefined : { type: 'give_stars', place };
}

/** Yes to the question if a payment was sent back. */
function readSentBack(rest: string): ButtonIntent | undefined {
  const paymentId = readCount(rest);
  return paymentId === undefined
    ? undefined
    : { type: 'decide_case', paymentId, decision: 'refund', isConfirmed: true };
}

function readTypedWorth(rest: string): ButtonIntent | undefined {
  const [payment = '', cents = '', days = '', ...more] = rest.split('_');
  const paymentId = readCount(payment);
  const typedCents = readCount(cents, MAX_WORTH_CENTS);
  const promised = days === '0' ? 0 : readCount(days);
  if (paymentId === undefined || typedCents === undefined || promised === undefined || more.length > 0)
    return undefined;
  return {
    type: 'decide_case',
    paymentId,
    decision: 'credit',
    days: promised,
    typedCents: typedCents as Cents,
  };
}

function readLanguageChoice(rest: string): ButtonIntent | undefined {
  const language = LANGUAGES.find((each) => each === rest);
  return language && { type: 'choose_language', language };
}

function readShowChannels(rest: string): ButtonIntent | undefined {
  const page = readCount(rest, MAX_PAGE);
  return page === undefined ? undefined : { type: 'show_channels', page };
}

function readMyChannels(rest: string): ButtonIntent | undefined {
  const [action = '', number = '', ...more] = rest.split('_');
  const page = readCount(number, MAX_PAGE);
  if (!isOwnerAction(action) || page === undefined || more.length > 0) return undefined;
  return { type: 'my_channels', action, page };
}

/** The name of an action never contains `_`. The argument after the channel may. */
function readOwnerAction(rest: string): ButtonIntent | undefined {
  const [, action = '', channel = '', argument] = /^([a-z-]+)_(-\d+)(?:_(.+))?$/s.exec(rest) ?? [];
  const openChannelId = parseOpenChannelId(channel);
  if (openChannelId === undefined || !isOwnerAction(action) || !takesArgument(action, argument))
    return undefined;
  return { type: 'own', action, openChannelId, ...(argument !== undefined && { argument }) };
}

function readSetUp(rest: string): ButtonIntent | undefined {
  const [, step = '', choice] = /^([a-z]+)_(-?[a-z0-9]{1,20})$/.exec(rest) ?? [];
  return isSetUpStep(step) && choice !== undefined ? { type: 'set_up', step, choice } : undefined;
}

function readBuy(rest: string): IntentToBuy | undefined {
  const [channel = '', number = '', ...more] = rest.split('_');
  const openChannelId = parseOpenChannelId(channel);
  const position = readCount(number, MAX_POSITION);
  if (openChannelId === undefined || position === undefined || more.length > 0) return undefined;
  return { type: 'buy', openChannelId, position };
}

function readRemoveProtected(rest: string): ButtonIntent | undefined {
  const [channel = '', user = '', ...more] = rest.split('_');
  const openChannelId = parseOpenChannelId(channel);
  const userId = readCount(user);
  if (openChannelId === undefined || userId === undefined || more.length > 0) return undefined;
  return isUserId(userId) ? { type: 'remove_protected', openChannelId, userId } : undefined;
}

/** Like `readRemoveProtected`, from another place than the main one. Short, because three ids have to fit. */
function readRemoveFromPlace(rest: string): ButtonIntent | undefined {
  const [channel, user, chat = '', ...more] = rest.split('_');
  const intent = readRemoveProtected(`${channel}_${user}`);
  const chatId = parsePlaceId(chat);
  if (intent?.type !== 'remove_protected' || chatId === undefined || more.length > 0) return undefined;
  return { ...intent, chatId };
}

function readBuyFromScratch(rest: string): ButtonIntent | undefined {
  const intent = readBuy(rest);
  return intent && { ...intent, isFromScratch: true };
}

/** A reader for each prefix. Only one can match, because no prefix is the beginning of another. */
const READERS: readonly (readonly [string, Reader])[] = [
  ['donate_start_', channelReader('donate')],
  ['donate_stars_', readGiveStars],
  ['channels_page_', readShowChannels],
  ['language_', readLanguageChoice],
  ['channel_', channelReader('show_channel')],
  ['offer_', channelReader('show_offer')],
  ['sub_tier_', readBuy],
  ['sub_scratch_', readBuyFromScratch],
  ['order_pay_', orderReader('pay_order')],
  ...WAYS_TO_PAY.map((way) => [`pay_${way}_`, wayReader(way)] as const),
  ['pay_other_', orderReader('choose_way')],
  ['payment_cancel_', orderReader('cancel_order')],
  ['order_story_', orderReader('show_story')],
  ['talk_order_', orderReader('open_talk')],
  ['talk_block_', blockReader(true)],
  ['talk_unblock_', blockReader(false)],
  ['enter_', readEnter],
  ['case_accept_', caseReader('accept')],
  ['case_credit_', caseReader('credit')],
  ['case_refund_', caseReader('refund')],
  ['case_wait_', caseReader('wait')],
  ['case_sent_', readSentBack],
  ['case_typed_', readTypedWorth],
  ['member_remove_', readRemoveProtected],
  ['member_out_', readRemoveFromPlace],
  ['renewal_ask_', channelReader('ask_end_renewal')],
  ['renewal_end_', channelReader('end_my_renewal')],
  ['removals_release_', channelReader('release_brake')],
  ['removals_off_', channelReader('stop_removals')],
  ['mine_', readMyChannels],
  ['own_', readOwnerAction],
  ['setup_', readSetUp],
  ['claim_ask_', claimReader(false)],
  ['claim_now_', claimReader(true)],
];

/** Reads callback data, including that of older versions. `undefined` for anything else. */
export function parseCallbackData(data: string): ButtonIntent | undefined {
  if (Object.hasOwn(FIXED_DATA, data)) return FIXED_DATA[data];
  const [prefix, read] = READERS.find(([each]) => data.startsWith(each)) ?? [];
  return prefix === undefined ? undefined : read?.(data.slice(prefix.length));
}
