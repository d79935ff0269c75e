import type { WordingKey } from '../../../catalog';
import { truncate } from '../../html';
import type { Wording } from '../../wording';

/** The message of each act. A test requires one for each act that the code records. */
export const AUDIT_ACTS: Readonly<Record<string, WordingKey>> = {
  channel_set_up: 'lists-log-channel-set-up',
  private_channel_changed: 'lists-log-private-channel-changed',
  public_channel_changed: 'lists-log-public-channel-changed',
  tier_added: 'lists-log-tier-added',
  tier_changed: 'lists-log-tier-changed',
  tier_removed: 'lists-log-tier-removed',
  removals_set: 'lists-log-removals-set',
  administrator_invited: 'lists-log-administrator-invited',
  administrator_added: 'lists-log-administrator-added',
  administrator_removed: 'lists-log-administrator-removed',
  role_changed: 'lists-log-role-changed',
  ownership_transferred: 'lists-log-ownership-transferred',
  ownership_claimed: 'lists-log-ownership-claimed',
  notifications_changed: 'lists-log-notifications-changed',
  notification_tried: 'lists-log-notification-tried',
  missed_sent_again: 'lists-log-missed-sent-again',
  posts_published: 'lists-log-posts-published',
  posts_scheduled: 'lists-log-posts-scheduled',
  posts_unscheduled: 'lists-log-posts-unscheduled',
  posts_refreshed: 'lists-log-posts-refreshed',
  posts_removed: 'lists-log-posts-removed',
  post_switched: 'lists-log-post-switched',
  table_exported: 'lists-log-table-exported',
  channel_paused: 'lists-log-channel-paused',
  channel_resumed: 'lists-log-channel-resumed',
  setting_changed: 'lists-log-setting-changed',
  access_granted: 'lists-log-access-granted',
  renewal_ended: 'lists-log-renewal-ended',
  access_revoked: 'lists-log-access-revoked',
  banned: 'lists-log-banned',
  unbanned: 'lists-log-unbanned',
  ban_failed: 'lists-log-ban-failed',
  ban_given_up: 'lists-log-ban-given-up',
  order_set_aside: 'lists-log-order-set-aside',
  case_accept: 'lists-log-case-accept',
  case_credit: 'lists-log-case-credit',
  case_refund: 'lists-log-case-refund',
  case_wait: 'lists-log-case-wait',
  refund_asked: 'refunds-log-asked',
  refund_refused: 'refunds-log-refused',
  protection_ended: 'lists-log-protection-ended',
  brake_released: 'lists-log-brake-released',
  removals_stopped: 'lists-log-removals-stopped',
  join_approved: 'lists-log-join-approved',
  join_declined: 'lists-log-join-declined',
  join_refusal_said: 'lists-log-join-refusal-said',
  left: 'lists-log-left',
  removed: 'lists-log-removed',
  removal_dry_run: 'lists-log-removal-dry-run',
  removal_failed: 'lists-log-removal-failed',
  removal_undone: 'lists-log-removal-undone',
  place_opened: 'lists-log-place-opened',
  place_closed: 'lists-log-place-closed',
  takeover_confirmed: 'lists-log-takeover-confirmed',
  takeover_undone: 'lists-log-takeover-undone',
  access_listed: 'lists-log-access-listed',
  access_unlisted: 'lists-log-access-unlisted',
  member_kept: 'lists-log-member-kept',
};

type DetailWords = (value: string | number, wording: Wording) => string;

/** Chooses by a name that the code gives. A name of a newer version is shown as it is, with spaces. */
const spaced = (words: string): string => words.replaceAll('_', ' ');

/** The words of the cause of a removal. */
export const removalCauseWords: DetailWords = (cause, wording) =>
  spaced(wording.text('lists-detail-cause', { cause: String(cause) }));

/** Where news of a channel goes, and how often. */
export const newsWords: DetailWords = (news, wording) =>
  spaced(wording.text('lists-detail-news', { news: String(news) }));

/** With its quotes, as long as any other detail. */
const MAX_CHAT = 60;

/** The words of each further detail that the code records. */
const DETAILS: Readonly<Record<string, DetailWords>> = {
  position: (tier, wording) => wording.text('lists-detail-tier', { tier: String(tier) }),
  payment: (payment, wording) => wording.text('lists-detail-payment', { payment: String(payment) }),
  hour: (hour, wording) => wording.text('lists-detail-hour', { hour: wording.hour(Number(hour)) }),
  setting: (setting, wording) => spaced(wording.text('lists-detail-setting', { setting: String(setting) })),
  role: (role, wording) => spaced(wording.text('lists-detail-role', { role: String(role) })),
  removals: (removals, wording) =>
    spaced(wording.text('lists-detail-removals', { removals: String(removals) })),
  post: (post, wording) => spaced(wording.text('lists-detail-post', { post: String(post) })),
  table: (table, wording) => spaced(wording.text('lists-detail-table', { table: String(table) })),
  cause: removalCauseWords,
  place: (place, wording) => wording.text('lists-detail-place', { place: String(place) }),
  chat: (chat, wording) => wording.text('places-chat', { title: truncate(String(chat), MAX_CHAT) }),
};

const MAX_VALUE = 64;

/** The words of a detail. One without words is shown by its name. */
export const detailWords = (name: string, value: string | number, wording: Wording): string =>
  Object.hasOwn(DETAILS, name)
    ? truncate(DETAILS[name]?.(value, wording) ?? '', MAX_VALUE)
    : wording.text('lists-detail-other', {
        name: truncate(spaced(name), MAX_VALUE),
        value: truncate(String(value), MAX_VALUE),
      });
