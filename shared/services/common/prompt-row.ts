import type { PromptEffect, PromptEffectOf } from '../../domain/prompt-effects';
import type { Database } from '../../database/connection/pool';
import type { Language } from '../../domain/common/language';
import type { Logger } from '../../logger';
import type { Api } from '../../telegram/api';

export interface PromptDependencies {
  readonly database: Database;
  readonly api: Pick<
    Api,
    'answerCallbackQuery' | 'editMessageReplyMarkup' | 'editMessageText' | 'deleteMessage'
  >;
  readonly log: Logger;
  readonly botUsername: string;
  /** What the user reads who pressed or wrote. */
  readonly language: Language;
}

/** Makes the one call of a prompt effect. Throws what the Bot API throws. */
export type PromptRow<Type extends PromptEffect['type']> = (
  deps: PromptDependencies,
  effect: PromptEffectOf<Type>,
) => Promise<unknown>;

/** The rows of one room. */
export type PromptRows = { readonly [Type in PromptEffect['type']]?: PromptRow<Type> };
