import { findKeypad } from '../../database/donations/keypads';
import { orderTopic } from '../../domain/common/living-message';
import type { PromptEffect } from '../../domain/prompt-effects';
import { editMessage } from '../../telegram/send-message';
import { keypadKeyboard } from '../../telegram/views/donations/keypad';
import { wordingIn } from '../../telegram/views/wording';
import type { PromptRows } from '../common/prompt-row';
import { restoreShown } from '../common/show-living';

export const donationPrompts = {
  redraw_keypad: ({ api, language }, { chatId, messageId, entry, choices }) =>
    api.editMessageReplyMarkup(chatId, messageId, {
      reply_markup: keypadKeyboard({ entry, choices }, wordingIn(language)),
    }),
  draw_keypad: async ({ api, database, language }, { chatId, messageId, keypadId, message }) => {
    const shown = { chatId, messageId, language };
    try {
      await editMessage(api, shown, message);
    } finally {
      const order = (await findKeypad(database, keypadId))?.order;
      if (order) await restoreShown({ api, database }, { ...shown, topic: orderTopic(order.reference) });
    }
  },
} satisfies PromptRows;

/** Puts the amount into the answer to a tap whose keypad could not be redrawn, unless the answer has its own text. */
export const addUnseenAmount = (effect: PromptEffect, unseenEntry: string | undefined): PromptEffect =>
  effect.type === 'answer_query' && unseenEntry !== undefined && effect.answer === undefined
    ? { ...effect, answer: { answer: 'amount_typed', entry: unseenEntry } }
    : effect;
