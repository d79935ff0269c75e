import type { OwnerActionName } from '../../domain/owner-actions';
import type { OwnHandler } from './asked';
import { caseHandlers } from './cases';
import { menuHandlers } from './channel-menu';
import { chatHandlers } from './choose-chat';
import { postsHandlers } from './posts';
import { memberHandlers } from './members';
import { orderHandlers } from './orders';
import { notifyHandlers } from './notify';
import { settingsHandlers } from './settings';
import { teamHandlers } from './team';
import { tierHandlers } from './tiers';
import { transferHandlers } from './transfer';
import { statsHandlers } from './stats';
import { auditHandlers } from './audit-page';
import { confirmHandlers } from './support-confirm';
import { personHandlers } from './support-person';
import { rulingHandlers } from './support-ruling';

/** What each act does. A new one is a word in `OWNER_ACTIONS` and a handler here. */
export const HANDLERS: Readonly<Record<OwnerActionName, OwnHandler>> = {
  ...menuHandlers,
  ...settingsHandlers,
  ...tierHandlers,
  ...chatHandlers,
  ...teamHandlers,
  ...transferHandlers,
  ...postsHandlers,
  ...statsHandlers,
  ...memberHandlers,
  ...orderHandlers,
  ...caseHandlers,
  ...notifyHandlers,
  ...personHandlers,
  ...rulingHandlers,
  ...confirmHandlers,
  ...auditHandlers,
};
