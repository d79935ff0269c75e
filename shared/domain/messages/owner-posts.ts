import type { OpenChannelId } from '../common/ids';
import type { OfChannel } from './parts';
import type { Note } from './answers';
import type { PostKind } from '../posts/posts';

/** One kind of post, as who runs the channel sees it. */
export interface PostState {
  readonly post: PostKind;
  /** Whether the channel has it, daily and when posts are published. */
  readonly isChosen: boolean;
  /** It is promised, and not sent yet. */
  readonly isPending: boolean;
  /** The one that is in the channel now. */
  readonly live: {
    readonly chatId: number;
    readonly messageId: number;
    /** Epoch milliseconds. */
    readonly since: number;
  } | null;
  /** Why the last one was not sent, in Telegram's words. */
  readonly failure: string | null;
}

/** What those who run a channel see of its posts. */
export type PostsMessage =
  | ({
      readonly type: 'posts_page';
      readonly note: Note | null;
      readonly hasPublicChannel: boolean;
      readonly isPaused: boolean;
      readonly timeZone: string;
      /** When they are repeated daily; `null` for never. */
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
  /** It may be in the channel twice, and only a person can tell. */
  | {
      readonly type: 'post_doubted';
      readonly openChannelId: OpenChannelId;
      readonly title: string;
      readonly post: PostKind;
      readonly chatId: number;
      readonly messageId: number;
    };
