import type { OwnerActionName } from '../../domain/owner/owner-actions';
import type { OwnerActionHandler } from './page/owner-request';
import { caseHandlers } from './lists/cases';
import { refundHandlers } from './lists/refund';
import { caseWorthHandlers } from './lists/case-worth';
import { amountHandlers } from './settings/donation-amounts';
import { menuHandlers } from './settings/channel-menu';
import { addPlaceHandlers } from './places/add-place';
import { placeDecisions } from './places/decide-place';
import { placeHandlers } from './places/places-page';
import { chatHandlers } from './set-up/choose-chat';
import { postsHandlers } from './settings/posts';
import { memberHandlers } from './lists/members';
import { renewalHandlers } from './lists/renewals';
import { orderHandlers } from './lists/orders';
import { linkHandlers } from './settings/links';
import { notifyHandlers } from './settings/notify';
import { editHandlers } from './edit-setting';
import { languageHandlers } from './settings/language';
import { settingsHandlers } from './settings/settings';
import { starHandlers } from './settings/star-prices';
import { teamHandlers } from './team/team';
import { tierDaysHandlers } from './settings/tier-days';
import { tierHandlers } from './settings/tiers';
import { transferHandlers } from './team/transfer';
import { statsHandlers } from './lists/stats';
import { auditHandlers } from './lists/audit-page';
import { announceHandlers } from './support/announce';
import { confirmHandlers } from './support/confirm';
import { personHandlers } from './support/person';
import { takeoverHandlers } from './takeovers/handlers';
import { rulingHandlers } from './support/ruling';

/** The handler of each action. A new action needs an entry in `OWNER_ACTIONS` and a handler here. */
export const HANDLERS: Readonly<Record<OwnerActionName, OwnerActionHandler>> = {
  ...menuHandlers,
  ...settingsHandlers,
  ...languageHandlers,
  ...editHandlers,
  ...amountHandlers,
  ...tierHandlers,
  ...tierDaysHandlers,
  ...starHandlers,
  ...chatHandlers,
  ...placeHandlers,
  ...addPlaceHandlers,
  ...placeDecisions,
  ...teamHandlers,
  ...transferHandlers,
  ...postsHandlers,
  ...linkHandlers,
  ...statsHandlers,
  ...memberHandlers,
  ...renewalHandlers,
  ...orderHandlers,
  ...caseHandlers,
  ...caseWorthHandlers,
  ...refundHandlers,
  ...notifyHandlers,
  ...personHandlers,
  ...rulingHandlers,
  ...announceHandlers,
  ...confirmHandlers,
  ...auditHandlers,
  ...takeoverHandlers,
};
