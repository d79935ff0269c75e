import {
  isOrderReference,
  parseOpenChannelId,
  type OpenChannelId,
  type OrderReference,
} from '../../domain/common/ids';

/** What a deep link `t.me/bot?start=…` can ask for. Prices and days in old links are ignored. */
export type StartIntent =
  | { readonly type: 'donate'; readonly openChannelId: OpenChannelId }
  | { readonly type: 'subscribe'; readonly openChannelId: OpenChannelId }
  | { readonly type: 'order'; readonly reference: OrderReference }
  | { readonly type: 'set_up' }
  /** Accepts an owner's invitation to become a manager or viewer. */
  | { readonly type: 'join'; readonly token: string };

/** Starts the set-up of a channel. */
const SET_UP = 'setup';

const channelIntent = (type: 'donate' | 'subscribe', text: string): StartIntent | undefined => {
  const openChannelId = parseOpenChannelId(text);
  return openChannelId && { type, openChannelId };
};

/** The channel in a link of the bot's predecessor: its id in base64url, with or without padding. */
const decodeChannel = (text: string): string => Buffer.from(text, 'base64url').toString('utf8');

/**
 * Reads a start parameter: 1–64 of `A-Z a-z 0-9 _ -`, in old links also `=` and `.`. `undefined` if it is malformed.
 */
export function parseStartParameter(parameter: string): StartIntent | undefined {
  if (!/^[A-Za-z0-9_=.-]{1,64}$/.test(parameter)) return undefined;
  if (parameter === SET_UP) return { type: 'set_up' };
  const [, word, rest = ''] = /^(donate|sub|order|join)_(.+)$/.exec(parameter) ?? [];
  if (word === 'donate') return channelIntent('donate', rest);
  if (word === 'sub') return channelIntent('subscribe', rest);
  if (word === 'order') return isOrderReference(rest) ? { type: 'order', reference: rest } : undefined;
  if (word === 'join') return /^[A-Za-z0-9_-]{22}$/.test(rest) ? { type: 'join', token: rest } : undefined;
  const donation = /^([A-Za-z0-9_-]+)=*_DONATE$/.exec(parameter)?.[1];
  if (donation !== undefined) return channelIntent('donate', decodeChannel(donation));
  const tier = /^([A-Za-z0-9_-]+)=*_\d+(?:[.d]\d+)?_\d+$/.exec(parameter)?.[1];
  return tier === undefined ? undefined : channelIntent('subscribe', decodeChannel(tier));
}

/** The link that opens the bot with a start parameter. */
export function startLink(botUsername: string, parameter: string): string {
  const url = new URL(`https://t.me/${botUsername}`);
  url.searchParams.set('start', parameter);
  return url.href;
}
