/** Text that is HTML already. Only `html`, `lines` and a `Wording` make it. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

// Telegram's HTML knows these four entities: https://core.telegram.org/bots/api#html-style
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Escapes text, so that Telegram shows it as it is. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '');

/**
 * Makes HTML and escapes each interpolated value, so that a channel called `<b>&"` is shown as exactly that. A line
 * break of the template becomes a space, because it belongs to the source code. For line breaks use `lines`.
 */
export function html(strings: TemplateStringsArray, ...values: readonly (string | number | Html)[]): Html {
  const parts = values.map((value) => (value instanceof Html ? value.text : escapeHtml(String(value))));
  const literals = strings.map((literal) => literal.replace(/\s*\n\s*/g, ' '));
  return new Html(literals.reduce((text, literal, index) => `${text}${parts[index - 1] ?? ''}${literal}`));
}

/** Joins lines. `''` makes an empty line, `undefined` makes none. */
export function lines(...all: readonly (Html | '' | undefined)[]): Html {
  const there = all.filter((line) => line !== undefined);
  return new Html(there.map((line) => (line === '' ? '' : line.text)).join('\n'));
}

/** At most `length` UTF-16 units, never half a character. Use it before escaping, so that it can't split an entity. */
export function truncate(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** The number of UTF-16 units after Telegram has parsed the HTML. Telegram's limits count these. */
export const lengthOf = ({ text }: Html): number =>
  text.replace(/<[^>]*>/g, '').replace(/&(?:amp|lt|gt|quot);/g, '&').length;

const HAS_RIGHT_TO_LEFT =
  /[\p{Bidi_Control}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/**
 * Isolates right-to-left text, because without isolation it changes the order of the numbers around it.
 * https://www.w3.org/International/questions/qa-bidi-unicode-controls
 */
export const isolateBidi = (text: string): string =>
  HAS_RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text;
