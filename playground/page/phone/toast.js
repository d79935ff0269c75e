import { directionOf } from '../direction.js';

const TOAST_MS = 4000;

/** Shows the bot's answer to a tap: a line that disappears, or an alert that the user closes. */
export function createToast({ toast: line, alert: dialog, openDialog }) {
  let timer;
  const text = dialog.querySelector('p');
  return {
    show: (words) => {
      line.textContent = words;
      line.dir = directionOf(words);
      line.classList.add('shown');
      clearTimeout(timer);
      timer = setTimeout(() => {
        line.classList.remove('shown');
        line.textContent = '';
      }, TOAST_MS);
    },
    alert: (words) => {
      text.textContent = words;
      text.dir = directionOf(words);
      openDialog(dialog);
    },
  };
}
