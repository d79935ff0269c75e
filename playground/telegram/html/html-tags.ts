import { decodeEntity } from './html-entities';

/** An error whose message follows `Bad Request: can't parse entities: `. */
export class HtmlError extends Error {}

export interface StartTag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

const TAGS = new Set(
  'a b strong i em s strike del u ins tg-spoiler tg-emoji tg-time span pre code blockquote'.split(' '),
);
const GT = 0x3e;

/** The end of the text counts as space, because tdlib reads a zero-terminated string. */
function isSpace(byte: number | undefined): boolean {
  return byte === undefined || byte === 0 || byte === 0x20 || (byte >= 0x09 && byte <= 0x0b) || byte === 0x0d;
}

class Cursor {
  readonly bytes: Buffer;
  at: number;

  constructor(bytes: Buffer, at: number) {
    this.bytes = bytes;
    this.at = at;
  }

  byte(): number | undefined {
    return this.bytes[this.at];
  }

  skipSpace(): void {
    while (this.byte() !== undefined && isSpace(this.byte())) this.at += 1;
  }

  takeUntil(stop: number): string {
    const begin = this.at;
    while (!isSpace(this.byte()) && this.byte() !== stop) this.at += 1;
    return this.bytes.toString('utf8', begin, this.at);
  }
}

/** Reads `<tag attribute="value">` at `begin`. */
export function readStartTag(bytes: Buffer, begin: number): { tag: StartTag; next: number } {
  const cursor = new Cursor(bytes, begin + 1);
  const name = cursor.takeUntil(GT).toLowerCase();
  if (cursor.byte() === undefined) throw new HtmlError(`Unclosed start tag at byte offset ${begin}`);
  if (!TAGS.has(name)) throw new HtmlError(`Unsupported start tag "${name}" at byte offset ${begin}`);
  const attributes = new Map<string, string>();
  for (;;) {
    cursor.skipSpace();
    if (cursor.byte() === GT) break;
    const [attribute, value] = readAttribute(cursor, { name, begin });
    attributes.set(attribute, value);
  }
  if (name === 'span' && attributes.get('class') !== 'tg-spoiler') {
    throw new HtmlError(`Tag "span" must have class "tg-spoiler" at byte offset ${begin}`);
  }
  return { tag: { name, attributes }, next: cursor.at + 1 };
}

function readAttribute(cursor: Cursor, tag: { name: string; begin: number }): [string, string] {
  const where = `the tag "${tag.name}" at byte offset ${tag.begin}`;
  const begin = cursor.at;
  while (!isSpace(cursor.byte()) && cursor.byte() !== 0x3d && cursor.byte() !== GT) cursor.at += 1;
  const attribute = cursor.bytes.toString('utf8', begin, cursor.at);
  if (attribute === '') throw new HtmlError(`Empty attribute name in ${where}`);
  cursor.skipSpace();
  if (cursor.byte() === undefined)
    throw new HtmlError(`Unclosed start tag "${tag.name}" at byte offset ${tag.begin}`);
  if (cursor.byte() !== 0x3d) {
    // Only one attribute may lack a value: <blockquote expandable>.
    if (tag.name === 'blockquote' && attribute === 'expandable') return [attribute, ''];
    throw new HtmlError(`Expected equal sign in declaration of an attribute of ${where}`);
  }
  cursor.at += 1;
  cursor.skipSpace();
  if (cursor.byte() === undefined)
    throw new HtmlError(`Unclosed start tag "${tag.name}" at byte offset ${tag.begin}`);
  const value = readValue(cursor);
  if (cursor.byte() === undefined) throw new HtmlError(`Unclosed start tag at byte offset ${tag.begin}`);
  return [attribute, value];
}

function readValue(cursor: Cursor): string {
  const quote = cursor.byte();
  return quote === 0x22 || quote === 0x27 ? readLiteral(cursor, quote) : readToken(cursor);
}

function readToken(cursor: Cursor): string {
  const begin = cursor.at;
  while (/[a-zA-Z0-9.-]/.test(String.fromCharCode(cursor.byte() ?? 0))) cursor.at += 1;
  if (!isSpace(cursor.byte()) && cursor.byte() !== GT) {
    throw new HtmlError(`Unexpected end of name token at byte offset ${begin}`);
  }
  return cursor.bytes.toString('utf8', begin, cursor.at).toLowerCase();
}

function readLiteral(cursor: Cursor, quote: number): string {
  const parts: Buffer[] = [];
  cursor.at += 1;
  while (cursor.byte() !== undefined && cursor.byte() !== quote) {
    const decoded = cursor.byte() === 0x26 ? decodeEntity(cursor.bytes, cursor.at) : undefined;
    parts.push(decoded ? Buffer.from(decoded.text) : cursor.bytes.subarray(cursor.at, cursor.at + 1));
    cursor.at = decoded?.next ?? cursor.at + 1;
  }
  cursor.at += 1;
  return Buffer.concat(parts).toString('utf8');
}

/** Reads `</tag>` at `begin`. `</>` closes the innermost open tag. */
export function readEndTag(bytes: Buffer, begin: number): { name: string; next: number } {
  const cursor = new Cursor(bytes, begin + 2);
  const name = cursor.takeUntil(GT).toLowerCase();
  cursor.skipSpace();
  if (cursor.byte() !== GT) throw new HtmlError(`Unclosed end tag at byte offset ${begin}`);
  return { name, next: cursor.at + 1 };
}
