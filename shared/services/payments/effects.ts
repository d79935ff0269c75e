import type { EffectRows } from '../common/effect-row';
import { DONE } from '../common/outcome';
import type { LookNeeds } from '../rails';
import { giveUpCaseStep, takeCaseStep, type CaseDependencies } from './case-step';
import { reconcileOrder } from './reconcile-order';
import { sendReminder } from './remind';

export const paymentEffects = {
  case_step: { perform: takeCaseStep, giveUp: giveUpCaseStep },
  reconcile_order: { perform: reconcileOrder },
  // By then the next reminder has come, or access has ended.
  remind: { perform: sendReminder, giveUp: async () => DONE },
} satisfies EffectRows<LookNeeds & CaseDependencies>;
