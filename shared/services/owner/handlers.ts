import type { OwnerActionName } from '../../domain/owner-actions';
import type { OwnHandler } from './asked';
import { menuHandlers } from './channel-menu';
import { auditHandlers } from './audit-page';
import { settingsHandlers } from './settings';
import { confirmHandlers } from './support-confirm';
import { personHandlers } from './support-person';
import { rulingHandlers } from './support-ruling';

/** What each act does. A new one is a word in `OWNER_ACTIONS` and a handler here. */
export const HANDLERS: Readonly<Record<OwnerActionName, OwnHandler>> = {
  ...menuHandlers,
  ...settingsHandlers,
  ...personHandlers,
  ...rulingHandlers,
  ...confirmHandlers,
  ...auditHandlers,
};
