import type { AnswerOf } from '../../../../domain/messages/answers';
import { wholeDollarsUp } from '../../../../domain/payments/invoices/minimums';
import { says, type Wording } from '../../wording';

/** As text, because a number would be written in groups of three digits, which nobody can type. */
const bounds = ({ min, max }: { readonly min: number; readonly max: number }) => ({
  min: String(min),
  max: String(max),
});

export const TYPED_ANSWERS = {
  text_empty: says('settings-typed-empty'),
  text_too_long: ({ length, max }: AnswerOf<'text_too_long'>, wording: Wording) =>
    wording.text('settings-typed-too-long', { length, max }),
  not_days: (limits: AnswerOf<'not_days'>, wording: Wording) =>
    wording.text('settings-typed-days', bounds(limits)),
  not_hours: (limits: AnswerOf<'not_hours'>, wording: Wording) =>
    wording.text('settings-typed-hours', bounds(limits)),
  not_percent: (limits: AnswerOf<'not_percent'>, wording: Wording) =>
    wording.text('settings-typed-percent', bounds(limits)),
  not_stars: ({ max }: AnswerOf<'not_stars'>, wording: Wording) =>
    wording.text('starprices-typed', { max: String(max) }),
  star_presets_unclear: ({ most, max }: AnswerOf<'star_presets_unclear'>, wording: Wording) =>
    wording.text('starprices-typed-presets', { most, max: String(max) }),
  not_a_price: says('settings-typed-price'),
  not_a_worth: ({ maxCents }: AnswerOf<'not_a_worth'>, wording: Wording) =>
    wording.text('settings-typed-worth', { most: wording.usd(maxCents) }),
  price_too_high: ({ maxCents }: AnswerOf<'price_too_high'>, wording: Wording) =>
    wording.text('settings-typed-price-high', { most: wording.usd(maxCents) }),
  no_coin_for_price: ({ cents, leastCents }: AnswerOf<'no_coin_for_price'>, wording: Wording) =>
    wording.text('settings-typed-price-low', {
      price: wording.usd(cents),
      least: wording.usd(leastCents),
      suggested: wording.shortUsd(wholeDollarsUp(leastCents)),
    }),
  time_zone_unknown: says('settings-typed-time-zone'),
  time_zones_found: says('settings-typed-time-zones'),
};

export const SETTING_ANSWERS = {
  sales_paused: says('settings-paused'),
  sales_resumed: says('settings-resumed'),
  listed: says('settings-listed-now'),
  listed_if_allowed: says('settings-listed-if-allowed'),
  unlisted: says('settings-unlisted'),
  removals_set: ({ removals }: AnswerOf<'removals_set'>, wording: Wording) =>
    wording.text('settings-removals-set', { removals }),
  tier_gone: says('settings-tier-gone'),
  tier_removed: says('settings-tier-removed'),
  tier_saved: says('settings-tier-saved'),
  tier_saved_stars_stay: ({ stars }: AnswerOf<'tier_saved_stars_stay'>, wording: Wording) =>
    wording.text('starprices-stay', { stars: wording.stars(stars) }),
  stars_off: says('starprices-off-toast'),
  tier_added: says('settings-tier-added'),
  tier_lost: says('settings-tier-lost'),
  too_many_tiers: ({ max }: AnswerOf<'too_many_tiers'>, wording: Wording) =>
    wording.text('settings-tiers-most', { max }),
};

export const POST_ANSWERS = {
  preview_coming: says('posts-preview-coming'),
  posts_coming: says('posts-coming'),
  posts_refreshing: says('posts-refreshing'),
  posts_removing: says('posts-removing'),
  posts_unscheduled: says('posts-unscheduled'),
  posts_scheduled: ({ hour, timeZone }: AnswerOf<'posts_scheduled'>, wording: Wording) =>
    wording.text('posts-scheduled', { hour: wording.hour(hour), timeZone }),
  posts_paused: says('posts-paused'),
  no_public_channel: says('posts-no-public-channel'),
  nothing_to_post: says('posts-nothing'),
  offer_not_on_sale: says('posts-not-on-sale'),
  posts_too_soon: ({ seconds }: AnswerOf<'posts_too_soon'>, wording: Wording) =>
    wording.text('posts-too-soon', { seconds }),
};
