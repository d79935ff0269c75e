import { directionOf } from './direction.js';
import { byId, el, reconcile, setText } from './dom.js';
import { richText } from './rich-text.js';

const timeOf = (iso) =>
  new Date(iso).toLocaleString([], {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  });

/** The orders in the timeline, newest first. */
const ordersIn = (items) =>
  items
    .filter(({ id }) => id.startsWith('orders:'))
    .sort((a, b) => b.at.localeCompare(a.at))
    .map(({ at, sentence, details }) => ({
      reference: details.reference,
      label: `${sentence.slice(0, -1).replace(' ordered', ':')} · ${timeOf(at)}`,
    }));

/** Keeps the story of one order up to date: the newest order, until the user picks another. */
export function createStory() {
  const select = byId('story-order');
  let picked;
  let isAsking = false;
  let isStale = false;

  const refresh = async () => {
    isStale = true;
    if (isAsking) return;
    isAsking = true;
    while (isStale) {
      isStale = false;
      await read(select.value);
    }
    isAsking = false;
  };
  const read = async (reference) => {
    // A failed request, for example while the database restarts, is repeated with the next timeline item.
    const answer = await fetch(`/orders/${reference}/story`).catch(() => undefined);
    if (answer?.ok && reference === select.value) draw(await answer.json());
  };
  select.addEventListener('change', () => {
    picked = select.value;
    byId('story-events').scrollTop = 0;
    refresh();
  });

  return (items) => {
    const orders = ordersIn(items);
    byId('story').hidden = orders.length === 0;
    byId('story-empty').hidden = orders.length > 0;
    if (orders.length === 0) return;
    reconcile(select, orders, {
      keyOf: ({ reference }) => reference,
      make: ({ reference }) => el('option', { value: reference }),
      update: (option, { label }) => setText(option, label),
    });
    select.value = picked ?? orders[0].reference;
    refresh();
  };
}

/** Draws the story. Keeps the end in view if the reader was at the end. */
function draw({ heading, events, language }) {
  const list = byId('story-events');
  const isAtEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 30;
  drawLines(byId('story-heading'), heading, { tag: 'p', language });
  drawLines(list, events, { tag: 'li', language });
  if (isAtEnd) list.scrollTop = list.scrollHeight;
}

/** Draws only new lines, because an earlier line never changes. */
function drawLines(parent, lines, { tag, language }) {
  reconcile(
    parent,
    lines.map((line, index) => ({ ...line, index })),
    {
      keyOf: ({ index, text }) => `${index} ${language} ${text}`,
      make: ({ text, entities }) =>
        el(tag, { dir: directionOf(text), lang: language }, richText(text, entities, { language })),
      update: () => undefined,
    },
  );
}
