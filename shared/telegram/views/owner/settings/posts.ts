import type { InlineKeyboardButton } from 'grammy/types';
import type { PostState } from '../../../../domain/messages/owner-posts';
import type { PostKind } from '../../../../domain/posts/posts';
import type { MessageOf } from '../../../../domain/messages/messages';
import { truncate, html, lines, type Html } from '../../html';
import { button, keyboardOf, linkButton, shortTitle, type View } from '../../view';
import { callbackData } from '../../../codec/callback-data';
import type { Wording } from '../../wording';
import { noteLine, ownButton } from '../menu';

const MAX_REASON = 200;

/** What the owner has to do after Telegram refused a post. */
function refusalLine(reason: string, wording: Wording): Html {
  if (/administrator rights|not enough rights|have no rights|CHAT_WRITE_FORBIDDEN/i.test(reason))
    return wording.html('posts-no-right');
  if (/not a member|kicked|chat not found/i.test(reason)) return wording.html('posts-not-there');
  return wording.html('common-telegram-says', { reason: truncate(reason, MAX_REASON) });
}

/** `https://t.me/c/1234567890/5`, which opens for members of the channel. */
const postLink = ({ chatId, messageId }: { chatId: number; messageId: number }): string =>
  `https://t.me/c/${String(chatId).replace(/^-100/, '')}/${messageId}`;

function stateLines({ post, live, isPending, failure }: PostState, wording: Wording): readonly Html[] {
  return [
    live === null
      ? wording.html('posts-absent', { post })
      : wording.html('posts-live', {
          post,
          place: html`<a href="${postLink(live)}">${wording.html('posts-live-place')}</a>`,
          since: wording.time(live.since),
        }),
    ...(isPending ? [wording.html('posts-pending')] : []),
    ...(failure === null ? [] : [wording.html('posts-last-failed', { why: refusalLine(failure, wording) })]),
  ];
}

const kindLabel = (post: PostKind, wording: Wording): string =>
  wording.text(post === 'donate' ? 'posts-button-donate' : 'posts-button-offer');

type Page = MessageOf<'posts_page'>;

const pageRows = (message: Page, wording: Wording): InlineKeyboardButton[][] => {
  const { posts, hour } = message;
  const hourLabel =
    hour === null
      ? wording.text('posts-button-no-hour')
      : wording.text('posts-button-hour', { hour: wording.hour(hour) });
  return [
    posts.flatMap(({ post, isChosen }) =>
      ownButton(message, `${isChosen ? '✅' : '⬜️'} ${kindLabel(post, wording)}`, ['post-kind', post]),
    ),
    posts.flatMap(({ post }) => ownButton(message, `👁 ${kindLabel(post, wording)}`, ['post-preview', post])),
    ownButton(message, wording.text('posts-button-publish'), ['post-publish']),
    ownButton(message, hourLabel, ['post-hours']),
    [
      ...ownButton(message, wording.text('posts-button-refresh'), ['post-refresh']),
      ...ownButton(message, wording.text('posts-button-remove'), ['post-remove']),
    ],
    ownButton(message, wording.text('common-look-again'), ['posts']),
    ownButton(message, wording.text('common-back'), ['menu']),
  ];
};

export const postsPageView = (message: Page, wording: Wording): View => ({
  text: lines(
    ...noteLine(message.note, wording),
    wording.html('posts-title', { title: shortTitle(message.title) }),
    message.hasPublicChannel ? undefined : wording.html('posts-no-channel'),
    message.isPaused ? wording.html('posts-channel-paused') : undefined,
    '',
    ...message.posts.flatMap((post) => stateLines(post, wording)),
    message.hour === null
      ? wording.html('posts-every-day-never')
      : wording.html('posts-every-day', { hour: wording.hour(message.hour), timeZone: message.timeZone }),
  ),
  ...keyboardOf(...pageRows(message, wording)),
});

const HOURS_PER_ROW = 6;

export const postHoursView = (message: MessageOf<'post_hours'>, wording: Wording): View => ({
  text: lines(
    wording.html('posts-hours-title', { title: shortTitle(message.title) }),
    wording.html('posts-hours-ask', { timeZone: message.timeZone }),
  ),
  ...keyboardOf(
    ...Array.from({ length: 24 / HOURS_PER_ROW }, (_, row) =>
      Array.from({ length: HOURS_PER_ROW }, (__, column) => row * HOURS_PER_ROW + column).flatMap((hour) =>
        ownButton(message, `${hour === message.hour ? '✅ ' : '🕘 '}${wording.hour(hour)}`, [
          'post-daily',
          hour,
        ]),
      ),
    ),
    ownButton(message, `${message.hour === null ? '✅' : '🚫'} ${wording.text('posts-hours-never')}`, [
      'post-daily',
      'never',
    ]),
    ownButton(message, wording.text('common-back'), ['posts']),
  ),
});

export const postFailedView = (message: MessageOf<'post_failed'>, wording: Wording): View => ({
  text: lines(
    wording.html('posts-failed', { post: message.post, title: shortTitle(message.title) }),
    refusalLine(message.reason, wording),
  ),
  ...keyboardOf([button(wording.text('menu-posts'), callbackData.own('posts', message.openChannelId))]),
});

export const postDoubtedView = (message: MessageOf<'post_doubted'>, wording: Wording): View => ({
  text: lines(
    wording.html('posts-doubted', { post: message.post, title: shortTitle(message.title) }),
    wording.html('posts-doubted-how'),
  ),
  ...keyboardOf([linkButton(wording.text('posts-button-see'), postLink(message))]),
});
