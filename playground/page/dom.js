/** Makes an element. Text is always added as text, so what users write is never read as HTML. */
export function el(tag, attributes = {}, children = []) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.filter((child) => child !== undefined));
  return element;
}

export const byId = (id) => document.getElementById(id);

/** Animates a new node once, not each time it is shown again. */
export function animateArrival(node) {
  node.classList.add('arriving');
  node.addEventListener('animationend', () => node.classList.remove('arriving'), { once: true });
  return node;
}

/** Changes the text only if it differs, so that a screen reader announces only changes. */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/**
 * Gives `parent` one child per item, in order. Keeps the nodes of items that stay, so that focus, scroll position and open
 * details survive a redraw.
 */
export function reconcile(parent, items, { keyOf, make, update }) {
  const kept = new Map([...parent.children].map((child) => [child.dataset.key, child]));
  const nodes = items.map((item) => {
    const key = String(keyOf(item));
    const node = kept.get(key) ?? make(item);
    kept.delete(key);
    node.dataset.key = key;
    update(node, item);
    return node;
  });
  for (const gone of kept.values()) gone.remove();
  nodes.forEach((node, index) => {
    if (parent.children[index] !== node) parent.insertBefore(node, parent.children[index] ?? null);
  });
}
