import type { Reaction } from '../../domain/prompt-effects';
import type { Intent, IntentOf } from '../../telegram/route-update';
import type { UpdateContext } from './update-context';

/** Handles the updates of one type: one decision, one write. Returns what is left to show. */
export type IntentRow<Type extends Intent['type']> = (
  context: UpdateContext,
  intent: IntentOf<Type>,
) => Promise<Reaction>;

/** The rows of one room. */
export type IntentRows = { readonly [Type in Intent['type']]?: IntentRow<Type> };
