import type { Columns } from './personal-data';

/** Everything else: about channels, prices, coins and the bot itself. */
export const NOT_PERSONAL: Columns = {
  channels:
    'open_channel_id closed_channel_id title description donation_message notifications_enabled created_at updated_at tolerance_percent grace_hours removals public_channel_id paused_at time_zone post_kinds posts_triggered_at notify_each_sale digested_until listed file_listed public_name name_checked_at language donation_presets removals_held_until donation_stars',
  chats: 'title',
  bot_chats:
    'chat_id kind title username status rights changed_at updated_at gone_at last_told linked_chat_id',
  places: 'open_channel_id chat_id kind role position title opened_at closed_at',
  tiers: 'open_channel_id position name price_cents days price_stars',
  posts:
    'open_channel_id post occasion begun begun_at chat_id message_id fingerprint posted_at removed_at failed_at reason',
  schedules: 'open_channel_id kind hour next_at',
  removal_brakes: 'open_channel_id recent members members_at booked_until released_until',
  removals_switch: 'only_row removals set_at',
  sales_figures: 'open_channel_id begun_at counted_at figures',
  figure_sums: 'open_channel_id quarter at fact tier_name tier_days coin count cents',
  figure_marks: 'open_channel_id quarter',
  figure_progress: 'is_only marked_through dropped_before',
  figure_days: 'open_channel_id day fact tier_name tier_days coin count cents',
  figure_channels: 'open_channel_id zone days_from days_to active active_at',
  access_changes: 'open_channel_id paid_until change',
  counters: 'name value updated_at recent',
  observations: 'name value observed_at claimed_at',
  bulk_lane: 'only_row tokens filled_at attended_at',
  minimums: 'coin is_on cents answered_at least_cents ask_at',
  coin_list: 'is_only listed_at ask_at asked_at next_question_at off_since',
  star_ledger:
    'is_only taken read_at balance_stars balance_nanostars difference_stars difference_nanostars compared_at told_stars',
  schema_migrations: 'version name applied_at',
};
