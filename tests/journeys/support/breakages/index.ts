import type { Breakage } from './breakage';
import { CHANNELS } from './channels';
import { CONFIGURATION, DATABASE } from './configuration';
import { NOWPAYMENTS } from './nowpayments';
import { TELEGRAM } from './telegram';
import { HISTORY, WORK } from './work';

/** All breakages. The test tries one at a time. */
export const BREAKAGES: readonly Breakage[] = [
  ...CONFIGURATION,
  ...DATABASE,
  ...TELEGRAM,
  ...CHANNELS,
  ...NOWPAYMENTS,
  ...HISTORY,
  ...WORK,
];
