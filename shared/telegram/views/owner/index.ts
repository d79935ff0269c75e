import type { OwnerMessage } from '../../../domain/owner-messages';
import type { Of, View } from '../view';
import { auditLogView } from './audit';
import { channelMenuView, myChannelsView } from './menu';
import { channelSettingsView, questionView } from './settings';
import * as support from './support';

/** How each message to those who run channels is worded. */
export const OWNER_VIEWS: { readonly [Type in OwnerMessage['type']]: (message: Of<Type>) => View } = {
  my_channels: myChannelsView,
  channel_menu: channelMenuView,
  channel_settings: channelSettingsView,
  question: questionView,
  support_question: support.supportQuestionView,
  support_person: support.supportPersonView,
  ruling: support.rulingView,
  ban_trouble: support.banTroubleView,
  not_sold_to_you: support.notSoldToYouView,
  audit_log: auditLogView,
};
