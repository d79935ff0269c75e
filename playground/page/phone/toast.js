const TOAST_MS = 4000;

/** What the bot answers to a tap: a passing line, or an alert that waits to be read. */
export function createToast(line, dialog) {
  let timer;
  const text = dialog.querySelector('p');
  return {
    show: (words) => {
      line.textContent = words;
      line.classList.add('shown');
      clearTimeout(timer);
      timer = setTimeout(() => {
        line.classList.remove('shown');
        line.textContent = '';
      }, TOAST_MS);
    },
    alert: (words) => {
      text.textContent = words;
      if (!dialog.open) dialog.showModal();
    },
  };
}
