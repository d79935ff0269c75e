import {
  isOpenIn,
  newPlaces,
  type AskedChat,
  type FileChannel,
  type FilePlace,
  type KnownChats,
} from '../../domain/places/file-places';
import { laterOffers, type FileFacts, type LaterOffer } from '../../domain/places/later-offers';
import { MAX_PLACES, type PlaceKind } from '../../domain/places/place';

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

/** Why an offer would have too many places: those that the file doesn't list stay, unless they are closed. */
const tooMany = (later: LaterOffer | undefined): string | undefined =>
  later !== undefined && later.chats.length > MAX_PLACES
    ? `${later.chats.length} places would be open with those that stay, and ${MAX_PLACES} are the most`
    : undefined;

/** What keeps places from being opened, each with its position in the file. */
export function placeProblems(channels: readonly FileChannel[], facts: FileFacts): string[] {
  const { known, asked } = facts;
  const context = { later: laterOffers(channels, facts), known, channels };
  return channels.flatMap((channel, index) => {
    const added = newPlaces(known, channel);
    const { closedChannelId: main, closedKind, places = [] } = channel;
    const answer = main === null ? undefined : asked.get(main);
    // The bot may be added to the main place later, so only what is sure keeps it out.
    const ofMain = [
      ...(answer === undefined || answer.is === 'unknown' || answer.is === 'silent'
        ? []
        : [wrongKind(closedKind, answer)]),
      ...(main !== null && !isOpenIn(known, channel.openChannelId, main)
        ? [takenBy(channel, main, context)]
        : []),
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
    const many = tooMany(context.later.find((offer) => offer.openChannelId === channel.openChannelId));
    return [...ofMain, ...ofPlaces, many && `[${index}].places: ${many}`].filter(
      (problem) => problem !== undefined,
    );
  });
}
