import type { Breakage } from './breakage';
import { CHANNELS } from './channels';
import { CONFIGURATION, DATABASE } from './configuration';
import { NOWPAYMENTS } from './nowpayments';
import { TELEGRAM } from './telegram';
import { HISTORY, WORK } from './work';

/** Everything that can be broken here, one at a time. */
export const AILMENTS: readonly Breakage[] = [
  ...CONFIGURATION,
  ...DATABASE,
  ...TELEGRAM,
  ...CHANNELS,
  ...NOWPAYMENTS,
  ...HISTORY,
  ...WORK,
];
