import {
  isOrderReference,
  isUserId,
  parseOpenChannelId,
  type OpenChannelId,
  type OrderReference,
} from '../../domain/common/ids';
import type { Decision } from '../../domain/payments/payment';
import { KEYS, type Key } from '../../domain/donations/keypad';
import { isSetUpStep, type SetUpStep } from '../../domain/owner/set-up';
import { isOwnerAction, takesArgument, type OwnerActionName } from '../../domain/owner/owner-actions';

/** What a button may ask for. Never a price: the client writes callback data. */
export type ButtonIntent =
  | { readonly type: 'tap'; readonly key: Key }
  | { readonly type: 'look' }
  | { readonly type: 'donate'; readonly openChannelId: OpenChannelId }
  /** Pages and positions count from 1. */
  | { readonly type: 'show_channels'; readonly page: number }
  /** In place of the list it was chosen from. */
  | { readonly type: 'show_channel'; readonly openChannelId: OpenChannelId }
  /** As a message of its own, for the message with the button holds what is still needed. */
  | { readonly type: 'show_offer'; readonly openChannelId: OpenChannelId }
  | { readonly type: 'buy'; readonly openChannelId: OpenChannelId; readonly position: number }
  /** `null` on buttons of the predecessor, which did not say which order. */
  | { readonly type: 'cancel_order'; readonly reference: OrderReference | null }
  | { readonly type: 'show_story'; readonly reference: OrderReference }
  | { readonly type: 'enter'; readonly openChannelId: OpenChannelId }
  | { readonly type: 'my_subscriptions' }
  | {
      readonly type: 'decide_case';
      readonly paymentId: number;
      readonly decision: Decision;
      readonly days?: number;
    }
  | { readonly type: 'remove_protected'; readonly openChannelId: OpenChannelId; readonly userId: number }
  | { readonly type: 'release_brake'; readonly openChannelId: OpenChannelId }
  | { readonly type: 'stop_removals'; readonly openChannelId: OpenChannelId }
  /** The channels that somebody runs, to choose the one that an act is about. */
  | { readonly type: 'my_channels'; readonly action: OwnerActionName; readonly page: number }
  /** To set a channel up, or to go on with it; later; or not at all. */
  | { readonly type: 'open_set_up' | 'postpone_set_up' | 'cancel_set_up' }
  /** What was pressed on a page of a set-up. */
  | { readonly type: 'set_up'; readonly step: SetUpStep; readonly choice: string }
  /** An act of somebody who runs the channel. */
  | {
      readonly type: 'own';
      readonly action: OwnerActionName;
      readonly openChannelId: OpenChannelId;
      readonly argument?: string;
    };

/** Callback data for each thing a button may ask for; at most 64 bytes. */
export const callbackData = {
  key: (key: Key): string =>
    key === '.' ? 'donate_digit_dot' : key.length === 1 ? `donate_digit_${key}` : `donate_${key}`,
  display: 'donate_display',
  donate: (openChannelId: OpenChannelId): string => `donate_start_${openChannelId}`,
  channels: (page: number): string => `channels_page_${page}`,
  backToChannels: 'back_to_channels',
  pageInfo: 'page_info',
  channel: (openChannelId: OpenChannelId): string => `channel_${openChannelId}`,
  offer: (openChannelId: OpenChannelId): string => `offer_${openChannelId}`,
  buy: (openChannelId: OpenChannelId, position: number): string => `sub_tier_${openChannelId}_${position}`,
  cancelOrder: (reference: OrderReference): string => `payment_cancel_${reference}`,
  story: (reference: OrderReference): string => `order_story_${reference}`,
  enter: (openChannelId: OpenChannelId): string => `enter_${openChannelId}`,
  mySubscriptions: 'my_subscriptions',
  /** With the days that the button promised: what they are may change before it is pressed. */
  decide: (answer: { decision: Decision; days?: number }, paymentId: number): string =>
    `case_${answer.decision}_${paymentId}${answer.days === undefined ? '' : `_${answer.days}`}`,
  removeProtected: (openChannelId: OpenChannelId, userId: number): string =>
    `member_remove_${openChannelId}_${userId}`,
  releaseBrake: (openChannelId: OpenChannelId): string => `removals_release_${openChannelId}`,
  stopRemovals: (openChannelId: OpenChannelId): string => `removals_off_${openChannelId}`,
  myChannels: (action: OwnerActionName, page: number): string => `mine_${action}_${page}`,
  openSetUp: 'setup_open',
  postponeSetUp: 'setup_later',
  cancelSetUp: 'setup_cancel',
  setUp: (step: SetUpStep, choice: string | number): string => `setup_${step}_${choice}`,
  own: (action: OwnerActionName, openChannelId: OpenChannelId, argument?: string | number): string =>
    `own_${action}_${openChannelId}${argument === undefined ? '' : `_${argument}`}`,
} as const;

const WORDS: Readonly<Record<string, ButtonIntent>> = {
  ...Object.fromEntries(KEYS.map((key) => [`donate_digit_${key}`, { type: 'tap', key }])),
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
  payment_cancel: { type: 'cancel_order', reference: null },
  setup_open: { type: 'open_set_up' },
  setup_later: { type: 'postpone_set_up' },
  setup_cancel: { type: 'cancel_set_up' },
};

const MAX_POSITION = 10;
/** Far more pages than there will ever be, and small enough to be a column's integer. */
const MAX_PAGE = 999_999;

/** A whole number from 1, as it is written by us: no sign, no leading zero. */
const counted = (text: string, most: number = Number.MAX_SAFE_INTEGER): number | undefined =>
  /^[1-9]\d{0,15}$/.test(text) && Number(text) <= most ? Number(text) : undefined;

type Reader = (rest: string) => ButtonIntent | undefined;

const ofChannel =
  (type: 'donate' | 'show_channel' | 'show_offer' | 'enter' | 'release_brake' | 'stop_removals'): Reader =>
  (rest) => {
    const openChannelId = parseOpenChannelId(rest);
    return openChannelId && { type, openChannelId };
  };

const ofOrder =
  (type: 'cancel_order' | 'show_story'): Reader =>
  (rest) =>
    isOrderReference(rest) ? { type, reference: rest } : undefined;

const ofCase =
  (decision: Decision): Reader =>
  (rest) => {
    const [payment = '', days, ...more] = rest.split('_');
    const paymentId = counted(payment);
    const isCredit = decision === 'credit';
    if (paymentId === undefined || more.length > 0 || isCredit !== (days !== undefined)) return undefined;
    if (days === undefined) return { type: 'decide_case', paymentId, decision };
    const promised = days === '0' ? 0 : counted(days);
    return promised === undefined ? undefined : { type: 'decide_case', paymentId, decision, days: promised };
  };

function showChannels(rest: string): ButtonIntent | undefined {
  const page = counted(rest, MAX_PAGE);
  return page === undefined ? undefined : { type: 'show_channels', page };
}

function myChannels(rest: string): ButtonIntent | undefined {
  const [action = '', number = '', ...more] = rest.split('_');
  const page = counted(number, MAX_PAGE);
  if (!isOwnerAction(action) || page === undefined || more.length > 0) return undefined;
  return { type: 'my_channels', action, page };
}

/** No act's word has a `_` in it; what stands behind the channel may. */
function own(rest: string): ButtonIntent | undefined {
  const [, action = '', channel = '', argument] = /^([a-z-]+)_(-\d+)(?:_(.+))?$/s.exec(rest) ?? [];
  const openChannelId = parseOpenChannelId(channel);
  if (openChannelId === undefined || !isOwnerAction(action) || !takesArgument(action, argument))
    return undefined;
  return { type: 'own', action, openChannelId, ...(argument !== undefined && { argument }) };
}

function setUp(rest: string): ButtonIntent | undefined {
  const [, step = '', choice] = /^([a-z]+)_(-?[a-z0-9]{1,20})$/.exec(rest) ?? [];
  return isSetUpStep(step) && choice !== undefined ? { type: 'set_up', step, choice } : undefined;
}

function buy(rest: string): ButtonIntent | undefined {
  const [channel = '', number = '', ...more] = rest.split('_');
  const openChannelId = parseOpenChannelId(channel);
  const position = counted(number, MAX_POSITION);
  if (openChannelId === undefined || position === undefined || more.length > 0) return undefined;
  return { type: 'buy', openChannelId, position };
}

function removeProtected(rest: string): ButtonIntent | undefined {
  const [channel = '', user = '', ...more] = rest.split('_');
  const openChannelId = parseOpenChannelId(channel);
  const userId = counted(user);
  if (openChannelId === undefined || userId === undefined || more.length > 0) return undefined;
  return isUserId(userId) ? { type: 'remove_protected', openChannelId, userId } : undefined;
}

/** By what the data begins with; no beginning is the beginning of another. */
const READERS: readonly (readonly [string, Reader])[] = [
  ['donate_start_', ofChannel('donate')],
  ['channels_page_', showChannels],
  ['channel_', ofChannel('show_channel')],
  ['offer_', ofChannel('show_offer')],
  ['sub_tier_', buy],
  ['payment_cancel_', ofOrder('cancel_order')],
  ['order_story_', ofOrder('show_story')],
  ['enter_', ofChannel('enter')],
  ['case_accept_', ofCase('accept')],
  ['case_credit_', ofCase('credit')],
  ['case_refund_', ofCase('refund')],
  ['member_remove_', removeProtected],
  ['removals_release_', ofChannel('release_brake')],
  ['removals_off_', ofChannel('stop_removals')],
  ['mine_', myChannels],
  ['own_', own],
  ['setup_', setUp],
];

/** Reads callback data, also what older versions put on their buttons. `undefined` for anything else. */
export function parseCallbackData(data: string): ButtonIntent | undefined {
  if (Object.hasOwn(WORDS, data)) return WORDS[data];
  const [beginning, read] = READERS.find(([each]) => data.startsWith(each)) ?? [];
  return beginning === undefined ? undefined : read?.(data.slice(beginning.length));
}
