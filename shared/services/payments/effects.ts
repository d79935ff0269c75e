import type { EffectRows } from '../common/effect-row';
import { DONE } from '../common/outcome';
import { createInvoice, giveUpInvoice, type InvoiceDependencies } from './create-invoice';
import { reconcileOrder } from './reconcile-order';
import { sendReminder } from './remind';

export const paymentEffects = {
  create_invoice: { perform: createInvoice, giveUp: giveUpInvoice },
  reconcile_order: { perform: reconcileOrder },
  // By then the next reminder has come, or access has ended.
  remind: { perform: sendReminder, giveUp: async () => DONE },
} satisfies EffectRows<InvoiceDependencies>;
