import type { PostState } from '../../../../domain/messages/owner-posts';
import type { PostKind } from '../../../../domain/posts/posts';
import type { MessageOf } from '../../../../domain/messages/messages';
import { truncate, html, lines, type Html } from '../../html';
import { button, keyboardOf, linkButton, shortTitle, type View } from '../../view';
import { callbackData } from '../../../codec/callback-data';
import { formatHour, formatLocalTime } from '../../words';
import { noteLine, ownButton } from '../menu';

const POST_WORDS: Readonly<Record<PostKind, string>> = { offer: 'Offer', donate: 'Donate button' };

const MAX_REASON = 200;

/** Says what the owner has to do after Telegram refused a post. */
function refusalWords(reason: string): string {
  if (/administrator rights|not enough rights|have no rights|CHAT_WRITE_FORBIDDEN/i.test(reason))
    return 'I may not post there: make me an administrator with the right to post messages';
  if (/not a member|kicked|chat not found/i.test(reason))
    return 'I am not in that channel: add me as an administrator';
  return truncate(reason, MAX_REASON);
}

/** `https://t.me/c/1234567890/5`, which opens for members of the channel. */
const postLink = ({ chatId, messageId }: { chatId: number; messageId: number }): string =>
  `https://t.me/c/${String(chatId).replace(/^-100/, '')}/${messageId}`;

function stateLine({ post, live, isPending, failure }: PostState, timeZone: string): Html {
  const words = [
    ...(live === null
      ? [html`not in the channel`]
      : [
          html`<a href="${postLink(live)}">in the channel</a> since ${formatLocalTime(live.since, timeZone)}`,
        ]),
    ...(isPending ? [html`⏳ being sent`] : []),
    ...(failure === null ? [] : [html`❌ the last one was not sent: ${refusalWords(failure)}`]),
  ];
  return html`<b>${POST_WORDS[post]}:</b> ${words.reduce((all, word) => html`${all}; ${word}`)}`;
}

export const postsPageView = (message: MessageOf<'posts_page'>): View => {
  const { posts, hour, timeZone } = message;
  return {
    text: lines(
      ...noteLine(message.note),
      html`📌 <b>Posts of ${shortTitle(message.title)}</b>`,
      message.hasPublicChannel
        ? undefined
        : html`⚠️ There is no public channel to post in yet. Choose one in the settings.`,
      message.isPaused ? html`⏸ Paused: nothing is posted until you resume.` : undefined,
      '',
      ...posts.map((post) => stateLine(post, timeZone)),
      html`<b>Every day:</b> ${hour === null ? 'never' : `at ${formatHour(hour)}`} (${timeZone})`,
    ),
    ...keyboardOf(
      posts.flatMap(({ post, isChosen }) =>
        ownButton(message, `${isChosen ? '✅' : '⬜️'} ${POST_WORDS[post]}`, ['post-kind', post]),
      ),
      posts.flatMap(({ post }) => ownButton(message, `👁 ${POST_WORDS[post]}`, ['post-preview', post])),
      ownButton(message, '📤 Publish now', ['post-publish']),
      ownButton(message, `🕘 Every day: ${hour === null ? 'never' : formatHour(hour)}`, ['post-hours']),
      [
        ...ownButton(message, '🔁 Bring up to date', ['post-refresh']),
        ...ownButton(message, '🗑 Take away', ['post-remove']),
      ],
      ownButton(message, '🔄 Look again', ['posts']),
      ownButton(message, '« Back', ['menu']),
    ),
  };
};

const HOURS_PER_ROW = 6;

export const postHoursView = (message: MessageOf<'post_hours'>): View => ({
  text: lines(
    html`🕘 <b>${shortTitle(message.title)}</b>`,
    html`At which hour shall the posts be sent anew, every day? The old ones are taken away. By the clock of
    ${message.timeZone}.`,
  ),
  ...keyboardOf(
    ...Array.from({ length: 24 / HOURS_PER_ROW }, (_, row) =>
      Array.from({ length: HOURS_PER_ROW }, (__, column) => row * HOURS_PER_ROW + column).flatMap((hour) =>
        ownButton(message, `${hour === message.hour ? '✅ ' : '🕘 '}${formatHour(hour)}`, [
          'post-daily',
          hour,
        ]),
      ),
    ),
    ownButton(message, `${message.hour === null ? '✅' : '🚫'} Never`, ['post-daily', 'never']),
    ownButton(message, '« Back', ['posts']),
  ),
});

export const postFailedView = (message: MessageOf<'post_failed'>): View => ({
  text: lines(
    html`❌ <b>${POST_WORDS[message.post]} of ${shortTitle(message.title)}: not posted</b>`,
    html`${refusalWords(message.reason)}.`,
  ),
  ...keyboardOf([button('📌 Posts', callbackData.own('posts', message.openChannelId))]),
});

export const postDoubtedView = (message: MessageOf<'post_doubted'>): View => ({
  text: lines(
    html`⚠️ <b>${POST_WORDS[message.post]} of ${shortTitle(message.title)}: perhaps posted twice</b>`,
    html`Telegram did not answer when I posted it, so I posted it again. Please look whether it is there a
    second time, a little above, and delete that one. I cannot tell it from what others wrote.`,
  ),
  ...keyboardOf([linkButton('👀 Look', postLink(message))]),
});
