import type { MessageEntity } from 'grammy/types';
import { badRequest } from '../wire/errors';
import { findEntities } from './find-entities';
import { HtmlError, parseHtml, type FormattedText } from './html';
import type { Params } from '../wire/params';

const MAX_TEXT = 4096;
const MAX_CAPTION = 1024;
const MAX_SOURCE_BYTES = 1 << 15;

/** Reads `text`, `parse_mode` and `entities` into text with entities. */
export function formatText(params: Params, tooLong: string): FormattedText {
  const source = params.string('text');
  if (source === '') throw badRequest('message text is empty');
  if (Buffer.byteLength(source) > MAX_SOURCE_BYTES) throw badRequest('text is too long');
  const { text, entities } = trim(parse(source, params, 'entities'));
  if (text === '') throw badRequest('text must be non-empty');
  if (text.length > MAX_TEXT) throw badRequest(tooLong);
  return { text, entities: findEntities(text, entities) };
}

/** Reads `caption`, `parse_mode` and `caption_entities`. A caption may be empty. */
export function formatCaption(params: Params): FormattedText {
  const { text, entities } = trim(parse(params.string('caption'), params, 'caption_entities'));
  if (text.length > MAX_CAPTION) throw badRequest('message caption is too long');
  return { text, entities: findEntities(text, entities) };
}

function parse(text: string, params: Params, entitiesName: string): FormattedText {
  const mode = params.string('parse_mode').toLowerCase();
  if (mode === 'html') return parseHtmlOrRefuse(text);
  // TelePay writes only HTML. Markdown is refused, because sending it unread would hide a mistake.
  if (mode !== '' && mode !== 'none') throw badRequest('unsupported parse_mode');
  const entities = params.json(entitiesName);
  return { text, entities: Array.isArray(entities) ? (entities as MessageEntity[]) : [] };
}

function parseHtmlOrRefuse(text: string): FormattedText {
  try {
    return parseHtml(text);
  } catch (error) {
    if (error instanceof HtmlError) throw badRequest(`can't parse entities: ${error.message}`);
    throw error;
  }
}

/** Trims the space around a text and shifts the entities, as Telegram does. */
function trim({ text, entities }: FormattedText): FormattedText {
  const start = text.length - text.trimStart().length;
  const trimmed = text.trim();
  return { text: trimmed, entities: entities.flatMap((entity) => within(entity, start, trimmed.length)) };
}

function within(entity: MessageEntity, start: number, length: number): MessageEntity[] {
  const from = Math.max(0, entity.offset - start);
  const to = Math.min(length, entity.offset - start + entity.length);
  return to > from ? [{ ...entity, offset: from, length: to - from }] : [];
}
