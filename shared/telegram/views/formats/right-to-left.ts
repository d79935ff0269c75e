const ISOLATE = '\u2068';
const END = '\u2069';
const RIGHT_TO_LEFT_MARK = '\u200F';

/** True if one isolate holds the whole text. */
function isIsolated(text: string): boolean {
  if (!text.startsWith(ISOLATE)) return false;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === ISOLATE) depth++;
    if (text[at] === END && --depth === 0) return at === text.length - 1;
  }
  return false;
}

/** Isolates a text, unless it is isolated already. */
export const isolateWhole = (text: string): string => (isIsolated(text) ? text : ISOLATE + text + END);

/** The text without what is in an isolate, which says nothing about the direction of its line. */
function outsideIsolates(line: string): string {
  let depth = 0;
  return Array.from(line, (character) => {
    if (character === ISOLATE) depth++;
    else if (character === END) depth = Math.max(0, depth - 1);
    else if (depth === 0) return character;
    return '';
  }).join('');
}

const TAG = /<[^>]*>/g;
const COMMAND = /<[^>]*>|(?<![\w/.:&;\u2068])\/[a-z]+(?![\w/])/g;
const LETTER = /\p{L}/u;
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** A line that begins with a Latin word, or is made of values alone, would be drawn from the left. */
function withDirection(line: string): string {
  const own = outsideIsolates(line.replace(TAG, ''));
  const first = LETTER.exec(own)?.[0];
  const isDirected = line === '' || line.startsWith(RIGHT_TO_LEFT_MARK);
  return isDirected || (first !== undefined && RIGHT_TO_LEFT.test(first)) ? line : RIGHT_TO_LEFT_MARK + line;
}

/**
 * Makes a message of a right-to-left language read in its order: each command is isolated, because `/mysubs` would be drawn as
 * `mysubs/`, and each line gets its direction. https://www.unicode.org/reports/tr9/
 */
export const readRightToLeft = (text: string): string =>
  text
    .replace(COMMAND, (found) => (found.startsWith('<') ? found : ISOLATE + found + END))
    .split('\n')
    .map(withDirection)
    .join('\n');
