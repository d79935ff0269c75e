import type { RemovalsSetting } from '../common/channel';
import type { Cents } from '../common/ids';
import type { Role } from '../common/roles';
import type { PlaceKind } from '../places/place';
import type { Named, Payer } from './parts';

/** What owners and managers are answered. */
export type OwnerAnswer =
  | Named<'not_your_channel' | 'not_allowed' | 'member_unknown' | 'channel_order_unknown' | 'saved'>
  | TypedAnswer
  | FileAnswer
  | SetUpAnswer
  | ChatAnswer
  | PlaceAnswer
  | SettingAnswer
  | PostAnswer
  | NotifyAnswer
  | SupportAnswer
  | TeamAnswer
  | TakeoverAnswer;

/** Why the typed text is refused. */
export type TypedAnswer =
  | Named<'text_empty' | 'not_a_price' | 'time_zone_unknown'>
  /** Several zones fit what was typed: those to choose from. */
  | { readonly answer: 'time_zones_found'; readonly zones: readonly string[] }
  | { readonly answer: 'not_a_worth'; readonly maxCents: Cents }
  | { readonly answer: 'not_stars'; readonly max: number }
  /** Not Stars to choose from, more than `most` of them, or one of them above `max`. */
  | { readonly answer: 'star_presets_unclear'; readonly most: number; readonly max: number }
  /** Not amounts to donate, or more than `most`. */
  | { readonly answer: 'amounts_unclear'; readonly most: number }
  | { readonly answer: 'text_too_long'; readonly length: number; readonly max: number }
  | { readonly answer: 'not_days'; readonly min: number; readonly max: number }
  | { readonly answer: 'not_hours'; readonly min: number; readonly max: number }
  | { readonly answer: 'not_percent'; readonly min: number; readonly max: number }
  | { readonly answer: 'price_too_high'; readonly maxCents: Cents }
  | { readonly answer: 'no_coin_for_price'; readonly cents: Cents; readonly leastCents: Cents };

/** About a list of members. */
type TakeoverAnswer = Named<'list_gone' | 'list_changed' | 'list_dropped' | 'not_an_end'>;

type FileAnswer =
  Named<'no_such_table' | 'file_coming'> | { readonly answer: 'too_many_files'; readonly seconds: number };

type SetUpAnswer =
  | Named<'set_up_ended' | 'set_up_changed' | 'set_up_cancelled' | 'set_up_postponed' | 'nothing_to_type'>
  | Named<'on_sale' | 'private_chat_missing' | 'private_chat_just_taken' | 'choose_among_yours'>
  | Named<'public_chat_just_sold' | 'not_claimable' | 'channel_claimed' | 'channel_claimed_without_posts'>
  | { readonly answer: 'channel_claimed_from_you'; readonly title: string };

/** About a Telegram channel that is chosen to be sold, or to be posted in. */
type ChatAnswer =
  | Named<
      | 'chat_not_among_yours'
      | 'chat_sold_already'
      | 'private_chat_inhabited'
      | 'basic_group'
      | 'group_not_posted'
    >
  | Named<'private_chat_changed' | 'public_chat_changed' | 'public_chat_dropped'>
  | {
      readonly answer: 'bot_not_administrator';
      readonly title: string;
      /** Absent if Telegram doesn't tell, and in what an older version stored. */
      readonly kind?: PlaceKind | undefined;
    }
  | { readonly answer: 'user_not_administrator'; readonly title: string }
  /** Anyone can join by this @name. */
  | {
      readonly answer: 'chat_is_public';
      readonly title: string;
      readonly username: string;
      /** Absent in what an older version stored: a channel. */
      readonly kind?: PlaceKind | undefined;
    }
  /** The user lacks these rights of the Bot API, or the bot does. */
  | { readonly answer: 'own_rights_missing'; readonly title: string; readonly rights: readonly string[] }
  | {
      readonly answer: 'rights_missing';
      readonly title: string;
      readonly rights: readonly string[];
      /** Absent in what an older version stored: a channel. */
      readonly kind?: PlaceKind | undefined;
    };

/** About a chat that becomes another place of an offer, or is taken away from it. */
type PlaceAnswer =
  | Named<'place_opened' | 'place_taken_away' | 'place_not_there' | 'place_asked_again'>
  | Named<'place_has_it' | 'place_posts' | 'place_of_another' | 'discussion_without_bot'>
  | { readonly answer: 'place_too_many'; readonly max: number };

type SettingAnswer =
  | Named<'sales_paused' | 'sales_resumed' | 'listed' | 'listed_if_allowed' | 'unlisted'>
  | { readonly answer: 'removals_set'; readonly removals: RemovalsSetting }
  | Named<'tier_gone' | 'tier_removed' | 'tier_saved' | 'tier_added' | 'tier_lost' | 'stars_off'>
  /** The price in dollars was changed, that in Stars was not. */
  | { readonly answer: 'tier_saved_stars_stay'; readonly stars: number }
  | { readonly answer: 'too_many_tiers'; readonly max: number };

type PostAnswer =
  | Named<'preview_coming' | 'posts_coming' | 'posts_refreshing' | 'posts_removing' | 'posts_unscheduled'>
  | { readonly answer: 'posts_scheduled'; readonly hour: number; readonly timeZone: string }
  | Named<'posts_paused' | 'no_public_channel' | 'nothing_to_post' | 'offer_not_on_sale'>
  | { readonly answer: 'posts_too_soon'; readonly seconds: number };

/** Where notifications of a channel's sales go, as seen by the manager who reads it. */
export type Recipient = { readonly is: 'you' | 'owner' } | { readonly is: 'chat'; readonly chatId: number };

type NotifyAnswer =
  | Named<'notifications_saved' | 'no_digest' | 'test_begun' | 'missed_coming'>
  | { readonly answer: 'test_delivered'; readonly to: Recipient }
  | { readonly answer: 'test_not_started'; readonly to: Recipient; readonly botUsername: string }
  | { readonly answer: 'test_blocked'; readonly to: Recipient }
  | { readonly answer: 'test_gone'; readonly to: Recipient }
  | { readonly answer: 'test_no_right'; readonly to: Recipient }
  /** The reasons are in Telegram's words. */
  | { readonly answer: 'test_delayed'; readonly reason: string }
  | { readonly answer: 'test_refused'; readonly reason: string };

type SupportAnswer =
  | Named<'person_missing' | 'user_unknown' | 'username_unknown' | 'nothing_to_confirm'>
  | { readonly answer: 'not_given_days'; readonly max: number }
  | { readonly answer: 'not_a_reason'; readonly max: number }
  | Named<'banned_unban_first' | 'has_it_for_ever' | 'no_private_channel' | 'no_access_to_end'>
  | Named<'banned_already' | 'on_team_not_banned' | 'not_banned'>;

type GivenRole = Exclude<Role, 'owner'>;

type TeamAnswer =
  | Named<'not_on_team' | 'role_changed' | 'administrator_removed' | 'heir_not_administrator'>
  | Named<'heir_not_public_administrator'>
  | { readonly answer: 'heir_rights_missing'; readonly rights: readonly string[] }
  | { readonly answer: 'too_many_administrators'; readonly max: number }
  | Named<'invitation_over' | 'team_full'>
  | { readonly answer: 'invitation_for_another'; readonly role: GivenRole; readonly title: string }
  | { readonly answer: 'invitation_accepted'; readonly role: GivenRole; readonly title: string }
  | ({
      readonly answer: 'invitation_taken_up';
      readonly role: GivenRole;
      readonly title: string;
    } & Payer)
  | { readonly answer: 'role_given'; readonly role: GivenRole; readonly title: string }
  | { readonly answer: 'role_taken'; readonly title: string }
  | { readonly answer: 'channel_received'; readonly title: string }
  | { readonly answer: 'channel_received_without_posts'; readonly title: string }
  | { readonly answer: 'channel_given_away'; readonly title: string }
  | { readonly answer: 'ownership_transferred'; readonly title: string };
