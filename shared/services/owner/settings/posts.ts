import { readPostsState } from '../../../database/posts/post-pages';
import { removingAll } from '../../../database/posts/posts';
import { triggerPosts, type Triggered } from '../../../database/posts/post-triggers';
import { planned } from '../../../database/reports/schedules';
import { actOn, type RecordedAct } from '../../../database/common/channel-roles';
import type { Sql } from '../../../database/connection/pool';
import type { Promised } from '../../../domain/effects';
import { REPLY_EXPIRES_SECONDS } from '../../../domain/effects';
import type { OwnerActionName } from '../../../domain/owner/owner-actions';
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

interface PostSettingChange {
  readonly action: OwnerActionName;
  /** Absent where nothing is changed. */
  readonly act?: RecordedAct;
  readonly promised?: readonly Promised[];
  readonly note: string;
}

/** Changes something and shows the page with what was done above it. */
async function change(
  asked: OwnerRequest,
  { note, ...act }: PostSettingChange,
  statement?: (sql: Sql) => ReturnType<Sql>,
): Promise<Reaction> {
  const { handled, standing } = asked;
  const { openChannelId, userId } = standing;
  const isDone = await actOn(
    handled.database,
    handled.delivery,
    { openChannelId, userId, ...act },
    statement,
  );
  return isDone ? showPosts(asked, note) : refuse(asked, NOT_ALLOWED);
}

const preview: OwnHandler = async (asked) => {
  const { handled, standing, argument } = asked;
  if (!isPostKind(argument)) return refuse(asked, NOT_IN_USE);
  const { openChannelId, userId } = standing;
  const promised: Promised = {
    effect: { kind: 'preview_post', openChannelId, post: argument, userId },
    key: `update:${handled.updateId}:preview`,
    expiresInSeconds: REPLY_EXPIRES_SECONDS,
  };
  const note = 'Here is how it would look, as a message of its own.';
  return change(asked, { action: 'post-preview', promised: [promised], note });
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
  const { standing, argument } = asked;
  const { openChannelId } = standing;
  const action = 'post-daily';
  if (argument === 'never')
    return change(
      asked,
      { action, act: { act: 'posts_unscheduled' }, note: 'Nothing is repeated any more.' },
      (sql) => sql`
        delete from schedules
        where open_channel_id = ${openChannelId} and kind = 'posts' and exists (select from delivery)`,
    );
  const hour = Number(argument);
  return change(
    asked,
    {
      action,
      act: { act: 'posts_scheduled', details: { hour } },
      note: `Posted anew every day at ${formatHour(hour)} (${standing.timeZone}).`,
    },
    (sql) => planned(sql, { openChannelId, schedule: 'posts', hour }, 'delivery'),
  );
};

const switchKind: OwnHandler = async (asked) => {
  const { standing, argument } = asked;
  if (!isPostKind(argument)) return refuse(asked, NOT_IN_USE);
  const { openChannelId } = standing;
  return change(
    asked,
    { action: 'post-kind', act: { act: 'post_switched', details: { post: argument } }, note: 'Saved.' },
    (sql) => sql`
      update channels set updated_at = app_now(), post_kinds = case when ${argument} = any (post_kinds)
        then array_remove(post_kinds, ${argument}) else array_append(post_kinds, ${argument}) end
      where open_channel_id = ${openChannelId} and exists (select from delivery)`,
  );
};

const refresh: OwnHandler = async (asked) => {
  const { openChannelId } = asked.standing;
  const promised = [postsRefreshed(openChannelId, `update:${asked.handled.updateId}`)];
  const act = { act: 'posts_refreshed' };
  const note = 'The posts are being brought up to date.';
  return change(asked, { action: 'post-refresh', act, promised, note });
};

const remove: OwnHandler = async (asked) =>
  change(
    asked,
    { action: 'post-remove', act: { act: 'posts_removed' }, note: 'The posts are being taken away.' },
    (sql) => removingAll(sql, asked.standing.openChannelId, { gate: 'delivery' }),
  );

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
