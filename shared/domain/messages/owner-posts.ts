import type { OpenChannelId } from '../common/ids';
import type { OfChannel } from './parts';
import type { Note } from './answers';
import type { PostKind } from '../posts/posts';

/** One kind of post, as its channel's managers see it. */
export interface PostState {
  readonly post: PostKind;
  /** True if this kind is posted, daily and on publishing. */
  readonly isChosen: boolean;
  /** It is promised and not sent yet. */
  readonly isPending: boolean;
  /** The post that is in the channel now. */
  readonly live: {
    readonly chatId: number;
    readonly messageId: number;
    /** Epoch milliseconds. */
    readonly since: number;
  } | null;
  /** Why the last post was not sent, in Telegram's words. */
  readonly failure: string | null;
}

/** What owners and managers see about a channel's posts. */
export type PostsMessage =
  | ({
      readonly type: 'posts_page';
      readonly note: Note | null;
      readonly hasPublicChannel: boolean;
      readonly isPaused: boolean;
      readonly timeZone: string;
      /** The hour at which the posts are repeated daily; `null` for never. */
      readonly hour: number | null;
      readonly posts: readonly PostState[];
    } & OfChannel)
  | ({ readonly type: 'post_hours'; readonly timeZone: string; readonly hour: number | null } & OfChannel)
  | {
      readonly type: 'post_failed';
      readonly openChannelId: OpenChannelId;
      readonly title: string;
      readonly post: PostKind;
      /** In Telegram's words. */
      readonly reason: string;
    }
  /** The post may be in the channel twice, and only a person can check. */
  | {
      readonly type: 'post_doubted';
      readonly openChannelId: OpenChannelId;
      readonly title: string;
      readonly post: PostKind;
      readonly chatId: number;
      readonly messageId: number;
    };
