/** Which dialogs are open on each phone, the top one last. */
const stacks = new WeakMap();

const isShown = (node) => node.isConnected && node.checkVisibility({ visibilityProperty: true });

/**
 * Opens a dialog that stops only its own phone, because the page has two: it takes the focus from its own phone and never
 * from the rest of the page. Closing it returns the focus to what had it on the phone, or to `log` if that is gone.
 */
export function openSheet(dialog, log) {
  if (dialog.open) return;
  const screen = dialog.parentElement;
  const opener = document.activeElement;
  const open = stacks.get(screen) ?? [];
  stacks.set(screen, open);
  open.push(dialog);
  dialog.onclose = () => {
    open.splice(open.indexOf(dialog), 1);
    stopBehind(screen, open);
    if (document.activeElement !== document.body && !dialog.contains(document.activeElement)) return;
    const isReturning = screen.contains(opener) && isShown(opener);
    (isReturning ? opener : log).focus({ preventScroll: true });
  };
  dialog.onkeydown = (event) => {
    if (event.key === 'Escape') dialog.close();
  };
  dialog.show();
  stopBehind(screen, open);
  if (opener !== document.body && !screen.contains(opener)) opener.focus({ preventScroll: true });
}

/** Closes all dialogs of a phone, because its next user did not open them. */
export function closeSheets(screen) {
  for (const dialog of [...(stacks.get(screen) ?? [])].reverse()) dialog.close();
}

function stopBehind(screen, open) {
  const top = open.at(-1);
  for (const part of screen.children) part.inert = top !== undefined && part !== top;
}
