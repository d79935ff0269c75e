import { OPERATOR_NAMES, VARIABLES } from '../functions/variables';
import { DATABASE_NAMES, type ConfigName } from '../shared/config';

/** The variables for `replay -- since`, which lists every payment at NOWPayments. All but the address are required. */
export const SINCE_NAMES = [
  'NOWPAYMENTS_API_KEY',
  'NOWPAYMENTS_API_URL',
  'NOWPAYMENTS_EMAIL',
  'NOWPAYMENTS_PASSWORD',
] as const satisfies readonly ConfigName[];

/** The variables for `channels -- import`, which asks Telegram what a chat is. It works without them. */
export const ASKING_NAMES = [
  'TELEGRAM_BOT_TOKEN',
  'TELEGRAM_API_ROOT',
] as const satisfies readonly ConfigName[];

/** The variables that each of the operator's commands reads. */
export const COMMAND_VARIABLES = {
  migrate: [...DATABASE_NAMES, 'DATABASE_DIRECT_URL'],
  channels: [...DATABASE_NAMES, ...ASKING_NAMES],
  members: DATABASE_NAMES,
  stars: [...DATABASE_NAMES, 'TELEGRAM_BOT_TOKEN', 'TELEGRAM_API_ROOT'],
  replay: [...DATABASE_NAMES, ...SINCE_NAMES],
  webhook: ['TELEGRAM_BOT_TOKEN', 'TELEGRAM_API_ROOT', 'TELEGRAM_WEBHOOK_SECRET', 'TELEGRAM_WEBHOOK_URL'],
  doctor: [...new Set([...DATABASE_NAMES, ...Object.values(VARIABLES).flat(), ...OPERATOR_NAMES])],
} as const satisfies Readonly<Record<string, readonly ConfigName[]>>;
