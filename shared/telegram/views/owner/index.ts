import type { OwnerMessage } from '../../../domain/owner-messages';
import type { Of, View } from '../view';
import { channelMenuView, myChannelsView } from './menu';
import * as notify from './notify';
import { channelSettingsView, questionView } from './settings';

/** How each message to those who run channels is worded. */
export const OWNER_VIEWS: { readonly [Type in OwnerMessage['type']]: (message: Of<Type>) => View } = {
  my_channels: myChannelsView,
  channel_menu: channelMenuView,
  channel_settings: channelSettingsView,
  question: questionView,
  notifications: notify.notificationsView,
  digest_hours: notify.digestHoursView,
  missed_notifications: notify.missedNotificationsView,
  sales_digest: notify.salesDigestView,
};
