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
import { POSTS, type PostKind } from '../../../domain/posts/posts';
import type { Reaction } from '../../../domain/prompt-effects';
import { formatHour } from '../../../telegram/views/words';
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

const showPosts = async (asked: OwnerRequest, note: string | null): Promise<Reaction> => ({
  ...(await showPageWithNote(asked, postsPage, note)),
  isPromised: true,
});

const isPostKind = (word: string | undefined): word is PostKind => POSTS.some((post) => post === word);

/** Shows the page with what was done above it, or refuses if it was not done. */
const answer = async (asked: OwnerRequest, isDone: boolean, note: string): Promise<Reaction> =>
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
  const note = 'Here is how it would look, as a message of its own.';
  return answer(asked, isDone, note);
};

/** Until most posts have been sent, so that the page that is drawn anew says so. */
const DRAWN_AFTER_SECONDS = 3;

const wordsOf = (triggered: Exclude<Triggered, { type: 'triggered' | 'done_before' }>): string => {
  switch (triggered.type) {
    case 'too_soon':
      return `Posts were published a moment ago. You can publish again in ${triggered.secondsLeft} seconds.`;
    case 'paused':
      return 'This channel is paused: nothing is posted until you resume it.';
    case 'no_public_channel':
      return 'There is no public channel to post in yet. Choose one in the settings.';
    case 'nothing_to_post':
      return 'There is nothing to post: switch a post on, or add a tier for the offer.';
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
    return showPosts(asked, 'They are being sent.');
  return refuse(asked, wordsOf(triggered));
};

const chooseHour: OwnHandler = async (asked) => {
  const { handled, standing, argument } = asked;
  const { database, delivery } = handled;
  if (argument === 'never') {
    const isDone = await stopDailyPosts(database, delivery, { actor: standing });
    return answer(asked, isDone, 'Nothing is repeated any more.');
  }
  const hour = Number(argument);
  const isDone = await scheduleDailyPosts(database, delivery, { actor: standing, hour });
  return answer(asked, isDone, `Posted anew every day at ${formatHour(hour)} (${standing.timeZone}).`);
};

const switchKind: OwnHandler = async (asked) => {
  const { handled, standing, argument } = asked;
  if (!isPostKind(argument)) return refuse(asked, NOT_IN_USE);
  const change = { actor: standing, post: argument };
  return answer(asked, await switchPostKind(handled.database, handled.delivery, change), 'Saved.');
};

const refresh: OwnHandler = async (asked) => {
  const { handled, standing } = asked;
  const promised = [postsRefreshed(standing.openChannelId, `update:${handled.updateId}`)];
  const promises = { actor: standing, promised };
  const isDone = await promisePostRefresh(handled.database, handled.delivery, promises);
  const note = 'The posts are being brought up to date.';
  return answer(asked, isDone, note);
};

const remove: OwnHandler = async (asked) => {
  const { handled, standing } = asked;
  const isDone = await removePosts(handled.database, handled.delivery, { actor: standing });
  return answer(asked, isDone, 'The posts are being taken away.');
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
