import type { OwnerMessage } from '../../../domain/owner-messages';
import type { Of, View } from '../view';
import { channelMenuView, myChannelsView } from './menu';
import { exportFileView, salesPictureView, salesReportView } from './report';
import { channelSettingsView, questionView } from './settings';

/** How each message to those who run channels is worded. */
export const OWNER_VIEWS: { readonly [Type in OwnerMessage['type']]: (message: Of<Type>) => View } = {
  my_channels: myChannelsView,
  channel_menu: channelMenuView,
  channel_settings: channelSettingsView,
  question: questionView,
  sales_report: salesReportView,
  sales_picture: salesPictureView,
  export_file: exportFileView,
};
