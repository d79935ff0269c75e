import { callTelegram } from '../common/telegram-call';
import { runOneAtATime } from '../common/one-at-a-time';
import { giveUpReading, readTakeoverList, type ReadingDependencies } from './read-takeover';
import { sendTakeover, type FileDependencies } from './send-takeover';
import type { EffectRows } from '../common/effect-row';
import { applyTakeover, type TakeoverDependencies } from './apply-takeover';

export const takeoverEffects = {
  apply_takeover: { perform: applyTakeover },
  read_takeover: {
    perform: (deps, effect, attempt) => runOneAtATime(() => readTakeoverList(deps, effect, attempt)),
    giveUp: giveUpReading,
  },
  send_takeover: {
    perform: (deps, effect, attempt) =>
      runOneAtATime(() => callTelegram(deps, effect.userId, () => sendTakeover(deps, effect, attempt))),
  },
} satisfies EffectRows<TakeoverDependencies & ReadingDependencies & FileDependencies>;
