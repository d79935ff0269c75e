import type { KeypadChoices } from './donations/choices';
import type { ToastAnswer } from './messages/answers';
import type { Language } from './common/language';
import type { Message, MessageOf } from './messages/messages';

/**
 * What a person is waiting for on the screen: performed right after the commit and never retried. Losing one leaves a
 * spinner or a stale message, and never costs money.
 */
export type PromptEffect =
  | {
      readonly type: 'answer_query';
      readonly queryId: string;
      readonly answer?: ToastAnswer;
      /** Shows a dialog that has to be closed by hand, instead of a toast. */
      readonly isAlert?: boolean;
      /** A `t.me` link to open. */
      readonly startParameter?: string;
    }
  | {
      readonly type: 'redraw_keypad';
      readonly chatId: number;
      readonly messageId: number;
      readonly entry: string;
      readonly choices: KeypadChoices;
    }
  /** Draws a keypad in its message, unless that has become the message about an order. */
  | {
      readonly type: 'draw_keypad';
      readonly chatId: number;
      readonly messageId: number;
      readonly keypadId: string;
      readonly message: MessageOf<'keypad'>;
    }
  | {
      readonly type: 'replace_message';
      readonly chatId: number;
      readonly messageId: number;
      readonly message: Message;
      /** If the message shows this topic and has been told what to show, that counts. */
      readonly topic?: string;
    }
  /** Deletes what was typed as an answer, so that the question stays the last message. */
  | { readonly type: 'delete_message'; readonly chatId: number; readonly messageId: number };

export type PromptEffectOf<Type extends PromptEffect['type']> = Extract<PromptEffect, { type: Type }>;

/** The result of handling an update. */
export interface Reaction {
  readonly prompt: readonly PromptEffect[];
  /** True if something was promised that is due now. */
  readonly isPromised: boolean;
  /** The language that the user has chosen, if that was read on the way; `null` if they have chosen none. */
  readonly chosenLanguage?: Language | null;
}

export const NO_REACTION: Reaction = { prompt: [], isPromised: false };
/** A reaction that promises nothing. */
export const react = (...prompt: PromptEffect[]): Reaction => ({ prompt, isPromised: false });
/** A reaction after something was promised that is due now. */
export const promised = (...prompt: PromptEffect[]): Reaction => ({ prompt, isPromised: true });
