import type { EffectRows } from '../common/effect-row';
import { giveUpRelay, relayMessage } from './relay-message';

export const talkEffects = {
  relay_message: { perform: relayMessage, giveUp: giveUpRelay },
} satisfies EffectRows<Parameters<typeof relayMessage>[0]>;
