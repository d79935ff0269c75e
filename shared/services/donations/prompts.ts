import type { PromptEffect } from '../../domain/prompt-effects';
import { keypadKeyboard } from '../../telegram/views/donations/keypad';
import { wordingIn } from '../../telegram/views/wording';
import type { PromptRows } from '../common/prompt-row';

export const donationPrompts = {
  redraw_keypad: ({ api, language }, { chatId, messageId, entry, choices }) =>
    api.editMessageReplyMarkup(chatId, messageId, {
      reply_markup: keypadKeyboard({ entry, choices }, wordingIn(language)),
    }),
} satisfies PromptRows;

/** Puts the amount into the answer to a tap whose keypad could not be redrawn, unless the answer has its own text. */
export const addUnseenAmount = (effect: PromptEffect, unseenEntry: string | undefined): PromptEffect =>
  effect.type === 'answer_query' && unseenEntry !== undefined && effect.answer === undefined
    ? { ...effect, answer: { answer: 'amount_typed', entry: unseenEntry } }
    : effect;
