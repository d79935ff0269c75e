import type { Target } from './variables';

/**
 * The paths of each function where several share one address: behind a load balancer, and in one process. A star at the
 * end stands for any rest. Most functions answer at any path if they have an address of their own.
 */
export const FUNCTION_PATHS = {
  telegramWebhook: ['/telegram'],
  paymentIpn: ['/ipn'],
  notificationWebhook: ['/webhooks/*'],
  health: ['/health', '/status'],
  worker: ['/worker'],
} as const satisfies Readonly<Record<Target, readonly string[]>>;
