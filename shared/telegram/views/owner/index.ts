import type { OwnerMessage } from '../../../domain/owner-messages';
import type { Of, View } from '../view';
import { channelMenuView, myChannelsView } from './menu';
import { setUpOfferedView, setUpView } from './set-up';
import { channelSettingsView, questionView } from './settings';

/** How each message to those who run channels is worded. */
export const OWNER_VIEWS: { readonly [Type in OwnerMessage['type']]: (message: Of<Type>) => View } = {
  my_channels: myChannelsView,
  channel_menu: channelMenuView,
  channel_settings: channelSettingsView,
  question: questionView,
  set_up_offered: setUpOfferedView,
  set_up: setUpView,
};
