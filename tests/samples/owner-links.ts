import type { OpenChannelId } from '../../shared/domain/common/ids';
import { ROLES } from '../../shared/domain/common/roles';
import type { MessageOf } from '../../shared/domain/messages/messages';
import type { LinksMessage } from '../../shared/domain/messages/owner-links';
import { POSTS } from '../../shared/domain/posts/posts';
import type { Writing } from './writing';

type LinkSamples = { readonly [Type in LinksMessage['type']]: readonly MessageOf<Type>[] };

const openChannelId = -1009999999999999 as OpenChannelId;
const links = [
  { post: 'offer', url: `https://t.me/${'n'.repeat(32)}?start=sub_${openChannelId}` },
  { post: 'donate', url: `https://t.me/${'n'.repeat(32)}?start=donate_${openChannelId}` },
] as const;

/** The links of a channel, in every role, and the captions of their pictures. */
export function linkSamplesOf({ title, text }: Writing): LinkSamples {
  const ofChannels = ROLES.map((role) => ({ openChannelId, title, role }));
  const asked = [null, ...POSTS.map((post) => ({ title, post }))];
  return {
    channel_links: ofChannels.flatMap((of) =>
      asked.map((postIn) => ({
        type: 'channel_links',
        ...of,
        links,
        postIn,
        linked: postIn === null ? null : { chatId: openChannelId, title },
        note: postIn === null ? null : text,
      })),
    ),
    link_picture: ofChannels.flatMap((of) =>
      links.map((link) => ({ type: 'link_picture', ...of, link }) as const),
    ),
  };
}
