import type { InlineKeyboardButton } from 'grammy/types';
import type { MessageOf } from '../../../../domain/messages/messages';
import { OFFERED_HOLDS, takeoverArgument } from '../../../../domain/takeovers/options';
import {
  VERDICTS,
  type JudgedLine,
  type LineOutcome,
  type LineVerdict,
} from '../../../../domain/takeovers/takeover-line';
import { lines, type Html } from '../../html';
import { keyboardOf, shortTitle, type View } from '../../view';
import type { Wording } from '../../wording';
import { noteLine, ownButton } from '../menu';

type TakeoverPage = MessageOf<'takeover_page'>;

/** So many lines are named. The others are in the table. */
const NAMED_LINES = 5;

const personOf = ({ username, userId }: JudgedLine): string =>
  username === null ? String(userId) : `@${username}`;

/** Names the lines that a manager has to know before they say yes. */
function namedLines({ difference }: TakeoverPage, verdict: LineVerdict, wording: Wording): readonly Html[] {
  if (verdict !== 'shorter' && verdict !== 'unknown') return [];
  return (difference?.[verdict].lines ?? []).slice(0, NAMED_LINES).map((line) => {
    const of = { line: line.line, person: personOf(line) };
    if (verdict === 'unknown' || line.until === null || line.paidUntil === null)
      return wording.html('takeover-line', of);
    const ends = { until: wording.time(line.until), now: wording.time(line.paidUntil) };
    return wording.html('takeover-shorter-line', { ...of, ...ends });
  });
}

const countLine = (verdict: LineOutcome | 'shortened', count: number, wording: Wording): Html[] =>
  count > 0 ? [wording.html('takeover-verdict', { verdict, count })] : [];

/** How many people the list changes something for. */
const changesOf = ({ difference, options }: TakeoverPage): number =>
  (['new', 'in', 'longer', 'unknown', ...(options.shorten ? (['shorter'] as const) : [])] as const)
    .map((verdict) => difference?.[verdict].count ?? 0)
    .reduce((sum, each) => sum + each, 0);

function comparedLines(message: TakeoverPage, wording: Wording): readonly (Html | '')[] {
  const { list, difference, options } = message;
  const { holdDays } = options;
  return [
    wording.html('takeover-found', { count: list.total }),
    '',
    ...VERDICTS.flatMap((verdict) => {
      const { count = 0 } = difference?.[verdict] ?? {};
      return [...countLine(verdict, count, wording), ...namedLines(message, verdict, wording)];
    }),
    '',
    changesOf(message) === 0
      ? wording.html('takeover-nothing')
      : wording.html('takeover-hold', { days: holdDays, time: wording.days(holdDays) }),
  ];
}

function outcomeLines({ list }: TakeoverPage, wording: Wording): readonly Html[] {
  const { outcomes, waiting, heldUntil, state } = list;
  const named = [...VERDICTS, 'kept', 'undone', 'stays'] as const;
  const isHeld = heldUntil !== null && (state === 'applying' || state === 'applied');
  return [
    ...named.flatMap((each) =>
      countLine(each === 'shorter' ? 'shortened' : each, outcomes[each] ?? 0, wording),
    ),
    ...(waiting > 0 && state === 'applied' ? [wording.html('takeover-waiting', { count: waiting })] : []),
    ...(isHeld ? [wording.html('takeover-held', { time: wording.time(heldUntil) })] : []),
  ];
}

function stateLines(message: TakeoverPage, wording: Wording): readonly (Html | '')[] {
  const { list, title } = message;
  const { done, total } = list;
  switch (list.state) {
    case 'staging':
      return [wording.html('takeover-reading', { title: shortTitle(title) })];
    case 'compared':
      return comparedLines(message, wording);
    case 'applying':
      return [wording.html('takeover-applying', { done, total }), '', ...outcomeLines(message, wording)];
    case 'applied':
      return [wording.html('takeover-applied'), '', ...outcomeLines(message, wording)];
    case 'undoing':
      return [wording.html('takeover-undoing', { done, total })];
    case 'undone':
      return [wording.html('takeover-undone'), '', ...outcomeLines(message, wording)];
  }
}

function comparedButtons(message: TakeoverPage, wording: Wording): InlineKeyboardButton[][] {
  const { list, difference, options } = message;
  const { takeoverId } = list;
  const shorter = difference?.shorter.count ?? 0;
  const count = changesOf(message);
  const other = { ...options, shorten: !options.shorten };
  const choice = options.shorten ? 'shorten' : 'keep';
  const hold = OFFERED_HOLDS.flatMap((holdDays) => {
    const label = wording.text('takeover-hold-choice', { days: holdDays, time: wording.days(holdDays) });
    const shown = holdDays === options.holdDays ? wording.text('takeover-chosen', { choice: label }) : label;
    return ownButton(message, shown, ['takeover', takeoverArgument(takeoverId, { ...options, holdDays })]);
  });
  return [
    count > 0
      ? ownButton(message, wording.text('takeover-go', { count }), [
          'list-go',
          takeoverArgument(takeoverId, options),
        ])
      : [],
    shorter > 0
      ? ownButton(message, wording.text('takeover-shorten', { count: shorter, choice }), [
          'takeover',
          takeoverArgument(takeoverId, other),
        ])
      : [],
    ...(count > 0 ? [hold.slice(0, 2), hold.slice(2)] : []),
    ownButton(message, wording.text('takeover-table'), ['list-file', takeoverId]),
    ownButton(message, wording.text('common-cancel'), ['list-drop', takeoverId]),
  ];
}

function buttons(message: TakeoverPage, wording: Wording): InlineKeyboardButton[][] {
  const { list, isUndoAsked } = message;
  const { takeoverId, state, isUndoable } = list;
  const toList = ownButton(message, wording.text('common-back'), ['takeover', takeoverId]);
  if (isUndoAsked)
    return [ownButton(message, wording.text('takeover-undo-now'), ['list-undo-now', takeoverId]), toList];
  if (state === 'compared') return comparedButtons(message, wording);
  const isRunning = state === 'staging' || state === 'applying' || state === 'undoing';
  return [
    isRunning ? ownButton(message, wording.text('takeover-refresh'), ['takeover', takeoverId]) : [],
    isUndoable ? ownButton(message, wording.text('takeover-undo'), ['list-undo', takeoverId]) : [],
    state === 'applied' ? ownButton(message, wording.text('takeover-table'), ['list-file', takeoverId]) : [],
    ownButton(message, wording.text('common-back'), ['take-over']),
  ];
}

export const takeoverView = (message: TakeoverPage, wording: Wording): View => ({
  text: lines(
    ...noteLine(message.note, wording),
    wording.html('takeover-title', { title: shortTitle(message.title) }),
    '',
    ...(message.isUndoAsked ? [wording.html('takeover-undo-ask')] : stateLines(message, wording)),
  ),
  ...keyboardOf(...buttons(message, wording)),
});
