import type { OpenChannelId } from '../../shared/domain/common/ids';
import type { MessageOf } from '../../shared/domain/messages/messages';
import type { ListRefusal, TakeoverMessage } from '../../shared/domain/takeovers/takeover-message';
import type { LineProblem } from '../../shared/domain/takeovers/read-member';
import {
  VERDICTS,
  type ListDifference,
  type TakeoverState,
  type LineOutcome,
} from '../../shared/domain/takeovers/takeover-line';
import type { Writing } from './writing';

const openChannelId = -1009999999999999 as OpenChannelId;
const AT = Date.UTC(2026, 2, 4, 12);
const timeZone = 'America/Argentina/ComodRivadavia';
const MANY = 100_000;

const REFUSALS = Object.keys({
  not_text: 0,
  spreadsheet: 0,
  too_many_lines: 0,
  empty: 0,
  too_big: 0,
  not_given: 0,
  no_good_line: 0,
} satisfies Record<ListRefusal, 0>) as ListRefusal[];
const PROBLEMS = Object.keys({
  no_person: 0,
  several: 0,
  bad_person: 0,
  bad_until: 0,
  ambiguous_until: 0,
  no_until: 0,
  too_long: 0,
  broken_quotes: 0,
  not_json: 0,
} satisfies Record<LineProblem, 0>) as LineProblem[];
const STATES = Object.keys({
  staging: 0,
  compared: 0,
  applying: 0,
  applied: 0,
  undoing: 0,
  undone: 0,
} satisfies Record<TakeoverState, 0>) as TakeoverState[];

const judged = (line: number) => ({
  line,
  userId: line % 2 === 0 ? null : 2 ** 52,
  username: line % 4 === 1 ? null : 'n'.repeat(32),
  until: line % 5 === 0 ? null : AT,
  paidUntil: line % 7 === 0 ? null : AT,
});
const differenceOf = (count: number): ListDifference => {
  const sample = {
    count,
    lines: Array.from({ length: Math.min(10, count) }, (_, index) => judged(index + 1)),
  };
  return Object.fromEntries(VERDICTS.map((verdict) => [verdict, sample])) as unknown as ListDifference;
};
const OUTCOMES = Object.fromEntries(
  [...VERDICTS, 'kept', 'undone', 'stays'].map((each) => [each, MANY]),
) as Record<LineOutcome, number>;

type TakeoverSamples = { readonly [Type in TakeoverMessage['type']]: readonly MessageOf<Type>[] };

/** Every kind of message about taking over members. */
export function takeoverSamplesOf({ title, text }: Writing): TakeoverSamples {
  const of = { openChannelId, title, role: 'manager', timeZone } as const;
  const header = { openChannelId, title, role: 'manager' } as const;
  const list = {
    takeoverId: 10 ** 15 - 1,
    startedAt: AT,
    done: 500,
    total: MANY,
    waiting: 12,
    heldUntil: AT,
    isUndoable: false,
  };
  const page = { type: 'takeover_page', ...of, isUndoAsked: false, note: null } as const;
  const options = { holdDays: 7, shorten: false };
  return {
    takeover_start: [null, text].map((note) => ({
      type: 'takeover_start',
      ...of,
      earlier: STATES.map((state, index) => ({ takeoverId: index + 1, state, startedAt: AT, total: MANY })),
      note,
    })),
    takeover_reading: [{ type: 'takeover_reading', openChannelId, title }],
    takeover_until: [null, text].map((note) => ({ type: 'takeover_until', ...header, note })),
    takeover_page: [
      ...STATES.map((state) => ({
        ...page,
        list: { ...list, state, outcomes: OUTCOMES, isUndoable: state === 'applying' || state === 'applied' },
        difference: state === 'compared' ? differenceOf(MANY) : null,
        options,
      })),
      ...[0, 1].flatMap((count) =>
        [0, 30].map((holdDays) => ({
          ...page,
          note: text,
          list: { ...list, total: 1, state: 'compared' as const, outcomes: {} },
          difference: differenceOf(count),
          options: { holdDays, shorten: true },
        })),
      ),
      {
        ...page,
        isUndoAsked: true,
        list: { ...list, state: 'applied', outcomes: {} },
        difference: null,
        options,
      },
    ],
    takeover_bad_lines: [
      {
        type: 'takeover_bad_lines',
        openChannelId,
        title,
        count: 1,
        lines: [{ line: 1, problem: 'bad_until', text }],
      },
      {
        type: 'takeover_bad_lines',
        openChannelId,
        title,
        count: MANY,
        lines: [...PROBLEMS, ...PROBLEMS].map((problem, index) => ({ line: MANY - index, problem, text })),
      },
    ],
    takeover_refused: REFUSALS.map((refusal) => ({ type: 'takeover_refused', ...header, refusal })),
    takeover_file: [{ type: 'takeover_file', openChannelId, title }],
  };
}
