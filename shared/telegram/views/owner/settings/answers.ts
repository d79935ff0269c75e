import { formatUsd } from '../../../../domain/common/money';
import type { AnswerOf } from '../../../../domain/messages/answers';
import type { Recipient } from '../../../../domain/messages/owner-answers';
import { formatHour } from '../../words';

export const TYPED_ANSWERS = {
  text_empty: 'There is nothing in it.',
  text_too_long: ({ length, max }: AnswerOf<'text_too_long'>) =>
    `That is ${length} characters; ${max} is the most.`,
  not_days: ({ min, max }: AnswerOf<'not_days'>) =>
    `That is not a number of days from ${min} to ${max}. Type only the number.`,
  not_hours: ({ min, max }: AnswerOf<'not_hours'>) =>
    `That is not a number of hours from ${min} to ${max}. Type only the number.`,
  not_percent: ({ min, max }: AnswerOf<'not_percent'>) =>
    `That is not a number of percent from ${min} to ${max}. Type only the number.`,
  not_a_price: 'That is no price. Type dollars, like 29.99.',
  not_a_worth: ({ maxCents }: AnswerOf<'not_a_worth'>) =>
    `Type dollars, like 12.50. ${formatUsd(maxCents)} is the most.`,
  price_too_high: ({ maxCents }: AnswerOf<'price_too_high'>) => `${formatUsd(maxCents)} is the most.`,
  no_coin_for_price: ({ cents, leastCents }: AnswerOf<'no_coin_for_price'>) =>
    `No coin can pay ${formatUsd(cents)} now; the least is ${formatUsd(leastCents)}.`,
  time_zone_unknown: 'I don’t know this time zone. Send me a large city near you, like Berlin.',
  time_zones_found: () => 'Several time zones have this name. Choose one, or send me more of it.',
};

const REMOVALS: Readonly<Record<AnswerOf<'removals_set'>['removals'], string>> = {
  on: 'Switched on: whose time is over is taken out.',
  dry_run: 'Nobody is taken out: I only write down who would be.',
  off: 'Switched off: nobody is taken out.',
};

export const SETTING_ANSWERS = {
  sales_paused: 'Paused: nothing is sold until you resume. Members stay for the time they paid for.',
  sales_resumed: 'Resumed: it is sold again.',
  listed: 'Switched on: /start lists this channel.',
  listed_if_allowed: 'Switched on. /start lists this channel once the operator of this bot allows it.',
  unlisted: 'Switched off: /start doesn’t list this channel. Links to it still work.',
  removals_set: ({ removals }: AnswerOf<'removals_set'>) => REMOVALS[removals],
  tier_gone: 'This tier is gone by now.',
  tier_removed: 'Taken out: nobody can buy it any more.',
  tier_saved: 'Saved. Orders that are open keep what they were promised.',
  tier_added: 'Added: it is on sale.',
  tier_lost: 'Begin again, please.',
  too_many_tiers: ({ max }: AnswerOf<'too_many_tiers'>) => `${max} tiers are the most. Take one out first.`,
};

export const POST_ANSWERS = {
  preview_coming: 'Here is how it would look, as a message of its own.',
  posts_coming: 'They are being sent.',
  posts_refreshing: 'The posts are being brought up to date.',
  posts_removing: 'The posts are being taken away.',
  posts_unscheduled: 'Nothing is repeated any more.',
  posts_scheduled: ({ hour, timeZone }: AnswerOf<'posts_scheduled'>) =>
    `Posted anew every day at ${formatHour(hour)} (${timeZone}).`,
  posts_paused: 'This channel is paused: nothing is posted until you resume it.',
  no_public_channel: 'There is no public channel to post in yet. Choose one in the settings.',
  nothing_to_post: 'There is nothing to post: switch a post on, or add a tier for the offer.',
  offer_not_on_sale:
    'Nothing is sold at the moment, because I cannot let anybody into the private channel. The page of the channel says what is missing.',
  posts_too_soon: ({ seconds }: AnswerOf<'posts_too_soon'>) =>
    `Posts were published a moment ago. You can publish again in ${seconds} seconds.`,
};

const recipient = (to: Recipient): string =>
  to.is === 'chat' ? `chat ${to.chatId}` : { you: 'you', owner: 'the owner' }[to.is];

export const NOTIFY_ANSWERS = {
  notifications_saved: '✔️ Saved.',
  no_digest: 'There is no daily digest to set the hour of.',
  test_begun: 'I try it now.',
  missed_coming: '✔️ I send them again now.',
  test_delivered: ({ to }: AnswerOf<'test_delivered'>) => `✅ Delivered to ${recipient(to)}.`,
  test_not_started: ({ to, botUsername }: AnswerOf<'test_not_started'>) =>
    `❌ Not delivered to ${recipient(to)}: they have not started me. They must open t.me/${botUsername} and press START.`,
  test_blocked: ({ to }: AnswerOf<'test_blocked'>) =>
    `❌ Not delivered to ${recipient(to)}: I was blocked there.`,
  test_gone: ({ to }: AnswerOf<'test_gone'>) =>
    `❌ Not delivered to ${recipient(to)}: that account or chat does not exist any more.`,
  test_no_right: ({ to }: AnswerOf<'test_no_right'>) =>
    `❌ Not delivered to ${recipient(to)}: I am not in that chat, or may not write there.`,
  test_delayed: ({ reason }: AnswerOf<'test_delayed'>) =>
    `⏳ Telegram does not take it at the moment (${reason}). I go on trying for a while.`,
  test_refused: ({ reason }: AnswerOf<'test_refused'>) => `❌ Telegram refused it: ${reason}`,
};
