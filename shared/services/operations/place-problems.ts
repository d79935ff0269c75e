import type { OpenChannelId } from '../../domain/common/ids';
import {
  newPlaces,
  type AskedChat,
  type AskedChats,
  type FileChannel,
  type FilePlace,
  type KnownChats,
} from '../../domain/places/file-places';
import type { PlaceKind } from '../../domain/places/place';

/** What is known beside the file. */
export interface FileFacts {
  readonly known: KnownChats;
  readonly asked: AskedChats;
  /** Places that the file no longer lists are closed. */
  readonly isClosing: boolean;
}

const NO_KIND =
  'give its kind, "channel" or "supergroup", or name the installation, so that Telegram is asked';

/** The kind of a chat; a text says why it can't be had. */
function wrongKind(given: PlaceKind | undefined, asked: AskedChat | undefined): string | undefined {
  switch (asked?.is) {
    case undefined:
      return given === undefined ? NO_KIND : undefined;
    case 'unknown':
      return given === undefined
        ? 'Telegram shows the bot no such chat: make the bot an administrator there first, or give its kind'
        : undefined;
    case 'silent':
      return 'Telegram did not answer: import again in a minute';
    case 'group':
      return 'it is a basic group, which has no join requests: its owner makes it a supergroup first';
    case 'moved':
      return `it became the supergroup ${asked.to}: use that id`;
    case 'channel':
    case 'supergroup':
      return given === undefined || given === asked.is ? undefined : `it is a ${asked.is}, not a ${given}`;
  }
}

const publicName = (asked: AskedChat | undefined): string | undefined =>
  asked !== undefined && 'username' in asked && asked.username !== null
    ? `anyone can join it as @${asked.username} without paying: its owner makes it private first`
    : undefined;

/** Why a chat isn't the discussion group of the main place, by Telegram's answers. */
function wrongDiscussion(
  { role, chatId, kind }: FilePlace,
  { place, main }: { readonly place: AskedChat | undefined; readonly main: AskedChat | undefined },
): string | undefined {
  if (role !== 'discussion') return undefined;
  if (place?.is === 'channel' || kind === 'channel') return 'a discussion group is a supergroup';
  if (main?.is === 'supergroup') return 'the main place is a supergroup, which has no discussion group';
  if (main?.is !== 'channel' || main.linkedChatId === chatId) return undefined;
  return main.linkedChatId === null
    ? 'the main place has no discussion group. Its role is "extra"'
    : `the discussion group of the main place is ${main.linkedChatId}. Its role is "extra"`;
}

/** An offer as it will be after the import. */
interface LaterOffer {
  readonly openChannelId: OpenChannelId;
  readonly ownerUserId: number;
  readonly chats: readonly number[];
}

/** The offers that have something to do with the file, after its import. */
export function laterOffers(channels: readonly FileChannel[], { known, isClosing }: FileFacts): LaterOffer[] {
  const ids = new Set([...channels, ...known.places].map(({ openChannelId }) => openChannelId));
  return [...ids].map((openChannelId) => {
    const file = channels.find((channel) => channel.openChannelId === openChannelId);
    const open = known.places.filter((place) => place.openChannelId === openChannelId);
    const kept = open.filter(
      ({ role }) => file === undefined || (role !== 'main' && !(isClosing && file.places)),
    );
    const listed =
      file === undefined ? [] : [file.closedChannelId, ...(file.places ?? []).map((p) => p.chatId)];
    return {
      openChannelId,
      ownerUserId: file?.ownerUserId ?? Number(open[0]?.ownerUserId),
      chats: [...new Set([...kept.map(({ chatId }) => chatId), ...listed.filter((id) => id !== null)])],
    };
  });
}

/** True for a new channel with this public channel. An owner may have changed an older one's. */
const willPostIn = (
  { openChannelId: id, closedChannelId }: FileChannel,
  chatId: number,
  known: KnownChats,
): boolean =>
  Number(id) === chatId &&
  Number(closedChannelId) !== chatId &&
  !known.places.some(({ openChannelId }) => openChannelId === id);

/** The offer that keeps another one from opening a chat. */
function takenBy(
  { openChannelId, ownerUserId }: FileChannel,
  chatId: number,
  {
    later,
    known,
    channels,
  }: { later: readonly LaterOffer[]; known: KnownChats; channels: readonly FileChannel[] },
): string | undefined {
  const posting =
    known.posted.find((posted) => posted.chatId === chatId)?.openChannelId ??
    channels.find((other) => willPostIn(other, chatId, known))?.openChannelId;
  if (posting === openChannelId)
    return 'it is the public channel of its own offer, where everyone reads along';
  if (posting !== undefined) return `it is the public channel of ${posting}, where everyone reads along`;
  const other = later.find((offer) => offer.ownerUserId !== ownerUserId && offer.chats.includes(chatId));
  return other && `it is a place of ${other.openChannelId}, which has another owner`;
}

/** What keeps places from being opened, each with its position in the file. */
export function placeProblems(channels: readonly FileChannel[], facts: FileFacts): string[] {
  const { known, asked } = facts;
  const context = { later: laterOffers(channels, facts), known, channels };
  return channels.flatMap((channel, index) => {
    const added = newPlaces(known, channel);
    const { closedChannelId: main, closedKind, places = [] } = channel;
    const isMainNew =
      main !== null &&
      !known.places.some((p) => p.openChannelId === channel.openChannelId && p.chatId === main);
    const answer = main === null ? undefined : asked.get(main);
    // The bot may be added to the main place later, so only what is sure keeps it out.
    const ofMain = [
      ...(answer === undefined || answer.is === 'unknown' ? [] : [wrongKind(closedKind, answer)]),
      ...(isMainNew ? [takenBy(channel, main, context)] : []),
    ].map((problem) => problem && `[${index}].closed_channel_id: ${main}: ${problem}`);
    const ofPlaces = places.map((place, at) => {
      const chat = asked.get(place.chatId);
      const isNew = added.includes(place);
      const problem =
        (isNew ? takenBy(channel, place.chatId, context) : undefined) ??
        (isNew || chat !== undefined ? wrongKind(place.kind, chat) : undefined) ??
        publicName(chat) ??
        wrongDiscussion(place, { place: chat, main: answer });
      return problem && `[${index}].places[${at}]: ${place.chatId}: ${problem}`;
    });
    return [...ofMain, ...ofPlaces].filter((problem) => problem !== undefined);
  });
}
