import { createHash } from 'node:crypto';
import type { Database } from '../../database/connection/pool';
import { compareLines, stageLines } from '../../database/takeovers/compare-lines';
import { dropTakeover, startTakeover } from '../../database/takeovers/takeovers';
import type { OpenChannelId } from '../../domain/common/ids';
import type { BadLine } from '../../domain/takeovers/read-member';
import type { ListDifference, TakeoverState } from '../../domain/takeovers/takeover-line';
import type { ListRefusal } from '../../domain/takeovers/takeover-message';
import { readList } from './reading/read-list';
import { UnreadableList } from './reading/unreadable-list';
import { usableLines } from './usable-lines';

/** The end of access for lines without one, in epoch milliseconds. `null`: such lines can't be taken over. */
export type EndOfOthers = number | 'for_ever' | null;

interface GivenList {
  readonly openChannelId: OpenChannelId;
  readonly actorUserId: number;
  /** The channel's. */
  readonly timeZone: string;
  readonly chunks: readonly Uint8Array[];
  readonly until: EndOfOthers;
}

/** What became of a list that was handed over. `difference`: `null` if the same list was taken over before. */
export type TakenIn =
  | { readonly is: 'not_allowed' }
  | { readonly is: 'refused'; readonly refusal: ListRefusal; readonly bad: readonly BadLine[] }
  | { readonly is: 'without_end'; readonly bad: readonly BadLine[] }
  | {
      readonly is: 'taken_in';
      readonly takeoverId: number;
      readonly state: TakeoverState;
      readonly difference: ListDifference | null;
      readonly bad: readonly BadLine[];
    };

/** The same content with the same end for lines without one is the same list. */
function digestOf({ chunks, until }: GivenList): string {
  const hash = createHash('sha256');
  for (const chunk of chunks) hash.update(chunk);
  return hash.update(`\0${String(until)}`).digest('base64url');
}

/** Reads, stores and compares a list, and changes nothing else. Safe to repeat. */
export async function takeInList(database: Database, list: GivenList): Promise<TakenIn> {
  const { openChannelId, actorUserId, timeZone, chunks, until } = list;
  const started = await startTakeover(database, { openChannelId, actorUserId, digest: digestOf(list) });
  if (started === undefined) return { is: 'not_allowed' };
  const { takeoverId, state } = started;
  const end = typeof until === 'number' ? new Date(until) : until;
  const read = usableLines(readList(chunks, { timeZone }), end);
  const { bad } = read;
  const isOpen = state === 'staging' || state === 'compared';
  // One that was compared before is read again, because the bad lines are stored nowhere.
  if (isOpen) {
    const refusal = await stageLines(database, takeoverId, read.lines()).then(
      () => (read.good === 0 ? 'no_good_line' : undefined),
      (error: unknown) => {
        if (error instanceof UnreadableList) return error.trouble;
        throw error;
      },
    );
    if (refusal !== undefined || read.isWithoutEnd) await dropTakeover(database, { takeoverId, actorUserId });
    if (read.isWithoutEnd) return { is: 'without_end', bad };
    if (refusal !== undefined) return { is: 'refused', refusal, bad };
  }
  const difference = isOpen ? await compareLines(database, takeoverId) : null;
  return { is: 'taken_in', takeoverId, state: isOpen ? 'compared' : state, difference, bad };
}
