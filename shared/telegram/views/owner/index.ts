import type { OwnerMessage } from '../../../domain/messages/owner';
import type { MessageOf } from '../../../domain/messages/messages';
import type { View } from '../view';
import type { Wording } from '../wording';
import { caseListView, casePageView, orphanPageView } from './lists/cases';
import { caseWorthView } from './lists/case-worth';
import { memberListView } from './lists/member-list';
import { memberPageView } from './lists/member-page';
import { channelMenuView, chatBecamePublicView } from './menu';
import { myChannelsView } from './my-channels';
import { claimAskedView, groupsNotSoldView, setUpClosedView, setUpOfferedView } from './set-up/set-up-offers';
import { pickChatView, pickerClosedView } from './set-up/picker';
import { setUpView } from './set-up/set-up';
import { chooseChatView } from './settings/choose-chat';
import { channelLanguageView } from './settings/language';
import { questionView } from './settings/question';
import { channelRemovalsView, channelSettingsView } from './settings/settings';
import { channelTeamView, teamInvitationView, teamMemberView, transferAskedView } from './team';
import { channelTiersView, channelTierView } from './settings/tiers';
import { postDoubtedView, postFailedView, postHoursView, postsPageView } from './settings/posts';
import { exportFileView, salesPictureView, salesReportView } from './lists/report';
import { salesDigestView } from './lists/digest';
import { orderListView } from './lists/order-list';
import { ownerStoryView } from './lists/story';
import { refundPageView, refundDoneView, refundRefusedView } from './lists/refund';
import * as links from './settings/links';
import * as notify from './settings/notify';
import { auditLogView } from './lists/audit';
import { donationAmountsView } from './settings/donation-amounts';
import { offerPlacesView, offerPlaceView } from './offer-places';
import * as place from './place';
import { placesSharedView } from './shared-places';
import { choosePlaceView } from './choose-place';
import { placeAskedView, placeProgressView } from './place-asked';
import * as stars from './settings/star-prices';
import * as support from './support';
import * as list from './takeovers/send-list';
import { takeoverView } from './takeovers/takeover';
import { supportQuestionView } from './support-question';

/** The view of each message to owners and managers. */
export const OWNER_VIEWS: {
  readonly [Type in OwnerMessage['type']]: (message: MessageOf<Type>, wording: Wording) => View;
} = {
  my_channels: myChannelsView,
  channel_menu: channelMenuView,
  channel_settings: channelSettingsView,
  question: questionView,
  takeover_start: list.takeoverStartView,
  takeover_reading: list.takeoverReadingView,
  takeover_until: list.takeoverUntilView,
  takeover_page: takeoverView,
  takeover_bad_lines: list.takeoverBadLinesView,
  takeover_refused: list.takeoverRefusedView,
  takeover_file: list.takeoverFileView,
  set_up_offered: setUpOfferedView,
  groups_not_sold: groupsNotSoldView,
  pick_chat: pickChatView,
  picker_closed: pickerClosedView,
  set_up_closed: setUpClosedView,
  claim_asked: claimAskedView,
  chat_became_public: chatBecamePublicView,
  set_up: setUpView,
  channel_tiers: channelTiersView,
  channel_tier: channelTierView,
  channel_removals: channelRemovalsView,
  channel_language: channelLanguageView,
  donation_amounts: donationAmountsView,
  tier_stars: stars.tierStarsView,
  donation_stars: stars.donationStarsView,
  choose_chat: chooseChatView,
  channel_team: channelTeamView,
  team_member: teamMemberView,
  team_invitation: teamInvitationView,
  transfer_asked: transferAskedView,
  posts_page: postsPageView,
  post_hours: postHoursView,
  post_failed: postFailedView,
  post_doubted: postDoubtedView,
  channel_links: links.channelLinksView,
  link_picture: links.linkPictureView,
  sales_report: salesReportView,
  sales_picture: salesPictureView,
  export_file: exportFileView,
  member_list: memberListView,
  member_page: memberPageView,
  order_list: orderListView,
  owner_story: ownerStoryView,
  case_list: caseListView,
  case_page: casePageView,
  case_worth: caseWorthView,
  orphan_page: orphanPageView,
  refund_page: refundPageView,
  refund_done: refundDoneView,
  refund_refused: refundRefusedView,
  notifications: notify.notificationsView,
  digest_hours: notify.digestHoursView,
  missed_notifications: notify.missedNotificationsView,
  sales_digest: salesDigestView,
  support_question: supportQuestionView,
  support_person: support.supportPersonView,
  ruling: support.rulingView,
  ban_trouble: support.banTroubleView,
  not_sold_to_you: support.notSoldToYouView,
  audit_log: auditLogView,
  offer_places: offerPlacesView,
  offer_place: offerPlaceView,
  choose_place: choosePlaceView,
  place_asked: placeAskedView,
  place_progress: placeProgressView,
  place_broken: place.placeBrokenView,
  place_works: place.placeWorksView,
  place_gone: place.placeGoneView,
  places_shared: placesSharedView,
  notices_unreachable: place.noticesUnreachableView,
};
