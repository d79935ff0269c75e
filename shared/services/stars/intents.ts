import type { IntentRows } from '../common/intent-row';
import { askEndRenewal, endMyRenewal } from './end-my-renewal';
import { takeCharge } from './take-charge';
import { takeRefund } from './take-refund';
import { takeRenewal } from './take-renewal';

export const starIntents = {
  star_charge: async (context, { charge }) => {
    const { isPromised } = await takeCharge(context, charge);
    return { prompt: [], isPromised };
  },
  star_refund: async (context, { refund }) => {
    const { isPromised } = await takeRefund(context, refund);
    return { prompt: [], isPromised };
  },
  star_renewal: takeRenewal,
  ask_end_renewal: askEndRenewal,
  end_my_renewal: endMyRenewal,
} satisfies IntentRows;
