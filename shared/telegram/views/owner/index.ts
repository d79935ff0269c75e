import type { OwnerMessage } from '../../../domain/owner-messages';
import type { Of, View } from '../view';
import { caseListView, casePageView, orphanPageView } from './cases';
import { memberListView } from './member-list';
import { memberPageView } from './member-page';
import { channelMenuView, myChannelsView } from './menu';
import { orderListView } from './order-list';
import { channelSettingsView, questionView } from './settings';
import { ownerStoryView } from './story';

/** How each message to those who run channels is worded. */
export const OWNER_VIEWS: { readonly [Type in OwnerMessage['type']]: (message: Of<Type>) => View } = {
  my_channels: myChannelsView,
  channel_menu: channelMenuView,
  channel_settings: channelSettingsView,
  question: questionView,
  member_list: memberListView,
  member_page: memberPageView,
  order_list: orderListView,
  owner_story: ownerStoryView,
  case_list: caseListView,
  case_page: casePageView,
  orphan_page: orphanPageView,
};
