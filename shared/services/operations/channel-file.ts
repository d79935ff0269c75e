import * as z from 'zod';
import { REMOVALS, type Channel } from '../../domain/common/channel';
import { areForEver, FOR_EVER_DAYS } from '../../domain/common/for-ever';
import { isUserId, type Cents, type ClosedChannelId, type OpenChannelId } from '../../domain/common/ids';
import { parseUsd } from '../../domain/common/money';
import { saysForEver } from '../../domain/common/typed-numbers';
import { MAX_DAYS } from '../../domain/owner/set-up';
import type { FileChannel, KnownOfferPlace } from '../../domain/places/file-places';
import { chatIdIn, checkPlaces, formatPlaces, PLACE_KIND, PLACES, placesInFile } from './file-places';

const text = z.string().trim();

/** A million dollars: more than any coin accepts, and well within the column. */
const MOST_CENTS = 100_000_000;

const TIER = z.strictObject({
  name: text.min(1).max(64),
  price_usd: z.union([z.string(), z.number()]).transform((value, context) => {
    const cents = parseUsd(String(value));
    if (cents !== undefined && cents > 0 && cents <= MOST_CENTS) return cents;
    context.addIssue({ code: 'custom', message: 'must be dollars up to a million, like "9.99"' });
    return z.NEVER;
  }),
  days: z.union(
    [
      z.int().min(1).max(MAX_DAYS),
      z.null().transform(() => FOR_EVER_DAYS),
      z
        .string()
        .refine(saysForEver)
        .transform(() => FOR_EVER_DAYS),
    ],
    { error: `must be a whole number of days up to ${MAX_DAYS}, or "for ever"` },
  ),
});

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
  tiers: z.array(TIER).max(10).default([]),
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
    tiers: channel.tiers.map(({ name, price_usd, days }) => ({ name, priceCents: price_usd, days })),
    ...placesInFile(channel),
  }));
}

const dollars = (cents: Cents): string =>
  `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;

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
      tiers: channel.tiers.map(({ name, priceCents, days }) => ({
        name,
        price_usd: dollars(priceCents),
        days: areForEver(days) ? 'for ever' : days,
      })),
      ...formatPlaces(channel, places),
    })),
    null,
    2,
  );
