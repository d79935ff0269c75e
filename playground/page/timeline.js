import { animateArrival, byId, el, reconcile, setText } from './dom.js';

const SHOWN = 120;
const LABELS = {
  update: 'Telegram',
  ipn: 'NOWPayments',
  call: 'Operator',
  order: 'Order',
  invoice: 'Invoice',
  payment: 'Payment',
  access: 'Access',
  promise: 'TelePay',
  you: 'You',
};

/** Orders items with the same time, which one statement wrote: the cause comes before the effect. */
const RANKS = { you: 0, update: 1, ipn: 1, call: 1, payment: 2, order: 3, access: 4, invoice: 5, promise: 6 };

const newestFirst = (a, b) =>
  b.at.localeCompare(a.at) ||
  RANKS[b.kind] - RANKS[a.kind] ||
  b.id.localeCompare(a.id, 'en', { numeric: true });

/** Follows the timeline. Calls `onNews` with all items whenever one is new. */
export function followTimeline({ onNews, onLost }) {
  const items = new Map();
  byId('timeline').addEventListener('keydown', (event) => moveBetweenLines(byId('timeline'), event));
  const stream = new EventSource('/timeline/events');
  stream.addEventListener('items', (event) => {
    for (const item of JSON.parse(event.data)) items.set(item.id, item);
    draw([...items.values()]);
    onNews([...items.values()]);
  });
  stream.addEventListener('spans', (event) => {
    const { payNow, ownerNotified } = JSON.parse(event.data);
    setText(byId('median-pay-now'), describe(payNow));
    setText(byId('median-owner-notified'), describe(ownerNotified));
  });
  // The playground has started over, so nothing that this page shows is true.
  stream.addEventListener('start-over', () => location.reload());
  stream.addEventListener('error', onLost);
}

function describe({ medianMs, count }) {
  if (medianMs === null) return 'no payment yet';
  return `${(medianMs / 1000).toFixed(2)} s (median of ${count})`;
}

const dayOf = (iso) => new Date(iso).toLocaleDateString([], { day: 'numeric', month: 'short' });
const timeOf = (iso) => new Date(iso).toLocaleTimeString([], { hour12: false });

/** Adds the day to the newest group of each day, if the clock moved across days. */
function withDays(groups) {
  const isOneDay = groups.every(({ last }) => dayOf(last.at) === dayOf(groups[0].last.at));
  return groups.map((group, index) => {
    const day = dayOf(group.last.at);
    const isFirst = index === 0 || dayOf(groups[index - 1].last.at) !== day;
    return isFirst && !isOneDay ? { ...group, day } : group;
  });
}

/** Moves between the lines of the timeline with the arrow keys, so that Tab needs one stop for all of them. */
function moveBetweenLines(list, event) {
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  const lines = [...list.querySelectorAll('summary')];
  const next = lines[lines.indexOf(document.activeElement) + step];
  if (!next) return;
  next.focus();
  event.preventDefault();
}

function draw(items) {
  const newest = items.sort(newestFirst);
  byId('timeline-empty').hidden = newest.length > 0;
  reconcile(byId('timeline'), withDays(grouped(newest).slice(0, SHOWN)), {
    keyOf: ({ first }) => first.id,
    make: (group) => animateArrival(makeItem(group)),
    update: updateItem,
  });
}

/** Groups equal items in a row, mostly taps, into one line. */
function grouped(items) {
  const groups = [];
  for (const item of items) {
    const group = groups.at(-1);
    const isSame = group && group.first.sentence === item.sentence && group.first.state === item.state;
    // The oldest item is the group's key, so that the group keeps its node while it grows.
    if (isSame) groups[groups.length - 1] = { first: item, last: group.last, count: group.count + 1 };
    else groups.push({ first: item, last: item, count: 1 });
  }
  return groups;
}

function makeItem({ first }) {
  return el('li', { class: `item item-${first.kind}`, 'data-testid': 'timeline-item' }, [
    el('time'),
    el('span', { class: 'kind' }, [LABELS[first.kind] ?? first.kind]),
    el('details', {}, [el('summary', { tabindex: '-1' }), el('pre')]),
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
