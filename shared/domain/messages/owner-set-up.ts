import type { Cents, OpenChannelId } from '../common/ids';
import type { Note } from './answers';
import type { LinkedGroup } from '../places/offer-place-message';
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
   * The bot was added to a group that can't be sold as it is. `addUrl` makes it an administrator there, with the rights that it
   * needs. Absent: the reader may not set up offers. `because` is absent in what an older version stored, and `title` as well.
   */
  | {
      readonly type: 'groups_not_sold';
      readonly addUrl?: string;
      readonly because?: 'basic_group' | 'not_administrator';
      readonly title?: string;
    }
  /** Asks to pick a channel or a group in Telegram's own list. `picks` is absent in what an older version stored: a channel. */
  | {
      readonly type: 'pick_chat';
      readonly kind: 'private' | 'public';
      readonly picks?: PlaceKind;
      readonly requestId: number;
    }
  /** Takes the button that picks a chat away. With the title of the chat that was picked. */
  | { readonly type: 'picker_closed'; readonly title?: string }
  | {
      readonly type: 'set_up';
      readonly step: SetUpStep;
      readonly draft: SetUpDraft;
      /** The discussion group of the main place, or the channel that it is one of. Absent in what an older version stored. */
      readonly linked?: LinkedGroup | null;
      /** The channels and groups to choose from, if one has to be chosen. */
      readonly chats: readonly ChosenChat[];
      /** Channels that somebody else has set up and the reader created. */
      readonly claims: readonly SoldChannel[];
      /** Adds the bot to another channel, with the rights that it needs there. */
      readonly addUrl: string;
      /** The same for a group. Absent if none can be chosen, and in what an older version stored. */
      readonly addGroupUrl?: string | undefined;
      /** The least price that some coin can pay, for a price. Absent or `null`: it isn't known. */
      readonly leastCents?: Cents | null;
      /** Why the set-up cannot continue. */
      readonly complaint: Note | null;
      /** The chat that lacks something. It can be checked again. */
      readonly again: number | null;
    };
