import type { MessageOf } from '../../../../domain/messages/messages';
import { html, lines, truncate } from '../../html';
import { keyboardOf, shortTitle, type View } from '../../view';
import type { Wording } from '../../wording';
import { complaintLine, noteLine, ownButton } from '../menu';

/** A table as `readList` reads it. The names of its columns are the same in every language. */
const EXAMPLE = ['id,username,until,note', '123456789,anna_b,2027-01-31,', ',john_c,forever,VIP'].join('\n');

export const takeoverStartView = (message: MessageOf<'takeover_start'>, wording: Wording): View => ({
  text: lines(
    ...noteLine(message.note, wording),
    wording.html('takeover-title', { title: shortTitle(message.title) }),
    '',
    wording.html('takeover-how'),
    '',
    wording.html('takeover-format'),
    html`<pre>${EXAMPLE}</pre>`,
    wording.html('takeover-names'),
  ),
  ...keyboardOf(
    ...message.earlier.map(({ takeoverId, startedAt, total: count }) =>
      ownButton(
        message,
        wording.text('takeover-earlier', {
          day: wording.day(new Date(startedAt).toISOString().slice(0, 10)),
          count,
        }),
        ['takeover', takeoverId],
      ),
    ),
    ownButton(message, wording.text('common-cancel'), ['menu']),
  ),
});

export const takeoverReadingView = ({ title }: MessageOf<'takeover_reading'>, wording: Wording): View => ({
  text: wording.html('takeover-reading', { title: shortTitle(title) }),
});

export const takeoverUntilView = (message: MessageOf<'takeover_until'>, wording: Wording): View => ({
  text: lines(
    ...complaintLine(message.note, wording),
    wording.html('takeover-title', { title: shortTitle(message.title) }),
    '',
    wording.html('takeover-ask-until'),
  ),
  ...keyboardOf(ownButton(message, wording.text('common-cancel'), ['menu'])),
});

/** How much of a line is repeated. */
const MAX_REPEATED = 60;

export const takeoverBadLinesView = (
  { title, count, lines: bad }: MessageOf<'takeover_bad_lines'>,
  wording: Wording,
): View => ({
  text: lines(
    wording.html('takeover-bad', { count, title: shortTitle(title) }),
    '',
    ...bad.map(({ line, problem, text }) =>
      wording.html('takeover-bad-line', { line, problem, text: truncate(text, MAX_REPEATED) }),
    ),
    count > bad.length ? wording.html('takeover-bad-more', { count: count - bad.length }) : undefined,
    '',
    wording.html('takeover-bad-fix'),
  ),
});

export const takeoverRefusedView = (message: MessageOf<'takeover_refused'>, wording: Wording): View => ({
  text: lines(
    wording.html('takeover-title', { title: shortTitle(message.title) }),
    '',
    wording.html('takeover-refused', { refusal: message.refusal }),
  ),
  ...keyboardOf(ownButton(message, wording.text('common-cancel'), ['menu'])),
});

export const takeoverFileView = ({ title }: MessageOf<'takeover_file'>, wording: Wording): View => ({
  text: wording.html('takeover-file-caption', { title: shortTitle(title) }),
});
