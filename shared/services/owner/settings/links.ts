import { readSettings } from '../../../database/owner/channel-pages';
import { readOpenGroup } from '../../../database/places/linked-groups';
import { promiseLinkPicture } from '../../../database/reports/promise-files';
import type { Database } from '../../../database/connection/pool';
import type { Actor, ChannelRole } from '../../../database/common/channel-roles';
import type { MessageOf } from '../../../domain/messages/messages';
import type { ChannelLink } from '../../../domain/messages/owner-links';
import type { LinkedGroup } from '../../../domain/places/offer-place-message';
import { promised } from '../../../domain/prompt-effects';
import { POSTS, type PostKind } from '../../../domain/posts/posts';
import { startLink } from '../../../telegram/codec/start-parameter';
import { mayHaveFile, promiseFile } from '../page/owner-files';
import {
  pageHeader,
  NOT_ALLOWED,
  NOT_IN_USE,
  refuseOwnerAction,
  showsPage,
  type OwnerActionHandler,
  type PageBuilder,
} from '../page/owner-request';

const START_WORDS = { offer: 'sub', donate: 'donate' } as const satisfies Record<PostKind, string>;

/** The link that opens the bot with what a post of the channel offers. */
export const channelLink = (
  botUsername: string,
  { openChannelId }: Pick<Actor, 'openChannelId'>,
  post: PostKind,
): ChannelLink => ({ post, url: startLink(botUsername, `${START_WORDS[post]}_${openChannelId}`) });

/** Where a channel that was just put on sale can be posted; `null` without a public channel. */
async function firstPost(
  database: Database,
  channelRole: ChannelRole,
): Promise<MessageOf<'channel_links'>['postIn']> {
  const { publicTitle, tiers } = await readSettings(database, channelRole);
  return publicTitle === null ? null : { title: publicTitle, post: tiers.length > 0 ? 'offer' : 'donate' };
}

/** The discussion group of the channel that was just put on sale, which stays open to people whose access ends. */
async function openGroup(database: Database, { closedChannelId }: ChannelRole): Promise<LinkedGroup | null> {
  const linked = await readOpenGroup(database, closedChannelId);
  return linked?.isOfGroup === true ? null : linked;
}

/** Builds the page with the links that an owner sends to buyers and donors. With `new`, it also asks whether to post. */
export const linksPage: PageBuilder = async ({ database, botUsername, channelRole, argument, note }) => ({
  type: 'channel_links',
  ...pageHeader(channelRole),
  links: POSTS.map((post) => channelLink(botUsername, channelRole, post)),
  postIn: argument === 'new' ? await firstPost(database, channelRole) : null,
  linked: argument === 'new' ? await openGroup(database, channelRole) : null,
  note,
});

/** Promises the QR code of a link. */
const sendPicture: OwnerActionHandler = async (request) => {
  const { context, channelRole, argument, button } = request;
  const { openChannelId, userId } = channelRole;
  const post = POSTS.find((each) => each === argument);
  if (post === undefined || button === undefined) return refuseOwnerAction(request, NOT_IN_USE);
  const { allowed, retryAfterSeconds } = await mayHaveFile(request);
  if (!allowed) return refuseOwnerAction(request, { answer: 'too_many_files', seconds: retryAfterSeconds });
  const isPromised = await promiseLinkPicture(context.database, context.delivery, {
    actor: channelRole,
    promised: [promiseFile(request, { kind: 'send_link_picture', openChannelId, userId, post })],
  });
  if (!isPromised) return refuseOwnerAction(request, NOT_ALLOWED);
  return promised({ type: 'answer_query', queryId: button.queryId, answer: { answer: 'file_coming' } });
};

export const linkHandlers = {
  links: showsPage(linksPage),
  'link-picture': sendPicture,
} satisfies Readonly<Record<string, OwnerActionHandler>>;
