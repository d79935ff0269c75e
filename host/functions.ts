import type { FunctionDefinition } from '../functions/define-function';
import { definition as health } from '../functions/health';
import { definition as notificationWebhook } from '../functions/notification-webhook';
import { definition as paymentIpn } from '../functions/payment-ipn';
import { definition as telegramWebhook } from '../functions/telegram-webhook';
import type { Target } from '../functions/variables';
import { definition as worker } from '../functions/worker';

/**
 * All functions, also those that are not served. With `import()` the bundle would wrap each module in a function, which V8
 * reads twice: that costs a start of all of them more than it saves a start of one.
 */
export const DEFINITIONS: Readonly<Record<Target, FunctionDefinition>> = {
  telegramWebhook,
  paymentIpn,
  notificationWebhook,
  health,
  worker,
};
