import { isOrderReference, parseOpenChannelId, type OpenChannelId, type OrderReference } from '../domain/ids';
import { KEYS, type Key } from '../domain/keypad';

/** What a button may ask for. Never a price: the client writes callback data. */
export type ButtonIntent =
  | { readonly type: 'tap'; readonly key: Key }
  | { readonly type: 'look' }
  | { readonly type: 'donate'; readonly openChannelId: OpenChannelId }
  | { readonly type: 'cancel_order'; readonly reference: OrderReference };

const WORDS: Readonly<Record<string, ButtonIntent>> = {
  ...Object.fromEntries(KEYS.map((key) => [`donate_digit_${key}`, { type: 'tap', key }])),
  donate_digit_dot: { type: 'tap', key: '.' },
  donate_backspace: { type: 'tap', key: 'backspace' },
  donate_clear: { type: 'tap', key: 'clear' },
  donate_confirm: { type: 'tap', key: 'confirm' },
  donate_cancel: { type: 'tap', key: 'cancel' },
  donate_display: { type: 'look' },
  donate_noop: { type: 'look' },
};

/** Callback data for each thing a button may ask for; at most 64 bytes. */
export const callbackData = {
  key: (key: Key): string =>
    key === '.' ? 'donate_digit_dot' : key.length === 1 ? `donate_digit_${key}` : `donate_${key}`,
  display: 'donate_display',
  donate: (openChannelId: OpenChannelId): string => `donate_start_${openChannelId}`,
  cancelOrder: (reference: OrderReference): string => `payment_cancel_${reference}`,
} as const;

/** Reads callback data, also what older versions put on their buttons. `undefined` for anything else. */
export function parseCallbackData(data: string): ButtonIntent | undefined {
  if (Object.hasOwn(WORDS, data)) return WORDS[data];
  const channel = /^donate_start_(-\d+)$/.exec(data)?.[1];
  if (channel !== undefined) {
    const openChannelId = parseOpenChannelId(channel);
    return openChannelId && { type: 'donate', openChannelId };
  }
  const reference = /^payment_cancel_(.+)$/.exec(data)?.[1];
  return reference !== undefined && isOrderReference(reference)
    ? { type: 'cancel_order', reference }
    : undefined;
}
