import { arrive, byId, el, reconcile, setText } from './dom.js';

const SHOWN = 120;
const LABELS = {
  update: 'Telegram',
  ipn: 'NOWPayments',
  call: 'Signed call',
  order: 'Order',
  invoice: 'Invoice',
  payment: 'Payment',
  access: 'Access',
  promise: 'Outbox',
  you: 'You',
};

/** What one statement wrote shares its time; then cause comes before effect. */
const RANKS = { you: 0, update: 1, ipn: 1, call: 1, payment: 2, order: 3, access: 4, invoice: 5, promise: 6 };

const newestFirst = (a, b) =>
  b.at.localeCompare(a.at) ||
  RANKS[b.kind] - RANKS[a.kind] ||
  b.id.localeCompare(a.id, 'en', { numeric: true });

/** Follows what happened inside. `onNews` is given all items whenever one is new. */
export function followTimeline({ onNews, onLost }) {
  const items = new Map();
  const stream = new EventSource('/timeline/events');
  stream.addEventListener('items', (event) => {
    for (const item of JSON.parse(event.data)) items.set(item.id, item);
    draw([...items.values()]);
    onNews([...items.values()]);
  });
  stream.addEventListener('spans', (event) => {
    const { payNow, ownerTold } = JSON.parse(event.data);
    setText(byId('median-pay-now'), describe(payNow));
    setText(byId('median-owner-told'), describe(ownerTold));
  });
  stream.addEventListener('error', onLost);
}

function describe({ medianMs, count }) {
  if (medianMs === null) return 'no payment yet';
  return `${(medianMs / 1000).toFixed(2)} s (median of ${count})`;
}

const dayOf = (iso) => new Date(iso).toLocaleDateString([], { day: 'numeric', month: 'short' });
const timeOf = (iso) => new Date(iso).toLocaleTimeString([], { hour12: false });

/** The newest of each day names it, where the clock was moved over days. */
function withDays(groups) {
  const isOneDay = groups.every(({ last }) => dayOf(last.at) === dayOf(groups[0].last.at));
  return groups.map((group, index) => {
    const day = dayOf(group.last.at);
    const isFirst = index === 0 || dayOf(groups[index - 1].last.at) !== day;
    return isFirst && !isOneDay ? { ...group, day } : group;
  });
}

function draw(items) {
  const newest = items.sort(newestFirst);
  byId('timeline-empty').hidden = newest.length > 0;
  reconcile(byId('timeline'), withDays(together(newest).slice(0, SHOWN)), {
    keyOf: ({ first }) => first.id,
    make: (group) => arrive(makeItem(group)),
    update: updateItem,
  });
}

/** Several of the same in a row, taps above all, are told once. */
function together(items) {
  const groups = [];
  for (const item of items) {
    const group = groups.at(-1);
    const isSame = group && group.first.sentence === item.sentence && group.first.state === item.state;
    // The oldest names the group, so that it stays the same node while it grows.
    if (isSame) groups[groups.length - 1] = { first: item, last: group.last, count: group.count + 1 };
    else groups.push({ first: item, last: item, count: 1 });
  }
  return groups;
}

function makeItem({ first }) {
  return el('li', { class: `item item-${first.kind}`, 'data-testid': 'timeline-item' }, [
    el('time'),
    el('span', { class: 'kind' }, [LABELS[first.kind] ?? first.kind]),
    el('details', {}, [el('summary'), el('pre')]),
  ]);
}

function updateItem(node, { first, last, count, day }) {
  const [time, , details] = node.children;
  const [summary, code] = details.children;
  node.dataset.state = first.state;
  time.dateTime = last.at;
  setText(time, day ? `${day} ${timeOf(last.at)}` : timeOf(last.at));
  setText(summary, count > 1 ? `${first.sentence} ×${count}` : first.sentence);
  setText(code, JSON.stringify(last.details, null, 2));
}
