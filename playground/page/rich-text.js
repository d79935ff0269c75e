import { directionOf, markBefore } from './direction.js';
import { el } from './dom.js';
import { momentNode } from './moments.js';

const TAGS = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strikethrough: 's',
  code: 'code',
  pre: 'pre',
  blockquote: 'blockquote',
  expandable_blockquote: 'blockquote',
};

/** What begins a paragraph, and with it a direction of its own. */
const BLOCKS = new Set(['pre', 'blockquote']);

/** Returns the address if a browser can open it safely. */
const safeUrl = (text) => {
  const url = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`;
  return /^https?:/i.test(url) && URL.canParse(url) ? url : undefined;
};

/**
 * Draws a message's text and entities as nodes. Offsets count UTF-16 units, as in JavaScript strings. `actions`: open, say; and
 * `language`, the reader's.
 */
export function richText(text, entities = [], actions = {}) {
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return nodesOf({ text, entities: sorted, from: 0, to: text.length, actions });
}

function nodesOf({ text, entities, from, to, actions }) {
  const nodes = [];
  let at = from;
  let index = 0;
  while (index < entities.length) {
    const entity = entities[index];
    const end = Math.min(entity.offset + entity.length, to);
    const inner = [];
    index += 1;
    while (index < entities.length && entities[index].offset < end) inner.push(entities[index++]);
    if (entity.offset < at || end <= entity.offset) continue;
    nodes.push(marked(text, at, entity.offset));
    const children = nodesOf({ text, entities: inner, from: entity.offset, to: end, actions });
    nodes.push(wrap(entity, text.slice(entity.offset, end), children, actions));
    at = end;
  }
  nodes.push(marked(text, at, to));
  return nodes.filter((node) => node !== '');
}

/** A part of a text in which each paragraph that begins there has its direction. */
const marked = (text, from, to) =>
  text.slice(from, to).replaceAll(/^/gm, (_start, index) => {
    const at = from + index;
    if (at > 0 && text[at - 1] !== '\n') return '';
    return markBefore(text.slice(at).split('\n', 1)[0]);
  });

function wrap(entity, source, children, actions) {
  const tag = TAGS[entity.type];
  if (tag) return el(tag, BLOCKS.has(tag) ? { dir: directionOf(source) } : {}, children);
  if (entity.type === 'date_time') return momentNode(entity, source, actions.language);
  if (entity.type === 'spoiler') return el('span', { class: 'spoiler', tabindex: '0' }, children);
  if (entity.type === 'bot_command') {
    return el('button', { type: 'button', class: 'command', onclick: () => actions.say?.(source) }, children);
  }
  if (entity.type === 'url' || entity.type === 'text_link')
    return link(entity.url ?? source, children, actions);
  return el('span', { class: 'entity' }, children);
}

function link(address, children, actions) {
  const url = safeUrl(address);
  if (url === undefined) return el('span', {}, children);
  const onclick = (event) => {
    event.preventDefault();
    actions.open?.(url);
  };
  return el('a', { href: url, rel: 'noopener', target: '_blank', onclick }, children);
}
