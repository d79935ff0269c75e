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

/** Returns the address if a browser can open it safely. */
const safeUrl = (text) => {
  const url = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`;
  return /^https?:/i.test(url) && URL.canParse(url) ? url : undefined;
};

/** Draws a message's text and entities as nodes. Offsets count UTF-16 units, as in JavaScript strings. */
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
    nodes.push(text.slice(at, entity.offset));
    const children = nodesOf({ text, entities: inner, from: entity.offset, to: end, actions });
    nodes.push(wrap(entity, text.slice(entity.offset, end), children, actions));
    at = end;
  }
  nodes.push(text.slice(at, to));
  return nodes.filter((node) => node !== '');
}

function wrap(entity, source, children, actions) {
  if (TAGS[entity.type]) return el(TAGS[entity.type], {}, children);
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
