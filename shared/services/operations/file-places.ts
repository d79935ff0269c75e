import * as z from 'zod';
import { isChannelId, type ClosedChannelId, type OpenChannelId } from '../../domain/common/ids';
import type { FileChannel, KnownOfferPlace } from '../../domain/places/file-places';
import { isBasicGroupId, MAX_PLACES } from '../../domain/places/place';

const BASIC_GROUP =
  'is the id of a basic group, which has no join requests. To make it a supergroup, its owner opens it in Telegram → Edit → ' +
  'Chat History For New Members → Visible, and saves. It then has another id, which begins with -100';

/** Reads the id of a channel or a supergroup. */
export const chatIdIn = z
  .union([z.int(), z.string().regex(/^-\d+$/)])
  .transform(Number)
  .superRefine((value, context) => {
    if (isChannelId(value)) return;
    context.addIssue({
      code: 'custom',
      message: isBasicGroupId(value) ? BASIC_GROUP : 'must be a channel id, like -1001234567890',
    });
  });

export const PLACE_KIND = z.enum(['channel', 'supergroup']);

const PLACE = z.strictObject({
  chat_id: chatIdIn,
  kind: PLACE_KIND.optional(),
  role: z.enum(['discussion', 'extra']).default('extra'),
  title: z.string().trim().min(1).max(128).nullish(),
});

/** The places beside the main one. */
export const PLACES = z
  .array(PLACE)
  .max(MAX_PLACES - 1)
  .optional();

/** A channel of the file, as far as its places are concerned. */
interface Row {
  readonly open_channel_id: number;
  readonly closed_channel_id?: number | null | undefined;
  readonly closed_channel_kind?: z.output<typeof PLACE_KIND> | undefined;
  readonly places?: z.output<typeof PLACES>;
}

/** What is wrong with each place of a channel, as far as the channel itself shows it. */
function wrongPlaces(row: Row): readonly (string | undefined)[] {
  const { open_channel_id: open, closed_channel_id: closed = null, places = [] } = row;
  return places.map(({ chat_id: id, role, kind }, index) => {
    const before = places.slice(0, index);
    if (closed === null) return 'needs a closed_channel_id, which is the main place';
    if (id === closed) return `${id} is the closed_channel_id, which is the main place already`;
    if (id === open) return `${id} is the public channel of its own offer, where everyone reads along`;
    if (before.some((other) => other.chat_id === id)) return `${id} is listed twice`;
    if (role !== 'discussion') return undefined;
    if (before.some((other) => other.role === role)) return 'a channel has one discussion group';
    if (kind === 'channel') return 'a discussion group is a supergroup';
    if (row.closed_channel_kind === 'supergroup') return 'a supergroup has no discussion group';
    return undefined;
  });
}

/** Reports places that a channel can't have beside its other chats. */
export const checkPlaces = z.check<readonly Row[]>(({ value: rows, issues }) => {
  for (const [index, row] of rows.entries())
    for (const [place, message] of wrongPlaces(row).entries())
      if (message !== undefined)
        issues.push({ code: 'custom', input: row, path: [index, 'places', place], message });
});

/** The places of a channel, as they are imported. */
export const placesInFile = (row: Row): Pick<FileChannel, 'closedKind' | 'places'> => ({
  closedKind: row.closed_channel_kind,
  places: row.places?.map(({ chat_id, kind, role, title = null }) => ({
    chatId: chat_id as ClosedChannelId,
    kind,
    role,
    title,
  })),
});

/** The places of a channel, as the file has them. What goes without saying is left out. */
export function formatPlaces(
  { openChannelId }: { readonly openChannelId: OpenChannelId },
  all: readonly KnownOfferPlace[],
) {
  const own = all.filter((place) => place.openChannelId === openChannelId);
  const others = own.filter(({ role }) => role !== 'main');
  return {
    ...(own.some(({ role, kind }) => role === 'main' && kind === 'supergroup') && {
      closed_channel_kind: 'supergroup',
    }),
    ...(others.length > 0 && {
      places: others.map(({ chatId, kind, role, ownTitle }) => ({
        chat_id: chatId,
        kind,
        role,
        ...(ownTitle !== null && { title: ownTitle }),
      })),
    }),
  };
}
