/** Text that is HTML already, made by `html` and by nothing else. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

// Telegram's HTML knows these four entities: https://core.telegram.org/bots/api#html-style
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escape = (text: string): string => text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '');

/**
 * HTML whose every interpolated text is escaped, so a channel called `<b>&"` is shown as exactly that. Line breaks of the
 * template itself are the source code's, not the text's: use `lines`.
 */
export function html(strings: TemplateStringsArray, ...values: readonly (string | number | Html)[]): Html {
  const parts = values.map((value) => (value instanceof Html ? value.text : escape(String(value))));
  const literals = strings.map((literal) => literal.replace(/\s*\n\s*/g, ' '));
  return new Html(literals.reduce((text, literal, index) => `${text}${parts[index - 1] ?? ''}${literal}`));
}

/** The lines that are there, below one another; `''` leaves an empty line, `undefined` none. */
export function lines(...all: readonly (Html | '' | undefined)[]): Html {
  const there = all.filter((line) => line !== undefined);
  return new Html(there.map((line) => (line === '' ? '' : line.text)).join('\n'));
}

/** At most `length` UTF-16 units, never half a character. Cut before escaping, or a cut may fall inside an entity. */
export function truncate(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** How many UTF-16 units are left after Telegram has read the HTML: what its limits are about. */
export const lengthOf = ({ text }: Html): number =>
  text.replace(/<[^>]*>/g, '').replace(/&(?:amp|lt|gt|quot);/g, '&').length;

const HAS_RIGHT_TO_LEFT =
  /[\p{Bidi_Control}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/**
 * Text written from right to left, kept apart from the text around it, whose numbers would trade places with it.
 * https://www.w3.org/International/questions/qa-bidi-unicode-controls
 */
export const isolateBidi = (text: string): string =>
  HAS_RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text;
