import type { InlineKeyboardButton } from 'grammy/types';
import type { MessageOf } from '../../../../domain/messages/messages';
import type { ChannelLink } from '../../../../domain/messages/owner-links';
import { html, lines, type Html } from '../../html';
import { copyButton, keyboardOf, linkButton, shareLink, shortTitle, type View } from '../../view';
import type { Wording } from '../../wording';
import { openToAllLine } from '../linked-group';
import { noteLine, ownButton } from '../menu';

const KEYS = {
  offer: {
    line: 'links-offer',
    copy: 'links-copy-offer',
    share: 'links-share-offer',
    picture: 'links-picture-offer',
    caption: 'links-caption-offer',
  },
  donate: {
    line: 'links-donate',
    copy: 'links-copy-donate',
    share: 'links-share-donate',
    picture: 'links-picture-donate',
    caption: 'links-caption-donate',
  },
} as const;

/** As a link, because the marks around a right-to-left text would otherwise become part of the address. */
const anchor = (url: string): Html => html`<a href="${url}">${url}</a>`;

type Page = MessageOf<'channel_links'>;

const linkRows = (message: Page, { post, url }: ChannelLink, wording: Wording): InlineKeyboardButton[][] => [
  [copyButton(wording.text(KEYS[post].copy), url)],
  [
    linkButton(wording.text(KEYS[post].share), shareLink(url)),
    ...ownButton(message, wording.text(KEYS[post].picture), ['link-picture', post]),
  ],
];

/** The links of a channel. When it was just put on sale, the question whether to post comes first. */
export const channelLinksView = (message: Page, wording: Wording): View => {
  const { links, postIn, linked } = message;
  return {
    text: lines(
      ...noteLine(message.note, wording),
      wording.html('links-title', { title: shortTitle(message.title) }),
      wording.html('links-how'),
      '',
      ...links.map(({ post, url }) => wording.html(KEYS[post].line, { link: anchor(url) })),
      ...(postIn === null
        ? []
        : ([
            '',
            wording.html('links-post-now', { post: postIn.post, channel: shortTitle(postIn.title) }),
          ] as const)),
      ...(linked == null ? [] : (['', openToAllLine(linked, wording)] as const)),
    ),
    ...keyboardOf(
      linked == null
        ? []
        : ownButton(message, wording.text('offerplaces-include'), ['set-extra', linked.chatId]),
      postIn === null
        ? []
        : [
            ...ownButton(message, wording.text('links-post-yes'), ['post-publish']),
            ...ownButton(message, wording.text('links-post-no'), ['menu']),
          ],
      ...links.flatMap((link) => linkRows(message, link, wording)),
      ownButton(message, wording.text('common-back'), ['menu']),
    ),
  };
};

export const linkPictureView = ({ title, link }: MessageOf<'link_picture'>, wording: Wording): View => ({
  text: lines(wording.html(KEYS[link.post].caption, { title: shortTitle(title) }), anchor(link.url)),
});
