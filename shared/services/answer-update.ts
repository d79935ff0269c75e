import type { Reaction } from '../domain/prompt-effects';
import type { Intent } from '../telegram/route-update';
import { accessIntents } from './access/intents';
import type { IntentRow } from './common/intent-row';
import { commonIntents } from './common/intents';
import { joinRows } from './common/join-rows';
import type { UpdateContext } from './common/update-context';
import { donationIntents } from './donations/intents';
import { ownerIntents } from './owner/intents';
import { paymentIntents } from './payments/intents';
import { placeIntents } from './places/intents';
import { starIntents } from './stars/intents';
import { takeSent, takeTyped } from './take-typed';
import { talkIntents } from './talks/intents';

type IntentTable = { readonly [Type in Intent['type']]: IntentRow<Type> };

const INTENTS = joinRows<IntentTable>()([
  commonIntents,
  placeIntents,
  accessIntents,
  paymentIntents,
  donationIntents,
  starIntents,
  talkIntents,
  ownerIntents,
  { typed: takeTyped, sent_no_text: takeSent },
]);

const rowOf = <Type extends Intent['type']>(type: Type): IntentRow<Type> => INTENTS[type];

/**
 * Does what an update asks for: one decision, one write. Returns what is left to show. Throws `Unavailable` if nothing
 * could be written, so that Telegram delivers the update again.
 */
export const answerUpdate = async (context: UpdateContext, intent: Intent): Promise<Reaction> =>
  rowOf(intent.type)(context, intent);
