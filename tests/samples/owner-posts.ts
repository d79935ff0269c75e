import type { MessageOf } from '../../shared/domain/messages/messages';
import type { OpenChannelId } from '../../shared/domain/common/ids';
import type { PostsMessage, PostState } from '../../shared/domain/messages/owner-posts';
import { POSTS } from '../../shared/domain/posts/posts';
import { ROLES } from '../../shared/domain/common/roles';
import type { Writing } from './writing';

const openChannelId = -1009999999999999 as OpenChannelId;
const timeZone = 'America/Argentina/ComodRivadavia';

type PostsSamples = { readonly [Type in PostsMessage['type']]: readonly MessageOf<Type>[] };

const live = { chatId: openChannelId, messageId: 2 ** 31, since: Date.UTC(2026, 2, 4, 12) };

/** Every kind of message about posts, in every role. */
export function postsSamplesOf({ title, text }: Writing): PostsSamples {
  const ofChannels = ROLES.map((role) => ({ openChannelId, title, role }));
  const states: Omit<PostState, 'post'>[] = [
    { isChosen: true, isPending: true, live, failure: text },
    { isChosen: false, isPending: false, live: null, failure: null },
    {
      isChosen: true,
      isPending: false,
      live: null,
      failure: 'need administrator rights in the channel chat',
    },
  ];
  return {
    posts_page: ofChannels.flatMap((of) =>
      states.map((state, index) => ({
        type: 'posts_page',
        ...of,
        timeZone,
        note: index === 0 ? text : null,
        hasPublicChannel: index === 0,
        isPaused: index === 0,
        hour: index === 0 ? null : 9,
        posts: POSTS.map((post) => ({ post, ...state })),
      })),
    ),
    post_hours: ofChannels.flatMap((of) =>
      [null, 0].map((hour) => ({ type: 'post_hours', ...of, timeZone, hour }) as const),
    ),
    post_failed: POSTS.flatMap((post) =>
      [text, 'bot is not a member of the channel chat'].map(
        (reason) => ({ type: 'post_failed', openChannelId, title, post, reason }) as const,
      ),
    ),
    post_doubted: POSTS.map((post) => ({
      type: 'post_doubted',
      openChannelId,
      title,
      post,
      chatId: openChannelId,
      messageId: 2 ** 31,
    })),
  };
}
