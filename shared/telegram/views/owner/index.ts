import type { OwnerMessage } from '../../../domain/owner-messages';
import type { Of, View } from '../view';
import { channelMenuView, myChannelsView } from './menu';
import { postDoubtedView, postFailedView, postHoursView, postsPageView } from './posts';
import { channelSettingsView, questionView } from './settings';

/** How each message to those who run channels is worded. */
export const OWNER_VIEWS: { readonly [Type in OwnerMessage['type']]: (message: Of<Type>) => View } = {
  my_channels: myChannelsView,
  channel_menu: channelMenuView,
  channel_settings: channelSettingsView,
  question: questionView,
  posts_page: postsPageView,
  post_hours: postHoursView,
  post_failed: postFailedView,
  post_doubted: postDoubtedView,
};
