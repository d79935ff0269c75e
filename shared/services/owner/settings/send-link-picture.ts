import { readChannelRoleFor } from '../../../database/common/channel-roles';
import type { Database } from '../../../database/connection/pool';
import type { EffectOf } from '../../../domain/effects';
import type { Api } from '../../../telegram/api';
import { sendPicture } from '../../../telegram/send-file';
import type { Attempt } from '../../common/outcome';
import { pageHeader } from '../page/owner-request';
import { channelLink } from './links';

interface LinkPictureDependencies {
  readonly database: Database;
  readonly api: Pick<Api, 'sendPhoto'>;
  /** Without @. */
  readonly botUsername: string;
}

/**
 * Sends the QR code of a channel's link. Does nothing if the user no longer has a role in it. Throws what the Bot API throws. If
 * it is performed twice, the picture arrives twice.
 */
export async function sendLinkPicture(
  { database, api, botUsername }: LinkPictureDependencies,
  { openChannelId, userId, post }: EffectOf<'send_link_picture'>,
  { language }: Attempt,
): Promise<void> {
  const channelRole = await readChannelRoleFor(database, { openChannelId, userId, action: 'link-picture' });
  if (channelRole === undefined) return;
  const link = channelLink(botUsername, channelRole, post);
  // import() keeps the library in a separate bundle, so that it doesn't slow down a cold start.
  const { qrCodePng } = await import('../../../charts/draw-qr-code');
  const file = { name: `${post}_${String(openChannelId).slice(1)}.png`, bytes: await qrCodePng(link.url) };
  const message = { type: 'link_picture', ...pageHeader(channelRole), link } as const;
  await sendPicture(api, { chatId: userId, language }, { file, message });
}
