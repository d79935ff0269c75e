const STOPS = 'button, a, .spoiler';

/**
 * Keeps the focus in the conversation. A redraw may remove or hide the element that has it: the button of a message that
 * was edited, or START. The newest message gets it then, and the next message after that one. In a list of people, the
 * list's heading gets it.
 */
export function holdFocus({ root, messages, list }) {
  const held = document.activeElement;
  if (!root.contains(held)) return () => undefined;
  const isFollowing = held === list.lastElementChild;
  const heading = held.closest('details')?.querySelector('summary');
  return () => {
    const isKept = held.isConnected && held.checkVisibility({ visibilityProperty: true });
    if (isKept && !(isFollowing && held !== list.lastElementChild)) return;
    if (heading?.checkVisibility({ visibilityProperty: true })) return heading.focus({ preventScroll: true });
    (list.lastElementChild ?? messages).focus({ preventScroll: true });
    messages.scrollTop = messages.scrollHeight;
  };
}

/** Leaves tab stops only in the newest message with buttons, in what follows it, and in the message that has the focus. */
export function limitStops(list) {
  const items = [...list.children];
  const newest = items.findLastIndex((item) => item.querySelector('.keyboard:not([hidden])') !== null);
  items.forEach((item, index) => {
    const isOpen = index >= newest || item.contains(document.activeElement);
    for (const stop of item.querySelectorAll(STOPS)) stop.tabIndex = isOpen ? 0 : -1;
  });
}

/** Moves to the message above or below with the arrow keys. */
export function moveBetweenMessages(list, event) {
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (step === undefined || list.children.length === 0) return;
  const items = [...list.children];
  const at = items.findIndex((item) => item.contains(document.activeElement));
  const next = items[at < 0 ? items.length - 1 : at + step];
  if (!next) return;
  next.focus();
  limitStops(list);
  event.preventDefault();
}
