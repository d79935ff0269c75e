import * as z from 'zod';
import { REMOVALS, type Channel } from '../../domain/common/channel';
import { isUserId, type ClosedChannelId, type OpenChannelId } from '../../domain/common/ids';
import { MAX_STAR_PRESETS } from '../../domain/stars/star-prices';
import type { FileChannel, KnownOfferPlace } from '../../domain/places/file-places';
import { formatTiers, STARS, TIERS, tiersInFile } from './file-tiers';
import { chatIdIn, checkPlaces, formatPlaces, PLACE_KIND, PLACES, placesInFile } from './file-places';

const text = z.string().trim();

const CHANNEL = z.strictObject({
  open_channel_id: chatIdIn,
  closed_channel_id: chatIdIn.nullish(),
  closed_channel_kind: PLACE_KIND.optional(),
  title: text.min(1).max(128),
  description: text.max(1024).default(''),
  owner_user_id: z.int().refine(isUserId, 'must be a Telegram user id'),
  donation_message: text.max(1024).default(''),
  notifications: z
    .strictObject({ enabled: z.boolean().default(true), chat_id: z.int().nullish() })
    .default({ enabled: true }),
  // A missing setting keeps its value, so that an import doesn't restart removals that the owner stopped.
  tolerance_percent: z.int().min(0).max(20).optional(),
  grace_hours: z.int().min(0).max(720).optional(),
  removals: z.enum(REMOVALS).optional(),
  // `null`: as exported for a channel that its owner set up in Telegram. `OWNERS` decides about it.
  listed: z.boolean().nullable().default(true),
  // `null`: none. Missing: as they are.
  donation_stars: z.array(STARS).min(1).max(MAX_STAR_PRESETS).nullable().optional(),
  tiers: TIERS,
  // Missing: the places stay as they are.
  places: PLACES,
});

const FILE = z
  .array(CHANNEL)
  .min(1)
  .refine(
    (channels) => new Set(channels.map((c) => c.open_channel_id)).size === channels.length,
    'a channel is in it twice',
  )
  .check(({ value: channels, issues }) => {
    const taken = new Map(channels.map((channel) => [channel.open_channel_id, channel]));
    for (const channel of channels) {
      const { open_channel_id: id, closed_channel_id: chatId } = channel;
      if (chatId == null) continue;
      const other = taken.get(chatId);
      if (other !== undefined && other !== channel)
        issues.push({
          code: 'custom',
          input: chatId,
          message: `${chatId} is sold by ${id} and is a chat of ${other.open_channel_id}, too`,
        });
      taken.set(chatId, channel);
    }
  })
  .check(checkPlaces);

/** The file is invalid. The message names every wrong field. */
export class ChannelFileError extends Error {
  override readonly name = 'ChannelFileError';
}

/** Parses an import file. Throws a `ChannelFileError` that names every problem. */
export function parseChannelFile(content: string): FileChannel[] {
  let json: unknown;
  try {
    json = JSON.parse(content);
  } catch (cause) {
    throw new ChannelFileError('The file is not JSON.', { cause });
  }
  const parsed = FILE.safeParse(json);
  if (!parsed.success) throw new ChannelFileError(z.prettifyError(parsed.error));
  return parsed.data.map((channel) => ({
    openChannelId: channel.open_channel_id as OpenChannelId,
    closedChannelId: (channel.closed_channel_id ?? null) as ClosedChannelId | null,
    title: channel.title,
    description: channel.description,
    ownerUserId: channel.owner_user_id,
    donationMessage: channel.donation_message,
    notificationsEnabled: channel.notifications.enabled,
    notificationsChatId: channel.notifications.chat_id ?? null,
    tolerancePercent: channel.tolerance_percent,
    graceHours: channel.grace_hours,
    removals: channel.removals,
    fileListed: channel.listed,
    donationStars: channel.donation_stars,
    tiers: tiersInFile(channel.tiers),
    ...placesInFile(channel),
  }));
}

/** Formats channels with their open places as an import file. Parsing it returns the same channels. */
export const formatChannelFile = (
  channels: readonly Channel[],
  places: readonly KnownOfferPlace[] = [],
): string =>
  JSON.stringify(
    channels.map((channel) => ({
      open_channel_id: channel.openChannelId,
      closed_channel_id: channel.closedChannelId,
      title: channel.title,
      description: channel.description,
      owner_user_id: channel.ownerUserId,
      donation_message: channel.donationMessage,
      notifications: { enabled: channel.notificationsEnabled, chat_id: channel.notificationsChatId },
      tolerance_percent: channel.tolerancePercent,
      grace_hours: channel.graceHours,
      removals: channel.removals,
      ...(channel.fileListed !== true && { listed: channel.fileListed }),
      ...(channel.donationStars != null && { donation_stars: channel.donationStars }),
      tiers: formatTiers(channel.tiers),
      ...formatPlaces(channel, places),
    })),
    null,
    2,
  );
