import type { OpenChannelId } from '../common/ids';
import type { TakeoverMember } from './read-member';
import type { ListedEnd } from './read-until';

/** A line of a list with an end. Its number names it in what is told about it. */
export interface TakeoverLine extends Omit<TakeoverMember, 'until'> {
  readonly until: NonNullable<ListedEnd>;
}

/**
 * What a line would change. A person gets access (`new`; `in`, if they are in the chat already), or `longer`. `shorter` needs the
 * manager's word. Nothing follows from the others: `paid`, shorter than what they paid for; `same`; `ended`, a time that has
 * passed; `protected`, an administrator; `banned`; `twice`, another line says as much or more. `unknown`: the bot never met
 * anybody by this name, so the line waits for them.
 */
export const VERDICTS = [
  'new',
  'in',
  'longer',
  'shorter',
  'paid',
  'same',
  'unknown',
  'ended',
  'protected',
  'banned',
  'twice',
] as const;
export type LineVerdict = (typeof VERDICTS)[number];

/**
 * What became of a line: its verdict when it was ruled, or `kept`, if it would have been shorter and nobody said yes to that. Undoing
 * makes it `undone`, or `stays`: the person paid since, or their access changed otherwise.
 */
export type LineOutcome = LineVerdict | 'kept' | 'undone' | 'stays';

/** So many lines of each verdict are shown. */
export const SAMPLED_LINES = 10;

/** A line with what it would change. Times are epoch milliseconds; `until` is null for ever. */
export interface JudgedLine {
  readonly line: number;
  readonly userId: number | null;
  readonly username: string | null;
  readonly until: number | null;
  /** The end of the access that they have now. */
  readonly paidUntil: number | null;
}

/** What a list would change, before anything is changed. */
export type ListDifference = Readonly<
  Record<LineVerdict, { readonly count: number; readonly lines: readonly JudgedLine[] }>
>;

/** `staging`: its lines are being stored. `compared`: it waits for a yes. `applied` and `undone`: all is done. */
export type TakeoverState = 'staging' | 'compared' | 'applying' | 'applied' | 'undoing' | 'undone';

/** A list that was handed over, and what became of it. Times are epoch milliseconds. */
export interface Takeover {
  readonly takeoverId: number;
  readonly openChannelId: OpenChannelId;
  readonly title: string;
  readonly timeZone: string;
  readonly state: TakeoverState;
  readonly startedBy: number;
  readonly startedAt: number;
  readonly confirmedBy: number | null;
  readonly confirmedAt: number | null;
  readonly finishedAt: number | null;
  /** What it gave can still be taken back. */
  readonly isUndoable: boolean;
  /** Nobody is removed from the channel until then, because of this list or another one. */
  readonly heldUntil: number | null;
  /** How many lines are decided, of those that the present state is about. */
  readonly done: number;
  readonly total: number;
  /** Lines with names that nobody is known by: they wait. */
  readonly waiting: number;
  /** What became of its lines so far. */
  readonly outcomes: Readonly<Partial<Record<LineOutcome, number>>>;
}

/** Nobody is removed for so many days after a list was taken over, unless the manager chooses otherwise. */
export const HELD_DAYS = 7;
export const MOST_HELD_DAYS = 90;

/** So many lines are ruled in one transaction. */
export const TAKEOVER_PAGE = 500;
/** So many days after it was applied, a list can be undone. Then its lines are deleted, except those that wait for a person. */
export const LINES_KEPT_DAYS = 90;
