import type { InlineKeyboardButton } from 'grammy/types';
import type { MessageOf } from '../../../../domain/messages/messages';
import { callbackData } from '../../../codec/callback-data';
import type { Html } from '../../html';
import { button } from '../../view';
import type { Wording } from '../../wording';

export type SetUp = MessageOf<'set_up'>;

/** One page of a set-up: its question and the buttons that answer it. */
export type SetUpPage = (
  message: SetUp,
  wording: Wording,
) => {
  readonly text: readonly (Html | '' | undefined)[];
  readonly rows: readonly InlineKeyboardButton[][];
};

/** A button that answers the question of the page. */
export const choice = (
  { step }: Pick<SetUp, 'step'>,
  label: string,
  value: string | number,
): InlineKeyboardButton[] => [button(label, callbackData.setUp(step, value))];
