import { isUserId } from '../common/ids';
import { storableText } from '../common/storable-text';
import { withLatinDigits } from '../common/typed-numbers';
import type { ListedCells } from './columns';
import { readUntil, type ListedEnd } from './read-until';

/** A member as a list names them: by id, by @username, or both. */
export interface TakeoverMember {
  /** The line of the file, from 1. In JSON, the number of the entry. */
  readonly line: number;
  readonly userId: number | null;
  /** Without @, as written. */
  readonly username: string | null;
  readonly until: ListedEnd;
  readonly note: string | null;
}

/** Why a line can't be used. `several`: it names more than one person. */
export type LineProblem =
  | 'no_person'
  | 'several'
  | 'bad_person'
  | 'bad_until'
  | 'ambiguous_until'
  | 'no_until'
  | 'too_long'
  | 'broken_quotes'
  | 'not_json';

/** A line that can't be used, and the text that it is about. */
export interface BadLine {
  readonly line: number;
  readonly problem: LineProblem;
  readonly text: string;
}

export type ReadLine = TakeoverMember | BadLine;

export const isBadLine = (line: ReadLine): line is BadLine => 'problem' in line;

/** Longer notes are cut. */
const MAX_NOTE = 200;
/** How much of a line is repeated to its author. */
const MAX_REPEATED = 60;

export const badLine = (line: number, problem: LineProblem, text: string): BadLine => ({
  line,
  problem,
  text: storableText(text.trim().slice(0, MAX_REPEATED)),
});

/** https://core.telegram.org/method/account.checkUsername; names that were bought may have four characters. */
const USERNAME = /^(?!.*__)[a-z]\w{2,30}[a-z0-9]$/i;
const LINK = /^(?:https?:\/\/)?(?:www\.)?(?:t|telegram)\.me\/([^/?#]+)\/?(?:[?#].*)?$/i;
const APP_LINK = /^tg:\/\/resolve\?domain=([^&]+)/i;
const ID_LINK = /^tg:\/\/user\?id=(\d+)$/i;

/** The username in `@name`, `t.me/name` or `name`. `undefined` for any other text. */
function usernameIn(text: string): string | undefined {
  const name = (LINK.exec(text) ?? APP_LINK.exec(text))?.[1] ?? text;
  const plain = name.replace(/^@/, '');
  return USERNAME.test(plain) ? plain : undefined;
}

/** Digits, which may follow `id` or be in a link to the user. */
const ID = /^(?:id:?\s*)?(\d{1,16})$/i;
const idIn = (text: string): number | undefined => {
  const [, digits] = ID.exec(text) ?? ID_LINK.exec(text) ?? [];
  return digits !== undefined && isUserId(Number(digits)) ? Number(digits) : undefined;
};

/** Returns `true` for a text that names a person beyond doubt: an id, an @username or a link. */
export const isPerson = (text: string): boolean =>
  idIn(text) !== undefined ||
  (/^@|^tg:|^(?:https?:\/\/)?(?:www\.)?(?:t|telegram)\.me\//i.test(text) && usernameIn(text) !== undefined);

/** A spreadsheet's mark of text, which `csvWriter` writes before what looks like a formula. */
const withoutMark = (text: string): string => text.replace(/^'(?=\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/, '');

type Person = Pick<TakeoverMember, 'userId' | 'username'>;

/**
 * The person that a line names. An id may be in the column of usernames, and a username in that of ids. In a column of names, only
 * what names a person beyond doubt counts: a stranger may have somebody's first name as their username.
 */
function readPerson({ id = '', username = '', name: called = '' }: ListedCells): Person | LineProblem {
  const plain = (text: string) => withLatinDigits(withoutMark(text)).trim();
  const given = [id, username === '' && isPerson(plain(called)) ? called : username].map(plain);
  if (given.every((text) => text === '')) return called === '' ? 'no_person' : 'bad_person';
  const ids = given.map(idIn);
  const names = given.map((text, index) => (ids[index] === undefined ? usernameIn(text) : undefined));
  const userId = ids.find((each) => each !== undefined) ?? null;
  const name = names.find((each) => each !== undefined) ?? null;
  const isRead = (index: number) =>
    given[index] === '' || ids[index] !== undefined || names[index] !== undefined;
  // Beside an id, the other column may hold any name, because a user may have no username.
  return isRead(0) && (isRead(1) || userId !== null) ? { userId, username: name } : 'bad_person';
}

/** Reads a line's cells. `timeZone`: that of the channel, for times without one. */
export function readMember(line: number, cells: ListedCells, timeZone: string): ReadLine {
  const person = readPerson(cells);
  const { until = '', note = '' } = cells;
  if (typeof person === 'string')
    return badLine(line, person, [cells.id, cells.username ?? cells.name].join(' '));
  const read = readUntil(withoutMark(until), timeZone);
  if ('problem' in read)
    return badLine(line, read.problem === 'ambiguous' ? 'ambiguous_until' : 'bad_until', until);
  const kept = storableText(withoutMark(note.trim())).slice(0, MAX_NOTE).toWellFormed();
  return { line, ...person, until: read.end, note: kept === '' ? null : kept };
}
