import type { PromptEffect } from '../domain/prompt-effects';
import { assertNever } from '../errors';
import type { Logger } from '../logger';
import type { Api } from '../telegram/api';
import { telegramFailure } from '../telegram/failure';
import { startLink } from '../telegram/codec/start-parameter';
import { viewOf } from '../telegram/views';
import { keypadKeyboard } from '../telegram/views/donations/keypad';
import { displayOf } from '../domain/donations/keypad';

export interface PromptDependencies {
  readonly api: Pick<
    Api,
    'answerCallbackQuery' | 'editMessageReplyMarkup' | 'editMessageText' | 'deleteMessage'
  >;
  readonly log: Logger;
  readonly botUsername: string;
}

async function perform({ api, botUsername }: PromptDependencies, effect: PromptEffect): Promise<unknown> {
  switch (effect.type) {
    case 'answer_query': {
      const { queryId, text, isAlert, startParameter } = effect;
      return api.answerCallbackQuery(queryId, {
        ...(text !== undefined && { text }),
        ...(isAlert && { show_alert: true }),
        ...(startParameter !== undefined && { url: startLink(botUsername, startParameter) }),
      });
    }
    case 'redraw_keypad':
      return api.editMessageReplyMarkup(effect.chatId, effect.messageId, {
        reply_markup: keypadKeyboard(effect.entry),
      });
    case 'replace_message': {
      const { text, keyboard } = viewOf(effect.message);
      return api.editMessageText(effect.chatId, effect.messageId, text.text, {
        parse_mode: 'HTML',
        ...(keyboard && { reply_markup: keyboard }),
      });
    }
    case 'delete_message':
      return api.deleteMessage(effect.chatId, effect.messageId);
    default:
      return assertNever(effect);
  }
}

function isBenign(error: unknown): boolean {
  try {
    return telegramFailure(error).type === 'benign';
  } catch {
    return false; // a fault of ours
  }
}

/**
 * Performs what a person is waiting for, in order, once, and never fails: what is lost here is a picture. When a keypad
 * could not be redrawn (Telegram limits edits), the answer to its tap says the amount, so nobody confirms another one.
 */
export async function performPrompt(
  deps: PromptDependencies,
  effects: readonly PromptEffect[],
): Promise<void> {
  let unseenEntry: string | undefined;
  for (const effect of effects) {
    const told =
      effect.type === 'answer_query' && unseenEntry !== undefined && effect.text === undefined
        ? { ...effect, text: `Amount: ${displayOf(unseenEntry)}` }
        : effect;
    try {
      await perform(deps, told);
    } catch (error) {
      if (isBenign(error)) continue;
      if (effect.type === 'redraw_keypad') unseenEntry = effect.entry;
      deps.log.warn('prompt.lost', { effect: effect.type, error });
    }
  }
}
