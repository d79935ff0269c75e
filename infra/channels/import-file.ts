import type { Database } from '../../shared/database/connection/pool';
import type { FileChannel } from '../../shared/domain/places/file-places';
import { importChannels } from '../../shared/services/operations/import-channels';
import {
  importPlaces,
  preparePlaces,
  type CountedPlace,
  type CountedPlan,
} from '../../shared/services/operations/import-places';
import type { PlannedPlace } from '../../shared/services/operations/plan-places';
import { isConfirmed } from '../confirm';
import { askChats, givenBot } from './ask-chats';

const people = (count: number): string =>
  count === 1 ? '1 person' : `${count.toLocaleString('en-US')} people`;

const nameOf = ({ title, chatId, kind, offerTitle }: PlannedPlace): string =>
  `the ${kind} ${title} (${chatId}) of ${offerTitle}`;

/** What an import does to places, a line for each. Empty if it does nothing to them. */
export function describePlan({ opening, closing, staying, shared }: CountedPlan): string[] {
  return [
    ...opening.map((place) => `Opens ${nameOf(place)} to ${people(place.people)}.`),
    ...closing.map(
      (place) => `Closes ${nameOf(place)}: ${people(place.people)} without another right to it are removed.`,
    ),
    ...staying.map(
      (place) => `Keeps ${nameOf(place)}, which the file no longer lists. Add --close to close it.`,
    ),
    ...shared.map(
      ({ openChannelId, chatId, otherId }) =>
        `${openChannelId} and ${otherId} both open ${chatId} and have different owners now. Both keep it, and nobody loses access.`,
    ),
  ];
}

const touched = (places: readonly CountedPlace[]): number =>
  places.reduce((sum, place) => sum + place.people, 0);

interface Importing {
  /** Places that the file no longer lists are closed. */
  readonly isClosing: boolean;
  readonly isAgreed: boolean;
}

const tell = (text: string): void => void process.stderr.write(`${text}\n`);

/**
 * Imports a file. Says before what that does to places, and asks if somebody is let in or a place is closed. What it says goes
 * where the question is.
 */
export async function importFile(
  database: Database,
  channels: readonly FileChannel[],
  { isClosing, isAgreed }: Importing,
): Promise<string> {
  const bot = await givenBot();
  const plan = await preparePlaces(database, channels, {
    isClosing,
    ask: async (chats) => (bot === undefined ? new Map() : askChats(bot, chats, tell)),
  });
  const { opening, closing } = plan;
  for (const line of describePlan(plan)) tell(line);
  const isAsked = touched(opening) > 0 || closing.length > 0;
  if (isAsked && !isAgreed && !(await isConfirmed('Import the file?'))) return 'Nothing was imported.';
  await importChannels(database, channels);
  await importPlaces(database, plan);
  const done = `Imported ${channels.length} channel${channels.length === 1 ? '' : 's'}.`;
  const changed = opening.length + closing.length;
  return changed === 0
    ? done
    : `${done} The worker follows in ${changed} place${changed === 1 ? '' : 's'}, five people a second.`;
}
