import { setTimeout as sleep } from 'node:timers/promises';
import { CAST, type Stack } from '../../playground/stack';
import { DATABASE_NAMES, readConfig } from '../../shared/config';
import { openDatabase } from '../../shared/database/connection/pool';
import { openPlace } from '../../shared/database/places/offer-places';
import { silentLogger } from '../../shared/logger';
import { percentile } from '../measure-posts';
import type { Closers, Surroundings } from '../surroundings';
import { BUYERS, GROUP, OPEN, openInstallation, type Installation } from './installation';

const EVERY_MS = 150;
/** Taps in one round of each installation. */
const ROUND = 100;
/** Twice what five people a second need, so that a run that is stuck ends. */
const SECONDS_PER_MEMBER = 0.4;
const STARTING_SECONDS = 300;

export interface PlacesMeasured {
  readonly members: number;
  /** p95 of a tap in each round, in ms: where nothing is opened, and where the place is. */
  readonly without: readonly number[];
  readonly during: readonly number[];
  readonly seconds: number;
  /** Calls that Telegram's limits refused, and all that the opening installation made. */
  readonly refused: number;
  readonly calls: number;
}

interface Effort {
  readonly members: number;
  readonly onRound: (line: string) => void;
}

/** Returns a function that has each member ask to join by the link that the bot sent them. */
function joiner({ telegram }: Stack): () => void {
  let read = telegram.calls.length;
  return () => {
    for (const { method, ok, payload } of telegram.calls.slice(read)) {
      read += 1;
      const link = /https:\/\/t\.me\/\+[\w-]+/.exec(JSON.stringify(payload['reply_markup'] ?? ''))?.[0];
      if (method === 'sendMessage' && ok && link !== undefined)
        telegram.as(Number(payload['chat_id'])).join(link);
    }
  };
}

async function openGroup({ url }: Installation, closers: Closers): Promise<void> {
  const product = openDatabase(await readConfig(DATABASE_NAMES, { DATABASE_URL: url }), silentLogger);
  closers.push(() => product.close());
  const place = { openChannelId: OPEN, chatId: GROUP, kind: 'supergroup', role: 'extra' } as const;
  await openPlace(product, { ...place, title: 'Members', actorUserId: CAST.olga.id });
}

async function countInside({ database }: Stack): Promise<number> {
  const [row] = await database<{ count: number }[]>`
    select count(*)::int as count from place_access where chat_id = ${GROUP} and status = 'member'`;
  return row?.count ?? 0;
}

/** Taps in both installations in turn, until all members of the busy one are in. */
async function tapUntilIn(
  [quiet, busy]: readonly [Installation, Installation],
  { members, onRound }: Effort,
): Promise<Pick<PlacesMeasured, 'without' | 'during' | 'seconds'>> {
  const join = joiner(busy.stack);
  const startedAt = performance.now();
  const seconds = () => (performance.now() - startedAt) / 1000;
  const [without, during]: [number[], number[]] = [[], []];
  const [ofQuiet, ofBusy]: [number[], number[]] = [[], []];
  let inside = 0;
  for (let number = 0; inside < members; number += 1) {
    const state = () => `${inside} of ${members} members are in after ${Math.round(seconds())} s`;
    if (seconds() > STARTING_SECONDS + members * SECONDS_PER_MEMBER) throw new Error(state());
    join();
    ofQuiet.push(await quiet.tap(number));
    ofBusy.push(await busy.tap(number));
    await sleep(EVERY_MS);
    if (number % BUYERS === 0) inside = await countInside(busy.stack);
    if (ofBusy.length < ROUND) continue;
    without.push(percentile(ofQuiet.splice(0), 0.95));
    during.push(percentile(ofBusy.splice(0), 0.95));
    onRound(state());
  }
  return { without, during, seconds: seconds() };
}

/** Opens a place to all members of one of two equal installations, and taps in both until everyone is in. */
export async function measurePlaces(
  around: Surroundings,
  closers: Closers,
  effort: Effort,
): Promise<PlacesMeasured> {
  const { members } = effort;
  const quiet = await openInstallation(around, closers, { name: 'places_quiet', members });
  const busy = await openInstallation(around, closers, { name: 'places_busy', members });
  // Only warms both up.
  for (let number = 0; number < 2 * BUYERS; number += 1)
    for (const installation of [quiet, busy]) await installation.tap(number);
  const before = busy.stack.telegram.calls.length;
  await openGroup(busy, closers);
  const measured = await tapUntilIn([quiet, busy], effort);
  const { telegram } = busy.stack;
  return {
    members,
    ...measured,
    refused: telegram.refusals429(),
    calls: telegram.calls.length - before,
  };
}
