import type { RemovalsSetting } from '../common/channel';
import type { Cents } from '../common/ids';
import type { Language } from '../common/language';
import type { OfChannel, Payer } from './parts';
import type { Note } from './answers';
import type { LinkedGroup } from '../places/offer-place-message';
import type { Role } from '../common/roles';
import type { PlaceKind } from '../places/place';
import type { ChosenChat } from '../owner/set-up';

/** A tier of a channel; `position` counts from 1. */
export interface SoldTier {
  readonly position: number;
  readonly name: string;
  readonly priceCents: Cents;
  readonly days: number;
  /** In whole Stars. Absent or `null`: it isn't sold for Stars. */
  readonly priceStars?: number | null;
}

/** The settings of a channel. */
export interface ChannelSettings {
  readonly title: string;
  readonly description: string;
  readonly donationMessage: string;
  readonly graceHours: number;
  readonly tolerancePercent: number;
  readonly timeZone: string;
  readonly removals: RemovalsSetting;
  /** What is read in the public channel and in groups. Absent in what an older version stored. */
  readonly language?: Language;
  /** The owner wants the channel in the list of `/start`. */
  readonly listed: boolean;
  /** Whether the operator's file lists it. `null`: the file doesn't say, so it depends on `OWNERS`. */
  readonly fileListed: boolean | null;
  /** `null` without a private or public channel. */
  readonly privateTitle: string | null;
  /** What the main place is. Absent in what an older version stored: a channel. */
  readonly privateKind?: PlaceKind | null;
  readonly publicTitle: string | null;
  readonly tiers: readonly SoldTier[];
}

/** Settings that are typed. */
export type SettingQuestion =
  | 'title'
  | 'description'
  | 'donation_message'
  | 'grace_hours'
  | 'tolerance_percent'
  | 'time_zone'
  | TierQuestion;

/** The parts of a tier, asked one after the other for a new one. */
export type TierQuestion = 'tier_name' | 'tier_price' | 'tier_days';

/** A manager or viewer of a channel. */
export interface TeamMember extends Payer {
  readonly role: Exclude<Role, 'owner'>;
}

interface Noted {
  /** What has just been done, if anything. */
  readonly note: Note | null;
}

/** The pages of a channel's settings and of its team. */
export type SettingsMessage =
  | ({
      readonly type: 'channel_settings';
      /** The operator lets `/start` list the channel. */
      readonly mayBeListed: boolean;
      /** The discussion group of the private channel, if it stays open. Absent in what an older version stored. */
      readonly linked?: LinkedGroup | null;
    } & OfChannel &
      Noted &
      ChannelSettings)
  | ({ readonly type: 'channel_language'; readonly language: Language } & OfChannel & Noted)
  | ({ readonly type: 'channel_tiers'; readonly tiers: readonly SoldTier[] } & OfChannel & Noted)
  /** The amounts that donors give with one tap. The next typed text replaces them. */
  | ({
      readonly type: 'donation_amounts';
      readonly presets: readonly Cents[];
      /** The least amount that a keypad shows now. */
      readonly leastCents: Cents;
      /** The operator takes Stars for this owner. Absent in what an older version stored. */
      readonly takesStars?: boolean;
    } & OfChannel &
      Noted)
  | ({
      readonly type: 'channel_tier';
      readonly tier: SoldTier;
      /** The operator takes Stars for this owner. Absent in what an older version stored. */
      readonly takesStars?: boolean;
    } & OfChannel)
  /** What a tier costs in Stars. The next typed text replaces it. */
  | ({ readonly type: 'tier_stars'; readonly tier: SoldTier } & OfChannel & Noted)
  /** What donors choose from in Stars; `null` if there are no donations in Stars. The next typed text replaces it. */
  | ({ readonly type: 'donation_stars'; readonly stars: readonly number[] | null } & OfChannel & Noted)
  | ({ readonly type: 'channel_removals'; readonly removals: ChannelSettings['removals'] } & OfChannel &
      Noted)
  /** Another private or public channel has to be chosen. */
  | ({
      readonly type: 'choose_chat';
      readonly kind: 'private' | 'public';
      readonly current: string | null;
      /** What `current` is. Absent in what an older version stored, and if there is none. */
      readonly currentKind?: PlaceKind | null | undefined;
      readonly chats: readonly ChosenChat[];
      readonly addUrl: string;
      /** Adds the bot to a group. Absent if none can be chosen, and in what an older version stored. */
      readonly addGroupUrl?: string | undefined;
      readonly complaint: Note | null;
      /** The channel that lacks something. */
      readonly again: number | null;
    } & OfChannel)
  | ({ readonly type: 'channel_team'; readonly team: readonly TeamMember[] } & OfChannel & Noted)
  | ({ readonly type: 'team_member'; readonly member: TeamMember } & OfChannel & Noted)
  /** To be forwarded to the invited user. */
  | ({
      readonly type: 'team_invitation';
      readonly invited: TeamMember['role'];
      readonly link: string;
    } & OfChannel)
  | ({ readonly type: 'transfer_asked'; readonly member: TeamMember } & OfChannel);
