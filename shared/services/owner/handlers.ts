import type { OwnerActionName } from '../../domain/owner-actions';
import type { OwnHandler } from './asked';
import { caseHandlers } from './cases';
import { menuHandlers } from './channel-menu';
import { memberHandlers } from './members';
import { orderHandlers } from './orders';
import { settingsHandlers } from './settings';

/** What each act does. A new one is a word in `OWNER_ACTIONS` and a handler here. */
export const HANDLERS: Readonly<Record<OwnerActionName, OwnHandler>> = {
  ...menuHandlers,
  ...settingsHandlers,
  ...memberHandlers,
  ...orderHandlers,
  ...caseHandlers,
};
