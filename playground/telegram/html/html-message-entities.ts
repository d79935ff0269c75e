import type { MessageEntity } from 'grammy/types';
import { normalUrl } from './urls';
import { HtmlError, type StartTag } from './html-tags';

const SIMPLE: Readonly<Record<string, 'bold' | 'italic' | 'underline' | 'strikethrough' | 'spoiler'>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  span: 'spoiler',
  'tg-spoiler': 'spoiler',
};

/** Adds the entity of a closed tag. Offsets count UTF-16 units, as in JavaScript strings. */
export function toEntity(
  into: { readonly text: string; readonly entities: MessageEntity[] },
  closed: { readonly tag: StartTag; readonly offset: number },
): void {
  const { tag, offset } = closed;
  const range = { offset, length: into.text.length - offset };
  const simple = SIMPLE[tag.name];
  if (simple) into.entities.push({ type: simple, ...range });
  else if (tag.name === 'a') pushLink(into, { tag, ...range });
  else if (tag.name === 'pre' || tag.name === 'code') pushCode(into.entities, { tag, ...range });
  else if (tag.name === 'tg-time') pushTime(into.entities, { tag, ...range });
  else if (tag.name === 'tg-emoji') pushEmoji(into.entities, { tag, ...range });
  else if (tag.name === 'blockquote') {
    into.entities.push({
      type: tag.attributes.has('expandable') ? 'expandable_blockquote' : 'blockquote',
      ...range,
    });
  }
}

interface Closed {
  readonly tag: StartTag;
  readonly offset: number;
  readonly length: number;
}

function pushLink(into: { readonly text: string; readonly entities: MessageEntity[] }, closed: Closed): void {
  const { tag, offset, length } = closed;
  const href = tag.attributes.get('href') ?? '';
  // Without an href, the text is the link. Telegram silently treats an invalid link as plain text.
  const url = normalUrl(href === '' ? into.text.slice(offset) : href);
  if (typeof url === 'string') into.entities.push({ type: 'text_link', offset, length, url });
}

function pushCode(entities: MessageEntity[], { tag, offset, length }: Closed): void {
  const language = /^language-(.+)$/.exec(tag.attributes.get('class') ?? '')?.[1];
  const inner = entities.at(-1);
  // <pre><code class="language-x"> is one entity.
  if (tag.name === 'pre' && inner?.type === 'code' && inner.offset === offset && inner.length === length) {
    entities.pop();
    const inherited = languages.get(inner);
    entities.push({ type: 'pre', offset, length, ...(inherited !== undefined && { language: inherited }) });
    return;
  }
  const entity: MessageEntity = { type: tag.name === 'pre' ? 'pre' : 'code', offset, length };
  if (language !== undefined) languages.set(entity, language);
  entities.push(entity);
}
/** The language that a <code> names, kept until its <pre> closes. A <code> alone ignores it. */
const languages = new WeakMap<MessageEntity, string>();

function pushEmoji(entities: MessageEntity[], { tag, offset, length }: Closed): void {
  const id = tag.attributes.get('emoji-id') ?? '';
  if (!/^[1-9]\d*$/.test(id)) throw new HtmlError('Invalid custom emoji identifier specified');
  entities.push({ type: 'custom_emoji', offset, length, custom_emoji_id: id });
}

/** `r`, or `w`, `d` or `D`, `t` or `T` in this order. https://core.telegram.org/bots/api#date-time-entity-formatting */
const isTimeFormat = (format: string): format is MessageEntity.DateTimeMessageEntity['date_time_format'] =>
  /^(?:r|w?[dD]?[tT]?)$/.test(format);

// What Telegram answers to a wrong time is a guess: nobody here has tried it.
function pushTime(entities: MessageEntity[], { tag, offset, length }: Closed): void {
  const unix = tag.attributes.get('unix') ?? '';
  const format = tag.attributes.get('format') ?? '';
  if (!/^\d{1,12}$/.test(unix)) throw new HtmlError('Invalid date-time specified');
  if (!isTimeFormat(format)) throw new HtmlError('Invalid date-time format specified');
  entities.push({ type: 'date_time', offset, length, unix_time: Number(unix), date_time_format: format });
}

/** Sorts by position, outer before inner. */
export function sortEntities(entities: readonly MessageEntity[]): MessageEntity[] {
  return [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
}
