import { nowMs, onTick } from './clock.js';
import { el, setText } from './dom.js';
import { momentInWords } from './moment-in-words.js';

/**
 * Draws a moment as Telegram's apps do: in the visitor's own clock, with the bot's own words as the title. A moment without
 * a format keeps the bot's words, and its title says when it is.
 */
export function momentNode(entity, source, language) {
  const isAsWritten = entity.date_time_format === '';
  const inWords = (date_time_format) =>
    momentInWords({ ...entity, date_time_format }, { language, fromMs: nowMs() });
  const node = el(
    'time',
    {
      datetime: new Date(entity.unix_time * 1000).toISOString(),
      title: isAsWritten ? inWords('wDt') : source,
      'data-testid': 'moment',
    },
    [isAsWritten ? source : inWords(entity.date_time_format)],
  );
  if (entity.date_time_format === 'r') node.redraw = () => setText(node, inWords('r'));
  return node;
}

/** Keeps relative moments true while the clock runs or is moved. */
export function runMoments() {
  onTick(() => {
    for (const node of document.querySelectorAll('time[data-testid=moment]')) node.redraw?.();
  });
}
