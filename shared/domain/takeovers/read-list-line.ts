import { fieldOf, type ListedCells } from './columns';
import { isPerson } from './read-member';
import { readUntil } from './read-until';

/** `1.`, `2)`, `-` or a bullet before a name. */
const BULLET = /^(?:\d{1,6}[.)]\s+|[-–—]\s+|[*•]\s*)/;
/** What people write between a name and a date. */
const JOINER = /^(?:until|till|to|up to|expires|до|hasta|até|bis|تا|[-–—:=>]+)\s*/i;
/** The most words that a date has: 31 January 2027 18:00 +02:00. */
const MOST_WORDS = 5;

/** The end at the beginning of a text, and what follows it. */
function untilIn(text: string, timeZone: string): Pick<ListedCells, 'until' | 'note'> {
  const words = text.split(/\s+/);
  for (let count = Math.min(words.length, MOST_WORDS); count > 0; count -= 1) {
    const until = words.slice(0, count).join(' ').replace(/[,;]$/, '');
    if ('end' in readUntil(until, timeZone)) return { until, note: words.slice(count).join(' ') };
  }
  // What begins with a digit was meant as a date.
  return /^\d/.test(text) ? { until: text } : { note: text };
}

/**
 * Reads a line of a list that was typed or forwarded: a person, until when if it says so, and a note. Returns `several` if it
 * names more than one person.
 */
export function listLineCells(typed: string, timeZone: string): ListedCells | 'several' {
  const [, first = '', rest = ''] = /^(\S+)\s*([^]*)$/.exec(typed.trim().replace(BULLET, '')) ?? [];
  const person = first.replace(/[,;:]$/, '');
  const words = rest.split(/\s+/);
  const isId = /^\d+$/.test(person);
  const [next = ''] = words;
  const hasName = isId && next.startsWith('@') && isPerson(next);
  const others = hasName ? words.slice(1) : words;
  if (others.some((word) => word.startsWith('@') && isPerson(word.replace(/[,;]$/, '')))) return 'several';
  const said = others.join(' ').replace(JOINER, '');
  const more = said === '' ? {} : untilIn(said, timeZone);
  // Any first word of a sentence could be a username.
  if (!isPerson(person) && said !== '' && more.until === undefined) return { id: typed.trim() };
  return { id: person, ...(hasName && { username: next }), ...more };
}

/** Returns `true` for what is an end, or was meant as one. */
const isLikeEnd = (text: string): boolean =>
  /^\d{1,4}[-/.]\d/.test(text) || (text !== '' && 'end' in readUntil(text, 'UTC'));

/** Sorts the cells of a line without a header: an id or a username or both, until when, a note. */
export function cellsInOrder(cells: readonly string[]): ListedCells | 'several' {
  const [first = '', second = '', third = '', ...more] = cells.map((cell) => cell.trim());
  const isId = (text: string) => /^\d+$/.test(text);
  const isName = isPerson(second) && !(isId(first) && isId(second));
  if (!isName && (isLikeEnd(second) || !isLikeEnd(third)))
    return { id: first, until: second, note: [third, ...more].join(' ').trim() };
  if (!isId(first) && !isId(second) && second !== '') return 'several';
  if (third.startsWith('@') && isPerson(third)) return 'several';
  return { id: first, username: second, until: third, note: more.join(' ').trim() };
}

/** Returns `true` for the first line of a table if it names the columns. */
export const isHeader = (cells: readonly string[]): boolean =>
  cells.some((cell) => {
    const field = fieldOf(cell);
    return field === 'id' || field === 'username' || field === 'name';
  });
