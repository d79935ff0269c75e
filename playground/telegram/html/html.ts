/**
 * Parses HTML messages. Works on bytes, as tdlib does (td/telegram/MessageEntity.cpp), because errors name byte offsets.
 */
import type { MessageEntity } from 'grammy/types';
import { HtmlError, readEndTag, readStartTag, type StartTag } from './html-tags';
import { decodeEntity } from './html-entities';
import { sortEntities, toEntity } from './html-message-entities';

export { HtmlError } from './html-tags';
export interface FormattedText {
  readonly text: string;
  readonly entities: MessageEntity[];
}

interface Parse {
  readonly bytes: Buffer;
  readonly open: { readonly tag: StartTag; readonly offset: number }[];
  readonly entities: MessageEntity[];
  text: string;
}

/** Reads HTML into plain text and entities. Throws an `HtmlError` with Telegram's words. */
export function parseHtml(html: string): FormattedText {
  const parse: Parse = { bytes: Buffer.from(html), open: [], entities: [], text: '' };
  let position = 0;
  while (position < parse.bytes.length) position = readNext(parse, position);
  const unclosed = parse.open.at(-1);
  if (unclosed) throw new HtmlError(`Can't find end tag corresponding to start tag "${unclosed.tag.name}"`);
  return { text: parse.text, entities: sortEntities(parse.entities) };
}

function readNext(parse: Parse, position: number): number {
  const { bytes } = parse;
  if (bytes[position] === 0x3c) {
    return bytes[position + 1] === 0x2f ? closeTag(parse, position) : openTag(parse, position);
  }
  if (bytes[position] === 0x26) {
    const decoded = decodeEntity(bytes, position);
    parse.text += decoded?.text ?? '&';
    return decoded?.next ?? position + 1;
  }
  let end = position;
  while (end < bytes.length && bytes[end] !== 0x3c && bytes[end] !== 0x26) end += 1;
  parse.text += bytes.toString('utf8', position, end);
  return end;
}

function openTag(parse: Parse, position: number): number {
  const { tag, next } = readStartTag(parse.bytes, position);
  parse.open.push({ tag, offset: parse.text.length });
  return next;
}

function closeTag(parse: Parse, position: number): number {
  const innermost = parse.open.pop();
  if (!innermost) throw new HtmlError(`Unexpected end tag at byte offset ${position}`);
  const { name, next } = readEndTag(parse.bytes, position);
  if (name !== '' && name !== innermost.tag.name) {
    throw new HtmlError(
      `Unmatched end tag at byte offset ${position}, expected "</${innermost.tag.name}>", found "</${name}>"`,
    );
  }
  if (parse.text.length > innermost.offset) toEntity(parse, innermost);
  return next;
}
