import type { MessageOf } from '../../../../domain/messages/messages';
import type { InlineKeyboardButton } from 'grammy/types';
import type { Html } from '../../html';

export type SetUp = MessageOf<'set_up'>;

/** One page of a set-up: its question and the buttons that answer it. */
export type SetUpPage = (message: SetUp) => {
  readonly text: readonly (Html | '' | undefined)[];
  readonly rows: readonly InlineKeyboardButton[][];
};
