import type { ToastAnswer } from './messages/answers';
import type { Message } from './messages/messages';

/**
 * What a person waits for with a finger on the screen: performed right after the commit and never retried. Losing one
 * costs a spinner or a stale picture, never money.
 */
export type PromptEffect =
  | {
      readonly type: 'answer_query';
      readonly queryId: string;
      readonly answer?: ToastAnswer;
      /** A dialog to be closed by hand, instead of a toast. */
      readonly isAlert?: boolean;
      /** A `t.me` link to open. */
      readonly startParameter?: string;
    }
  | {
      readonly type: 'redraw_keypad';
      readonly chatId: number;
      readonly messageId: number;
      readonly entry: string;
    }
  | {
      readonly type: 'replace_message';
      readonly chatId: number;
      readonly messageId: number;
      readonly message: Message;
    }
  /** What somebody typed as an answer, so that the question stays the last message. */
  | { readonly type: 'delete_message'; readonly chatId: number; readonly messageId: number };

export type PromptEffectOf<Type extends PromptEffect['type']> = Extract<PromptEffect, { type: Type }>;

/** What handling an update comes to. */
export interface Reaction {
  readonly prompt: readonly PromptEffect[];
  /** Whether something was promised that is due now. */
  readonly isPromised: boolean;
}

export const NO_REACTION: Reaction = { prompt: [], isPromised: false };
export const react = (...prompt: PromptEffect[]): Reaction => ({ prompt, isPromised: false });
export const promised = (...prompt: PromptEffect[]): Reaction => ({ prompt, isPromised: true });
