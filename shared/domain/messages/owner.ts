import type { PlaceKind } from '../places/place';
import type { OfChannel } from './parts';
import type { Cents, OpenChannelId } from '../common/ids';
import type { Note } from './answers';
import type { SettingQuestion, SettingsMessage } from './owner-settings';
import type { SetUpMessage } from './owner-set-up';
import type { PostsMessage } from './owner-posts';
import type { ReportMessage } from './owner-report';
import type { ListMessage } from './owner-lists';
import type { LinksMessage } from './owner-links';
import type { NotifyMessage } from './owner-notify';
import type { SupportMessage, SupportQuestion } from './owner-support';
import type { OfferPlaceMessage } from '../places/offer-place-message';
import type { BrokenPlace, PlaceMessage, UnreachableChat } from './places';
import type { TakeoverMessage } from '../takeovers/takeover-message';
import type { Role } from '../common/roles';

/** A channel that the reader runs. */
export interface MyChannel {
  readonly openChannelId: OpenChannelId;
  readonly title: string;
  readonly role: Role;
  readonly isPaused: boolean;
  /** The @name by which anyone can join the private channel. `null`: there is none. Absent in rows of older versions. */
  readonly publicName?: string | null;
  /** Of the main place. Absent if there is none, and in rows of older versions. */
  readonly kind?: PlaceKind | null;
}

/** What an owner or manager may be asked to type. */
export type OwnerQuestion =
  SettingQuestion | SupportQuestion | 'case_worth' | 'donation_amounts' | StarsQuestion | TakeoverQuestion;

/** Asks for the price of a tier, or for what donors choose from, in Stars. */
type StarsQuestion = 'tier_stars' | 'donation_stars';

/** Asks for a list of members, and for the end of lines without one. */
type TakeoverQuestion = 'takeover_list' | 'takeover_until';

/** What owners and managers see. */
export type OwnerMessage =
  | SetUpMessage
  | PostsMessage
  | LinksMessage
  | ReportMessage
  | ListMessage
  | NotifyMessage
  | SupportMessage
  | PlaceMessage
  | OfferPlaceMessage
  | TakeoverMessage
  | {
      readonly type: 'my_channels';
      readonly channels: readonly MyChannel[];
      /** Counts from 1. */
      readonly page: number;
      readonly pages: number;
      /** The action whose channel has to be chosen. */
      readonly action: string;
      /** The operator lets the reader set up channels. Absent in rows of older versions. */
      readonly maySetUp?: boolean;
    }
  | ({
      readonly type: 'channel_menu';
      readonly isPaused: boolean;
      readonly tiers: number;
      readonly active: number;
      /** Payments that need a decision. */
      readonly cases: number;
      /** The channel's chats in which the bot lacks something. Absent: none. */
      readonly places?: readonly BrokenPlace[];
      /** The chat that is told about sales, if nothing can be delivered there. Absent or `null`: something can. */
      readonly unreachable?: UnreachableChat | null;
      /** As in `MyChannel`. Absent in rows of older versions. */
      readonly publicName?: string | null;
      /** What the main place is. Absent in rows of older versions: a channel. */
      readonly kind?: PlaceKind | null;
      /** Opens the channel's page in the bot. Absent in rows of older versions. */
      readonly link?: string;
      /** What has just been done, if anything. */
      readonly note: Note | null;
    } & OfChannel)
  | SettingsMessage
  /** Tells an owner that anyone can join the private channel. */
  | {
      readonly type: 'chat_became_public';
      readonly openChannelId: OpenChannelId;
      readonly title: string;
      readonly username: string;
      /** Absent in what an older version stored: a channel. */
      readonly kind?: PlaceKind;
    }
  | ({
      readonly type: 'question';
      readonly question: OwnerQuestion;
      /** The current value, if there is one. */
      readonly current: string | null;
      /** Why the typed text is refused. */
      readonly complaint: Note | null;
      /** The least price that some coin can pay, for a price. Absent or `null`: it isn't known. */
      readonly leastCents?: Cents | null;
    } & OfChannel);
