import { createHash } from 'node:crypto';
import { DAY_MS, SECOND_MS } from '../domain/common/time';
import type { Nudge } from './wake-up';

/** A task of a slot: the id is its name in the queue. Absent `dueMs`: now. In epoch milliseconds. */
export interface SlotTask {
  readonly id: string;
  readonly dueMs?: number;
}

const SLOT_MS: Readonly<Record<Nudge, number>> = {
  due: SECOND_MS,
  bulk: SECOND_MS,
  minimums: SECOND_MS,
  daily: DAY_MS,
};
/** By how much the clocks of instances may differ. */
const CLOCKS_MS = 250;

/**
 * Hashed because a queue is slow if names have an ordered beginning: https://cloud.google.com/tasks/docs/reference/rest/v2/projects.locations.queues.tasks/create
 */
const idOf = (...parts: (string | number)[]): string =>
  createHash('sha256').update(parts.join(' ')).digest('hex').slice(0, 32);

/**
 * The tasks that a nudge asks for, in turn, until one is created. The first one runs now. If the slot has one already, that
 * may have run before the caller committed, so the second one runs when the slot is over. If the slot has that one too, it is
 * still to come. The queue refuses a name while it has it and for an hour after, so there are two tasks per slot and kind
 * at most. A daily task only has to exist, so one at the end of the day is enough.
 */
export function slotTasks(what: Nudge, nowMs: number): readonly SlotTask[] {
  const slotMs = SLOT_MS[what];
  const slot = Math.floor(nowMs / slotMs);
  const atItsEnd: SlotTask = { id: idOf(what, 'end', slot), dueMs: (slot + 1) * slotMs + CLOCKS_MS };
  return what === 'daily' ? [atItsEnd] : [{ id: idOf(what, 'now', slot) }, atItsEnd];
}
