import { el } from './dom.js';

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

/** Only addresses that a browser may open without harm. */
const safeUrl = (text) => {
  const url = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`;
  return /^https?:/i.test(url) && URL.canParse(url) ? url : undefined;
};

/** A message's text with its entities drawn, as nodes. Offsets are in UTF-16 units, like JavaScript's own. */
export function richText(text, entities = [], deeds = {}) {
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return nodesOf({ text, entities: sorted, from: 0, to: text.length, deeds });
}

function nodesOf({ text, entities, from, to, deeds }) {
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
    nodes.push(text.slice(at, entity.offset));
    const children = nodesOf({ text, entities: inner, from: entity.offset, to: end, deeds });
    nodes.push(wrap(entity, text.slice(entity.offset, end), children, deeds));
    at = end;
  }
  nodes.push(text.slice(at, to));
  return nodes.filter((node) => node !== '');
}

function wrap(entity, source, children, deeds) {
  if (TAGS[entity.type]) return el(TAGS[entity.type], {}, children);
  if (entity.type === 'spoiler') return el('span', { class: 'spoiler', tabindex: '0' }, children);
  if (entity.type === 'bot_command') {
    return el('button', { type: 'button', class: 'command', onclick: () => deeds.say?.(source) }, children);
  }
  if (entity.type === 'url' || entity.type === 'text_link')
    return link(entity.url ?? source, children, deeds);
  return el('span', { class: 'entity' }, children);
}

function link(address, children, deeds) {
  const url = safeUrl(address);
  if (url === undefined) return el('span', {}, children);
  const onclick = (event) => {
    event.preventDefault();
    deeds.open?.(url);
  };
  return el('a', { href: url, rel: 'noopener', target: '_blank', onclick }, children);
}
