import type { EffectRows } from '../common/effect-row';
import { createInvoice, giveUpInvoice, type InvoiceDependencies } from './create-invoice';

export const nowpaymentsEffects = {
  create_invoice: { perform: createInvoice, giveUp: giveUpInvoice },
} satisfies EffectRows<InvoiceDependencies>;
