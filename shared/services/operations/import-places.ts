import { randomUUID } from 'node:crypto';
import { promiseAlone } from '../../database/common/outbox';
import { arrangePlaces, readKnownChats } from '../../database/places/known-chats';
import { closePlace, countTouched, openPlace } from '../../database/places/offer-places';
import type { Database } from '../../database/connection/pool';
import { chatsToAsk, type AskedChats, type FileChannel } from '../../domain/places/file-places';
import { sharedPlacesTold } from '../places/tell-shared-places';
import { ChannelFileError } from './channel-file';
import { placeProblems } from './place-problems';
import { planPlaces, type PlacesPlan, type PlannedPlace } from './plan-places';

/** A place to open or to close, with how many people that touches. */
export interface CountedPlace extends PlannedPlace {
  readonly people: number;
}

/** What an import does to places, and to how many people. */
export interface CountedPlan extends PlacesPlan {
  readonly opening: readonly CountedPlace[];
  readonly closing: readonly CountedPlace[];
}

interface Preparing {
  readonly isClosing: boolean;
  /** Asks Telegram about chats. Empty if there is no token. */
  readonly ask: (chats: readonly number[]) => Promise<AskedChats>;
}

async function counted(
  database: Database,
  places: readonly PlannedPlace[],
  change: 'open' | 'close',
): Promise<CountedPlace[]> {
  const all: CountedPlace[] = [];
  for (const place of places) all.push({ ...place, people: await countTouched(database, place, change) });
  return all;
}

/**
 * Decides what importing these channels does to their places. Writes nothing. Throws a `ChannelFileError` that names every
 * problem with its position in the file.
 */
export async function preparePlaces(
  database: Database,
  channels: readonly FileChannel[],
  { isClosing, ask }: Preparing,
): Promise<CountedPlan> {
  const known = await readKnownChats(database, {
    offers: channels.map(({ openChannelId }) => openChannelId),
    chats: channels.flatMap(({ closedChannelId, places = [] }) => [
      ...(closedChannelId === null ? [] : [closedChannelId]),
      ...places.map(({ chatId }) => chatId),
    ]),
  });
  const facts = { known, isClosing, asked: await ask(chatsToAsk(channels, known)) };
  const problems = placeProblems(channels, facts);
  if (problems.length > 0) throw new ChannelFileError([...problems, 'Nothing was imported.'].join('\n'));
  const plan = planPlaces(channels, facts);
  return {
    ...plan,
    opening: await counted(database, plan.opening, 'open'),
    closing: await counted(database, plan.closing, 'close'),
  };
}

/**
 * Closes and opens the places of a plan, once its channels are imported. The worker lets people in and removes them, in pages.
 * Safe to repeat. Throws a `ChannelFileError` if somebody else took a chat meanwhile.
 */
export async function importPlaces(
  database: Database,
  { opening, closing, shared, shown }: PlacesPlan,
): Promise<void> {
  for (const place of closing) await closePlace(database, place);
  for (const { ownTitle, ...place } of opening)
    if ((await openPlace(database, { ...place, title: ownTitle })) === 'taken')
      throw new ChannelFileError(
        `Another owner just got the chat ${place.chatId}. The channels were imported. Import again to see what is left.`,
      );
  await arrangePlaces(database, shown);
  const moved = new Map(shared.map((place) => [place.openChannelId, place]));
  const occasion = `import:${randomUUID()}`;
  for (const place of moved.values())
    await promiseAlone(database, await sharedPlacesTold(database, place, occasion));
}
