/** The folder under functions/ and dist/, and the target that functions-framework serves. */
export const FUNCTIONS = {
  'telegram-webhook': 'telegramWebhook',
  'payment-ipn': 'paymentIpn',
  'notification-webhook': 'notificationWebhook',
  health: 'health',
  worker: 'worker',
} as const;
