import type { EffectRows } from '../common/effect-row';
import { callTelegram } from '../common/telegram-call';
import { deleteDuplicatePost, type DuplicateDependencies } from './delete-duplicate-post';
import { previewPost } from './preview-post';
import { publishPost, type PublishDependencies } from './publish-post';
import { refreshPosts } from './refresh-posts';
import { removePost } from './remove-post';

export const postEffects = {
  publish_post: { perform: publishPost },
  remove_post: { perform: removePost },
  refresh_posts: { perform: (deps, { openChannelId }) => refreshPosts(deps, openChannelId) },
  preview_post: {
    perform: (deps, effect) => callTelegram(deps, effect.userId, () => previewPost(deps, effect)),
  },
  sweep_twin: { perform: deleteDuplicatePost },
} satisfies EffectRows<PublishDependencies & DuplicateDependencies>;
