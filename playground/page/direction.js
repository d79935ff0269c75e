const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\u200f]/u;
const STRONG = /[\p{L}\u200e\u200f]/u;
const INNERMOST_ISOLATE = /[\u2066-\u2068][^\u2066-\u2069]*\u2069/g;

function firstStrong(text) {
  const [letter] = STRONG.exec(text) ?? [];
  if (letter === undefined) return undefined;
  return RIGHT_TO_LEFT.test(letter) ? 'rtl' : 'ltr';
}

function withoutIsolates(text) {
  const rest = text.replaceAll(INNERMOST_ISOLATE, '');
  return rest === text ? text : withoutIsolates(rest);
}

/**
 * The direction of a paragraph, by its first letter outside isolated names and amounts, as Telegram's apps and the Unicode
 * algorithm (UAX 9, P2 and P3) find it. `dir="auto"` would look into the isolates.
 */
export const directionOf = (text) => firstStrong(withoutIsolates(text)) ?? 'ltr';

/**
 * What to put before a paragraph so that the browser aligns it by `directionOf`: an invisible mark, or mostly nothing,
 * because browsers look into isolates only to choose the side.
 */
export function markBefore(paragraph) {
  const right = directionOf(paragraph);
  if ((firstStrong(paragraph) ?? 'ltr') === right) return '';
  return right === 'rtl' ? '\u200f' : '\u200e';
}
