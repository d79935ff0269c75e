import type { EffectRows } from '../common/effect-row';
import { DONE } from '../common/outcome';
import { createInvoice, giveUpInvoice, type InvoiceDependencies } from './create-invoice';
import { reconcileOrder } from './reconcile-order';
import { remind } from './remind';

export const paymentEffects = {
  create_invoice: { perform: createInvoice, giveUp: giveUpInvoice },
  reconcile_order: { perform: reconcileOrder },
  // The next one has come meanwhile, or the end.
  remind: { perform: remind, giveUp: async () => DONE },
} satisfies EffectRows<InvoiceDependencies>;
