import type { Reaction } from '../../domain/prompt-effects';
import type { Intent, IntentOf } from '../../telegram/route-update';
import type { UpdateContext } from './update-context';

/** Answers the updates of one type: one decision, one write, and what remains to be shown. */
export type IntentRow<Type extends Intent['type']> = (
  handled: UpdateContext,
  intent: IntentOf<Type>,
) => Promise<Reaction>;

/** The rows of one room. */
export type IntentRows = { readonly [Type in Intent['type']]?: IntentRow<Type> };
