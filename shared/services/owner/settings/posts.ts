import { readPostsState } from '../../../database/posts/post-pages';
import {
  promisePostPreview,
  promisePostRefresh,
  removePosts,
  scheduleDailyPosts,
  stopDailyPosts,
  switchPostKind,
} from '../../../database/posts/post-settings';
import { triggerPosts, type Triggered } from '../../../database/posts/post-triggers';
import type { Promised } from '../../../domain/effects';
import { REPLY_EXPIRES_SECONDS } from '../../../domain/effects';
import type { Answer, ToastAnswer } from '../../../domain/messages/answers';
import { POSTS, type PostKind } from '../../../domain/posts/posts';
import type { Reaction } from '../../../domain/prompt-effects';
import { postsRefreshed } from '../../posts/refresh-posts';
import {
  timedPageHeader,
  NOT_ALLOWED,
  NOT_IN_USE,
  promisePage,
  refuse,
  showsPage,
  showPageWithNote,
  type OwnerRequest,
  type OwnHandler,
  type Page,
} from '../page/owner-request';

/** What a channel posts in its public channel, since when it is there, and when it is repeated. */
export const postsPage: Page = async ({ database, standing, note }) => {
  const state = await readPostsState(database, standing);
  return { type: 'posts_page', ...timedPageHeader(standing), note, ...state };
};

export const postHoursPage: Page = async ({ database, standing }) => {
  const { hour } = await readPostsState(database, standing);
  return { type: 'post_hours', ...timedPageHeader(standing), hour };
};

const showPosts = async (asked: OwnerRequest, note: Answer | null): Promise<Reaction> => ({
  ...(await showPageWithNote(asked, postsPage, note)),
  isPromised: true,
});

const isPostKind = (word: string | undefined): word is PostKind => POSTS.some((post) => post === word);

/** Shows the page with what was done above it, or refuses if it was not done. */
const answer = async (asked: OwnerRequest, isDone: boolean, note: Answer): Promise<Reaction> =>
  isDone ? showPosts(asked, note) : refuse(asked, NOT_ALLOWED);

const preview: OwnHandler = async (asked) => {
  const { handled, standing, argument } = asked;
  if (!isPostKind(argument)) return refuse(asked, NOT_IN_USE);
  const { openChannelId, userId } = standing;
  const promised: Promised = {
    effect: { kind: 'preview_post', openChannelId, post: argument, userId },
    key: `update:${handled.updateId}:preview`,
    expiresInSeconds: REPLY_EXPIRES_SECONDS,
  };
  const promises = { actor: standing, promised: [promised] };
  const isDone = await promisePostPreview(handled.database, handled.delivery, promises);
  return answer(asked, isDone, { answer: 'preview_coming' });
};

/** Until most posts have been sent, so that the page that is drawn anew says so. */
const DRAWN_AFTER_SECONDS = 3;

const whyNot = (triggered: Exclude<Triggered, { type: 'triggered' | 'done_before' }>): ToastAnswer => {
  switch (triggered.type) {
    case 'too_soon':
      return { answer: 'posts_too_soon', seconds: triggered.secondsLeft };
    case 'paused':
      return { answer: 'posts_paused' };
    case 'no_public_channel':
    case 'nothing_to_post':
      return { answer: triggered.type };
    case 'unknown':
      return NOT_ALLOWED;
  }
};

const publish: OwnHandler = async (asked) => {
  const { handled, standing, button } = asked;
  const { openChannelId, userId } = standing;
  const page = promisePage(handled, {
    ...standing,
    messageId: button?.messageId ?? null,
    page: 'posts',
    note: null,
  });
  const triggered = await triggerPosts(handled.database, handled.delivery, {
    openChannelId,
    userId,
    occasion: `manual:${handled.updateId}`,
    promised: [{ ...page, dueInSeconds: DRAWN_AFTER_SECONDS }],
  });
  if (triggered.type === 'triggered' || triggered.type === 'done_before')
    return showPosts(asked, { answer: 'posts_coming' });
  return refuse(asked, whyNot(triggered));
};

const chooseHour: OwnHandler = async (asked) => {
  const { handled, standing, argument } = asked;
  const { database, delivery } = handled;
  if (argument === 'never') {
    const isDone = await stopDailyPosts(database, delivery, { actor: standing });
    return answer(asked, isDone, { answer: 'posts_unscheduled' });
  }
  const hour = Number(argument);
  const isDone = await scheduleDailyPosts(database, delivery, { actor: standing, hour });
  return answer(asked, isDone, { answer: 'posts_scheduled', hour, timeZone: standing.timeZone });
};

const switchKind: OwnHandler = async (asked) => {
  const { handled, standing, argument } = asked;
  if (!isPostKind(argument)) return refuse(asked, NOT_IN_USE);
  const change = { actor: standing, post: argument };
  const isDone = await switchPostKind(handled.database, handled.delivery, change);
  return answer(asked, isDone, { answer: 'saved' });
};

const refresh: OwnHandler = async (asked) => {
  const { handled, standing } = asked;
  const promised = [postsRefreshed(standing.openChannelId, `update:${handled.updateId}`)];
  const promises = { actor: standing, promised };
  const isDone = await promisePostRefresh(handled.database, handled.delivery, promises);
  return answer(asked, isDone, { answer: 'posts_refreshing' });
};

const remove: OwnHandler = async (asked) => {
  const { handled, standing } = asked;
  const isDone = await removePosts(handled.database, handled.delivery, { actor: standing });
  return answer(asked, isDone, { answer: 'posts_removing' });
};

export const postsHandlers = {
  posts: showsPage(postsPage),
  'post-preview': preview,
  'post-publish': publish,
  'post-hours': showsPage(postHoursPage),
  'post-daily': chooseHour,
  'post-kind': switchKind,
  'post-refresh': refresh,
  'post-remove': remove,
} satisfies Readonly<Record<string, OwnHandler>>;
