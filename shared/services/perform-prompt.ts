import type { PromptEffect } from '../domain/prompt-effects';
import { telegramFailure } from '../telegram/failure';
import { joinRows } from './common/join-rows';
import type { PromptDependencies, PromptRow } from './common/prompt-row';
import { commonPrompts } from './common/prompts';
import { withSecondTry } from './common/second-try';
import { donationPrompts, addUnseenAmount } from './donations/prompts';

type PromptTable = { readonly [Type in PromptEffect['type']]: PromptRow<Type> };

const PROMPTS = joinRows<PromptTable>()([commonPrompts, donationPrompts]);

const rowOf = <Type extends PromptEffect['type']>(type: Type): PromptRow<Type> => PROMPTS[type];

function isBenign(error: unknown): boolean {
  try {
    return telegramFailure(error).type === 'benign';
  } catch {
    return false; // our own bug: the error isn't Telegram's
  }
}

/**
 * Performs the effects that a person is waiting for, in order, with one second try. Never throws, because losing one only leaves a
 * stale message. If a keypad could not be redrawn (Telegram limits edits), the answer to its tap says the amount, so
 * that nobody confirms an amount they did not see.
 */
export async function performPrompt(
  deps: PromptDependencies,
  effects: readonly PromptEffect[],
): Promise<void> {
  let unseenEntry: string | undefined;
  for (const effect of effects) {
    const shown = addUnseenAmount(effect, unseenEntry);
    try {
      await withSecondTry(() => rowOf(shown.type)(deps, shown));
    } catch (error) {
      if (isBenign(error)) continue;
      if (effect.type === 'redraw_keypad') unseenEntry = effect.entry;
      deps.log.warn('prompt.lost', { effect: effect.type, error });
    }
  }
}
