import type { PostKind } from '../posts/posts';
import type { Note } from './answers';
import type { LinkedGroup } from '../places/offer-place-message';
import type { OfChannel } from './parts';

/** A link to the bot that opens what a post offers. */
export interface ChannelLink {
  readonly post: PostKind;
  readonly url: string;
}

/** What owners and managers see of the links that they send to buyers and donors. */
export type LinksMessage =
  | ({
      readonly type: 'channel_links';
      readonly links: readonly ChannelLink[];
      /** Asks whether to post now, and in which public channel. `null`: asks nothing. */
      readonly postIn: { readonly title: string; readonly post: PostKind } | null;
      /** The discussion group of a channel that was just put on sale. Absent in what an older version stored. */
      readonly linked?: LinkedGroup | null;
      readonly note: Note | null;
    } & OfChannel)
  /** The caption of a QR code. */
  | ({ readonly type: 'link_picture'; readonly link: ChannelLink } & OfChannel);
