import type { InlineKeyboardButton } from 'grammy/types';
import type { Html } from '../../html';
import type { MessageOf } from '../../view';

export type SetUp = MessageOf<'set_up'>;

/** What one page of a set-up asks, and what can be pressed as an answer. */
export type SetUpPage = (message: SetUp) => {
  readonly text: readonly (Html | '' | undefined)[];
  readonly rows: readonly InlineKeyboardButton[][];
};
