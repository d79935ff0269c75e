import type { MessageOf } from '../../../../domain/messages/messages';
import type { InlineKeyboardButton } from 'grammy/types';
import type { Html } from '../../html';

export type SetUp = MessageOf<'set_up'>;

/** What one page of a set-up asks, and what can be pressed as an answer. */
export type SetUpPage = (message: SetUp) => {
  readonly text: readonly (Html | '' | undefined)[];
  readonly rows: readonly InlineKeyboardButton[][];
};
