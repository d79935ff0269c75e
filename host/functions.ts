import type { FunctionDefinition } from '../functions/define-function';
import type { Target } from '../functions/variables';

/** Each function's module, loaded only if the function was chosen. */
const MODULES: Readonly<Record<Target, () => Promise<{ readonly definition: FunctionDefinition }>>> = {
  telegramWebhook: () => import('../functions/telegram-webhook'),
  paymentIpn: () => import('../functions/payment-ipn'),
  notificationWebhook: () => import('../functions/notification-webhook'),
  health: () => import('../functions/health'),
  worker: () => import('../functions/worker'),
};

/** Loads the chosen functions, in the same order. */
export const loadFunctions = (targets: readonly Target[]): Promise<FunctionDefinition[]> =>
  Promise.all(targets.map(async (target) => (await MODULES[target]()).definition));
