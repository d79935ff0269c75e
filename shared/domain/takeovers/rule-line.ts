import { endPromises } from '../access/end-promises';
import { FOR_EVER_DAYS } from '../common/for-ever';
import type { OpenChannelId } from '../common/ids';
import { DAY_MS } from '../common/time';
import type { Promised } from '../effects';
import type { LineOutcome, LineVerdict } from './takeover-line';

interface PersonOfLine {
  readonly line: number;
  readonly userId: number;
  readonly version: number;
  readonly paidUntil: number | null;
  /** The bot knows them, so a reminder may reach them. */
  readonly isMet: boolean;
}

/** A line with the access of its person as it is now. Times are epoch milliseconds. */
export interface LineToRule extends PersonOfLine {
  readonly verdict: LineVerdict;
  /** What the manager said yes to. */
  readonly shown: LineVerdict | null;
  /** Null: for ever. */
  readonly until: number | null;
  /** The end of what they paid for, without what was given by hand. */
  readonly paidEnd: number | null;
  readonly note: string | null;
}

interface RulingTime {
  readonly openChannelId: OpenChannelId;
  readonly now: number;
}

/** The days to give by hand, so that access ends at a moment: whole ones, and how much less. */
interface GivenDays {
  readonly days: number;
  readonly lessMs: number;
}

/** What follows from a line. Without `access`, nothing changes. */
export interface RuledLine {
  readonly outcome: LineOutcome;
  readonly access?: {
    readonly paidUntil: number;
    /** Null if what they paid for lasts as long. */
    readonly given: GivenDays | null;
    /** What was given by hand before ends. */
    readonly endsGrants: boolean;
    readonly promised: readonly Promised[];
  };
}

function givenFrom(start: number, until: number | null): { paidUntil: number; given: GivenDays } | null {
  if (until === null)
    return { paidUntil: start + FOR_EVER_DAYS * DAY_MS, given: { days: FOR_EVER_DAYS, lessMs: 0 } };
  const days = Math.ceil((until - start) / DAY_MS);
  return days < 1 ? null : { paidUntil: until, given: { days, lessMs: start + days * DAY_MS - until } };
}

/** The promises for the end of access that a list sets. Nobody is reminded who never wrote to the bot: it can't write to them. */
const promisesOf = (person: PersonOfLine, until: number | null, { openChannelId, now }: RulingTime) =>
  endPromises({ openChannelId, userId: person.userId, version: person.version }, until, now).filter(
    ({ effect }) => effect.kind !== 'remind' || person.isMet,
  );

/**
 * Rules one line: days are given so that access ends when the line says. It promises no invite link, because a member needs
 * none, and the bot can't write to others: they ask to join. `shorten` counts for lines that were shown as shorter, and takes
 * nothing that was paid for.
 */
export function ruleLine(
  line: LineToRule,
  { shorten, ...time }: RulingTime & { shorten: boolean },
): RuledLine {
  const { verdict, until, paidUntil, paidEnd } = line;
  const { now } = time;
  const changed = (end: number, given: GivenDays | null, endsGrants: boolean): RuledLine => ({
    outcome: verdict,
    access: { paidUntil: end, given, endsGrants, promised: promisesOf(line, end, time) },
  });
  if (verdict === 'new' || verdict === 'in' || verdict === 'longer') {
    const ruled = givenFrom(Math.max(paidUntil ?? now, now), until);
    return ruled === null ? { outcome: 'ended' } : changed(ruled.paidUntil, ruled.given, false);
  }
  if (verdict !== 'shorter') return { outcome: verdict };
  if (!shorten || line.shown !== 'shorter' || until === null) return { outcome: 'kept' };
  const ruled = givenFrom(Math.max(paidEnd ?? now, now), until);
  if (ruled !== null) return changed(ruled.paidUntil, ruled.given, true);
  return paidEnd === null ? { outcome: 'ended' } : changed(paidEnd, null, true);
}

/** A line that gave something, with the access of its person as it is now. Times are epoch milliseconds. */
export interface LineToUndo extends PersonOfLine {
  readonly untilBefore: number | null;
  /** Nothing has changed their access since. */
  readonly isUntouched: boolean;
  /** They paid since, or were given more, on top of it. */
  readonly isBuiltOn: boolean;
  /** What the list gave was taken back since, or it only made their access shorter. */
  readonly isTakenBack: boolean;
  /** The end of all that they have beside what the list gave. */
  readonly otherwiseUntil: number | null;
  /** They are in by the bot, or have its link, so they have to leave if they have no access. */
  readonly isToBeRemoved: boolean;
}

/** What undoing a line changes. Without `access`, the person keeps what they have. */
export interface UndoneLine {
  readonly outcome: 'undone' | 'stays';
  readonly access?: { readonly paidUntil: number | null; readonly promised: readonly Promised[] };
}

/**
 * Takes back what a line gave: exactly, if nothing was built on it since. Nothing becomes active by it that has ended. A member
 * from before the bot without days of their own is left alone, as before the list.
 */
export function undoLine(line: LineToUndo, time: RulingTime): UndoneLine {
  const { isUntouched, isBuiltOn, isTakenBack, isToBeRemoved } = line;
  const { now } = time;
  const until = isUntouched ? line.untilBefore : line.otherwiseUntil;
  const isActive = until !== null && until > now;
  const wouldRevive = isActive && (line.paidUntil === null || line.paidUntil <= now);
  if ((!isUntouched && (isBuiltOn || isTakenBack)) || wouldRevive) return { outcome: 'stays' };
  const promised = isActive || isToBeRemoved ? promisesOf(line, until, time) : [];
  return { outcome: 'undone', access: { paidUntil: until, promised } };
}
