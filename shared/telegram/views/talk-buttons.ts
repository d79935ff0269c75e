import type { InlineKeyboardButton } from 'grammy/types';
import type { OrderReference } from '../../domain/common/ids';
import { callbackData } from '../codec/callback-data';
import { button } from './view';
import type { Wording } from './wording';

/** Leads a buyer to the orders that they can write about. */
export const chooseTalkButton = (wording: Wording): InlineKeyboardButton =>
  button(wording.text('talks-write'), callbackData.chooseTalk);

/** Lets a buyer write to the owner about an order. */
export const talkButton = (
  { reference }: { readonly reference: OrderReference },
  wording: Wording,
): InlineKeyboardButton => button(wording.text('talks-write'), callbackData.talk(reference));
