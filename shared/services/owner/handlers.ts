import type { OwnerActionName } from '../../domain/owner-actions';
import type { OwnHandler } from './asked';
import { menuHandlers } from './channel-menu';
import { notifyHandlers } from './notify';
import { settingsHandlers } from './settings';

/** What each act does. A new one is a word in `OWNER_ACTIONS` and a handler here. */
export const HANDLERS: Readonly<Record<OwnerActionName, OwnHandler>> = {
  ...menuHandlers,
  ...settingsHandlers,
  ...notifyHandlers,
};
