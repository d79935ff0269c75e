import { reconcile, el, setText } from '../dom.js';

/** Draws the tabs of a phone's chats. */
export function drawChatTabs(tabs, chats, { current, isUnread, id, show }) {
  reconcile(tabs, chats, {
    keyOf: ({ name }) => name,
    make: ({ name, kind }) =>
      el(
        'button',
        {
          type: 'button',
          role: 'tab',
          'aria-controls': `${id}-chat`,
          'data-testid': `chat-tab-${name}`,
          onclick: () => show(name),
        },
        [
          el('span', { class: `avatar avatar-${kind}`, 'aria-hidden': 'true' }),
          el('span', { class: 'tab-title', dir: 'auto' }),
          el('span', { class: 'unread' }),
        ],
      ),
    update: (node, { name, title }) => {
      const [avatar, text, unread] = node.children;
      setText(avatar, title.charAt(0));
      setText(text, title);
      // Behind the current chat, the row has no room for titles.
      node.title = title;
      setText(unread, isUnread(name) ? 'new' : '');
      node.setAttribute('aria-selected', String(name === current));
      node.tabIndex = name === current ? 0 : -1;
    },
  });
  if (tabs.dataset.current !== current) scrollTo(tabs, [...tabs.children].find(isSelected));
  tabs.dataset.current = current;
}

const isSelected = (tab) => tab.getAttribute('aria-selected') === 'true';

/** Scrolls a row of tabs until this one is in it. The page stays where it is, unlike with `scrollIntoView`. */
function scrollTo(tabs, tab) {
  if (tab === undefined) return;
  const [row, { left, right }] = [tabs.getBoundingClientRect(), tab.getBoundingClientRect()];
  tabs.scrollLeft += Math.max(0, right - row.right) + Math.min(0, left - row.left);
}

/** Moves to the next or previous tab with the arrow keys. */
export function moveBetweenTabs(tabs, event) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (step === undefined) return;
  const all = [...tabs.children];
  const next = all[(all.indexOf(document.activeElement) + step + all.length) % all.length];
  next.click();
  next.focus();
  event.preventDefault();
}
