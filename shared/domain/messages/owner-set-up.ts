import type { Cents, OpenChannelId } from '../common/ids';
import type { Note } from './answers';
import type { LinkedGroup } from './places';
import type { Payer } from './parts';
import type { PlaceKind } from '../places/place';
import type { ChosenChat, SetUpDraft, SetUpStep } from '../owner/set-up';

/** A channel that is sold here. */
export interface SoldChannel {
  readonly openChannelId: OpenChannelId;
  readonly title: string;
}

/** The pages of setting up a channel. */
export type SetUpMessage =
  /** The operator doesn't let the reader set up channels. `userId` is the reader. Absent in what an older version stored. */
  | { readonly type: 'set_up_closed'; readonly userId?: number; readonly claims: readonly SoldChannel[] }
  /** The reader created a channel that somebody else has set up. */
  | ({ readonly type: 'claim_asked'; readonly owner: Payer } & SoldChannel)
  /** The bot was made an administrator of channels that are not sold yet. */
  | { readonly type: 'set_up_offered'; readonly titles: readonly string[] }
  /**
   * The bot was added to a group. `addUrl` adds it to a channel, with the rights that it needs there. Absent: the reader
   * may not set up channels.
   */
  | { readonly type: 'groups_not_sold'; readonly addUrl?: string }
  /** Asks to pick a channel in Telegram's own list, or a group. */
  | {
      readonly type: 'pick_chat';
      readonly kind: 'private' | 'public';
      /** Absent: a channel. */
      readonly picks?: PlaceKind;
      readonly requestId: number;
    }
  /** Takes the button that picks a channel away. With the title of the channel that was picked. */
  | { readonly type: 'picker_closed'; readonly title?: string }
  | {
      readonly type: 'set_up';
      readonly step: SetUpStep;
      readonly draft: SetUpDraft;
      /** The discussion group of the private channel. Absent in what an older version stored. */
      readonly linked?: LinkedGroup | null;
      /** The channels to choose from, if one has to be chosen. */
      readonly chats: readonly ChosenChat[];
      /** Channels that somebody else has set up and the reader created. */
      readonly claims: readonly SoldChannel[];
      /** Adds the bot to another channel, with the rights that it needs there. */
      readonly addUrl: string;
      /** The least price that some coin can pay, for a price. Absent or `null`: it isn't known. */
      readonly leastCents?: Cents | null;
      /** Why the set-up cannot continue. */
      readonly complaint: Note | null;
      /** The channel that lacks something. It can be checked again. */
      readonly again: number | null;
    };
