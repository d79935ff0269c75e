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
import { REPLY_EXPIRES_SECONDS, type Promised } from '../../../domain/effects';
import type { Answer, ToastAnswer } from '../../../domain/messages/answers';
import { POSTS, type PostKind } from '../../../domain/posts/posts';
import type { Reaction } from '../../../domain/prompt-effects';
import { postsRefreshed } from '../../posts/refresh-posts';
import {
  timedPageHeader,
  NOT_ALLOWED,
  NOT_IN_USE,
  promisePage,
  refuseOwnerAction,
  showsPage,
  showPageWithNote,
  type OwnerRequest,
  type OwnerActionHandler,
  type PageBuilder,
} from '../page/owner-request';

/** Builds the page about the posts in the public channel: which there are, since when, and when they repeat. */
export const postsPage: PageBuilder = async ({ database, channelRole, note }) => {
  const state = await readPostsState(database, channelRole);
  return { type: 'posts_page', ...timedPageHeader(channelRole), note, ...state };
};

export const postHoursPage: PageBuilder = async ({ database, channelRole }) => {
  const { hour } = await readPostsState(database, channelRole);
  return { type: 'post_hours', ...timedPageHeader(channelRole), hour };
};

const showPosts = async (request: OwnerRequest, note: Answer | null): Promise<Reaction> => ({
  ...(await showPageWithNote(request, postsPage, note)),
  isPromised: true,
});

const isPostKind = (word: string | undefined): word is PostKind => POSTS.some((post) => post === word);

/** Shows the page with a note about the change, or refuses if nothing was changed. */
const showPostsOrRefuse = async (request: OwnerRequest, isDone: boolean, note: Answer): Promise<Reaction> =>
  isDone ? showPosts(request, note) : refuseOwnerAction(request, NOT_ALLOWED);

const preview: OwnerActionHandler = async (request) => {
  const { context, channelRole, argument } = request;
  if (!isPostKind(argument)) return refuseOwnerAction(request, NOT_IN_USE);
  const { openChannelId, userId } = channelRole;
  const promised: Promised = {
    effect: { kind: 'preview_post', openChannelId, post: argument, userId },
    key: `update:${context.updateId}:preview`,
    expiresInSeconds: REPLY_EXPIRES_SECONDS,
  };
  const promises = { actor: channelRole, promised: [promised] };
  const isDone = await promisePostPreview(context.database, context.delivery, promises);
  return showPostsOrRefuse(request, isDone, { answer: 'preview_coming' });
};

/** Most posts have been sent after this time, so the page that is drawn again shows them. */
const REDRAW_AFTER_SECONDS = 3;

const refusalOf = (triggered: Exclude<Triggered, { type: 'triggered' | 'done_before' }>): ToastAnswer => {
  switch (triggered.type) {
    case 'too_soon':
      return { answer: 'posts_too_soon', seconds: triggered.secondsLeft };
    case 'paused':
      return { answer: 'posts_paused' };
    case 'no_public_channel':
    case 'nothing_to_post':
      return { answer: triggered.type };
    case 'not_on_sale':
      return { answer: 'offer_not_on_sale' };
    case 'unknown':
      return NOT_ALLOWED;
  }
};

const publish: OwnerActionHandler = async (request) => {
  const { context, channelRole, button } = request;
  const { openChannelId, userId } = channelRole;
  const page = promisePage(context, {
    ...channelRole,
    messageId: button?.messageId ?? null,
    page: 'posts',
    note: null,
  });
  const triggered = await triggerPosts(context.database, context.delivery, {
    openChannelId,
    userId,
    occasion: `manual:${context.updateId}`,
    promised: [{ ...page, dueInSeconds: REDRAW_AFTER_SECONDS }],
  });
  if (triggered.type === 'triggered' || triggered.type === 'done_before')
    return showPosts(request, { answer: 'posts_coming' });
  return refuseOwnerAction(request, refusalOf(triggered));
};

const chooseHour: OwnerActionHandler = async (request) => {
  const { context, channelRole, argument } = request;
  const { database, delivery } = context;
  if (argument === 'never') {
    const isDone = await stopDailyPosts(database, delivery, { actor: channelRole });
    return showPostsOrRefuse(request, isDone, { answer: 'posts_unscheduled' });
  }
  const hour = Number(argument);
  const isDone = await scheduleDailyPosts(database, delivery, { actor: channelRole, hour });
  const { timeZone } = channelRole;
  return showPostsOrRefuse(request, isDone, { answer: 'posts_scheduled', hour, timeZone });
};

const switchKind: OwnerActionHandler = async (request) => {
  const { context, channelRole, argument } = request;
  if (!isPostKind(argument)) return refuseOwnerAction(request, NOT_IN_USE);
  const change = { actor: channelRole, post: argument };
  const isDone = await switchPostKind(context.database, context.delivery, change);
  return showPostsOrRefuse(request, isDone, { answer: 'saved' });
};

const refresh: OwnerActionHandler = async (request) => {
  const { context, channelRole } = request;
  const promised = [postsRefreshed(channelRole.openChannelId, `update:${context.updateId}`)];
  const promises = { actor: channelRole, promised };
  const isDone = await promisePostRefresh(context.database, context.delivery, promises);
  return showPostsOrRefuse(request, isDone, { answer: 'posts_refreshing' });
};

const remove: OwnerActionHandler = async (request) => {
  const { context, channelRole } = request;
  const isDone = await removePosts(context.database, context.delivery, { actor: channelRole });
  return showPostsOrRefuse(request, isDone, { answer: 'posts_removing' });
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
} satisfies Readonly<Record<string, OwnerActionHandler>>;
