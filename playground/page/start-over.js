import { byId, setText } from './dom.js';

/** Runs the button that empties the playground. The server tells every open page to load again when it has started over. */
export function runStartOver({ canStartOver }) {
  const button = byId('start-over');
  button.hidden = !canStartOver;
  button.addEventListener('click', async () => {
    if (
      !window.confirm('Start over? All orders, messages and channels are deleted, and the clock goes back.')
    )
      return;
    button.disabled = true;
    setText(byId('starting-over'), 'Starting over…');
    byId('starting-over').hidden = false;
    const response = await fetch('/start-over', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    }).catch(() => undefined);
    if (response?.ok) return;
    button.disabled = false;
    const answer = await response?.json();
    setText(
      byId('starting-over'),
      `That did not work. ${answer?.error ?? 'The playground does not answer.'}`,
    );
  });
}
