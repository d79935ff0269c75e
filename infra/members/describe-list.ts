import type { BadLine, LineProblem } from '../../shared/domain/takeovers/read-member';
import {
  VERDICTS,
  type ListDifference,
  type JudgedLine,
  type LineVerdict,
} from '../../shared/domain/takeovers/takeover-line';
import type { ListRefusal } from '../../shared/domain/takeovers/takeover-message';

const PROBLEMS: Readonly<Record<LineProblem, string>> = {
  no_person: 'names nobody',
  several: 'names several people; give each a line',
  bad_person: 'has neither an id nor a @username',
  bad_until: 'has a date that is unknown',
  ambiguous_until: 'has a date of which the day could be the month; write it as 2027-01-31',
  no_until: "doesn't say until when; add it, or use --until",
  too_long: 'is too long',
  broken_quotes: 'has a quotation mark that is never closed',
  not_json: "isn't valid JSON",
};

export const REFUSALS: Readonly<Record<ListRefusal, string>> = {
  not_text: "The file isn't text in UTF-8. Save it as CSV UTF-8.",
  spreadsheet: "Spreadsheets and PDF can't be read. Save the table as CSV UTF-8.",
  too_many_lines: 'The list has more than 100,000 lines. Cut it in two.',
  empty: 'There is nobody in this list.',
  too_big: 'The file is too large.',
  not_given: "The file can't be read.",
  no_good_line: 'No line of this list can be read.',
};

const VERDICT_WORDS: Readonly<Record<LineVerdict, string>> = {
  new: 'get access',
  in: 'are in already and get access',
  longer: 'get longer access',
  shorter: 'have longer access now than the list says (--shorten makes it shorter)',
  paid: 'paid for longer access than the list says, and keep it',
  same: 'have exactly this access already',
  unknown: 'names the bot does not know yet; they get access when they write to it or ask to join',
  ended: 'have an end that has passed, so they get nothing',
  protected: 'are administrators, who are never touched',
  banned: 'are banned, so they get nothing',
  twice: 'are listed more than once; the longest access counts',
};

/** So many lines of each kind are printed. */
const PRINTED = 20;

export const describeBadLines = (bad: readonly BadLine[]): string[] => [
  ...bad.slice(0, PRINTED).map(({ line, problem, text }) => `  line ${line} ${PROBLEMS[problem]}: ${text}`),
  ...(bad.length > PRINTED ? [`  … and ${bad.length - PRINTED} more`] : []),
];

const end = (at: number | null): string => (at === null ? 'for ever' : new Date(at).toISOString());

const describeLine = ({ line, userId, username, until, paidUntil }: JudgedLine): string =>
  `      line ${line}: ${username === null ? String(userId) : `@${username}`} until ${end(until)}` +
  (paidUntil === null ? '' : `, now until ${end(paidUntil)}`);

/** The difference as a table, with the lines that need a decision. */
export const describeDifference = (difference: ListDifference): string[] =>
  VERDICTS.filter((verdict) => difference[verdict].count > 0).flatMap((verdict) => {
    const { count, lines } = difference[verdict];
    const isNamed = verdict === 'shorter' || verdict === 'unknown';
    const named = isNamed ? lines.map(describeLine) : [];
    return [`  ${String(count).padStart(7)}  ${VERDICT_WORDS[verdict]}`, ...named];
  });
