import { closePlaceAsked, openPlaceAsked } from '../../../database/places/decide-places';
import { readPlaces, type StoredPlace } from '../../../database/places/list-places';
import { readTouched } from '../../../database/places/touched-people';
import type { Answer } from '../../../domain/messages/answers';
import type { PlaceChat } from '../../../domain/places/offer-place-message';
import { readPlaceYes } from '../../../domain/places/place';
import type { Reaction } from '../../../domain/prompt-effects';
import {
  pageHeader,
  showMessage,
  showPageWithNote,
  type OwnerRequest,
  type OwnerActionHandler,
} from '../page/owner-request';
import { checkPlaceChat, isUsable, roleOfChat, type PickedPlace } from './check-place-chat';
import { showPlaceChoice } from './choose-place';
import { placesPage } from './places-page';

/** Asks for a yes, and says how many people it touches. */
async function askAbout(
  request: OwnerRequest,
  { chatId, kind, title }: PlaceChat,
  { change, note }: { readonly change: 'open' | 'close'; readonly note: Answer | null },
): Promise<Reaction> {
  const { context, channelRole } = request;
  const { openChannelId } = channelRole;
  const touched = await readTouched(context.database, { openChannelId, chatId }, change);
  const page = { ...pageHeader(channelRole), change, chatId, kind, chatTitle: title, note };
  return showMessage(request, { type: 'place_asked', ...page, ...touched });
}

const notThere = (request: OwnerRequest): Promise<Reaction> =>
  showPageWithNote(request, placesPage, { answer: 'place_not_there' });

/** Shows what was done. A repeat wakes the worker as well: the first delivery may have died before it could. */
const showDone = async (request: OwnerRequest, note: Answer | null): Promise<Reaction> => ({
  ...(await showPageWithNote(request, placesPage, note)),
  isPromised: true,
});

async function findOpenPlace(
  { context, channelRole }: OwnerRequest,
  chatId: number,
): Promise<StoredPlace | undefined> {
  const { places } = await readPlaces(context.database, channelRole.openChannelId);
  return places.find((place) => place.chatId === chatId && !place.isClosed);
}

/** Checks a chat that was chosen, and asks whether to open it. */
export async function askToOpen(
  request: OwnerRequest,
  picked: PickedPlace,
  note: Answer | null = null,
): Promise<Reaction> {
  const checked = await checkPlaceChat(request, picked);
  if (isUsable(checked)) return askAbout(request, checked.chat, { change: 'open', note });
  return showPlaceChoice(request, checked);
}

/** Opens a place after a yes. Telegram is asked once more, because the question may be an hour old. */
const open: OwnerActionHandler = async (request) => {
  const { context, channelRole, argument } = request;
  const { chatId, askedAt } = readPlaceYes(argument);
  // A repeat, or a tap on an earlier question.
  if ((await findOpenPlace(request, chatId)) !== undefined) return showDone(request, null);
  const checked = await checkPlaceChat(request, { chatId });
  if (!isUsable(checked)) return showPlaceChoice(request, checked);
  const result = await openPlaceAsked(context.database, context.delivery, {
    ...checked.chat,
    // Its title follows Telegram's.
    title: null,
    openChannelId: channelRole.openChannelId,
    role: await roleOfChat(request, chatId),
    actor: channelRole,
    askedAt,
  });
  if (result === 'done') return showDone(request, { answer: 'place_opened' });
  // Somebody else was faster, so that the check says what is in the way now.
  return askToOpen(request, { chatId }, { answer: 'place_asked_again' });
};

const askToClose = async (request: OwnerRequest, chatId: number, note: Answer | null): Promise<Reaction> => {
  const place = await findOpenPlace(request, chatId);
  return place === undefined || place.role === 'main'
    ? notThere(request)
    : askAbout(request, place, { change: 'close', note });
};

const close: OwnerActionHandler = async (request) => {
  const { context, channelRole, argument } = request;
  const { chatId, askedAt } = readPlaceYes(argument);
  const { openChannelId } = channelRole;
  const place = await findOpenPlace(request, chatId);
  if (place === undefined) return showDone(request, null);
  const yes = { actor: channelRole, askedAt, openChannelId, chatId };
  const isDone = place.role !== 'main' && (await closePlaceAsked(context.database, context.delivery, yes));
  if (isDone) return showDone(request, { answer: 'place_taken_away' });
  return askToClose(request, chatId, { answer: 'place_asked_again' });
};

export const placeDecisions = {
  'open-place': open,
  'drop-place': (request) => askToClose(request, Number(request.argument), null),
  'close-place': close,
} satisfies Readonly<Record<string, OwnerActionHandler>>;
