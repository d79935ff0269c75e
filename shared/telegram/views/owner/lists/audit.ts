import type { AuditEntry } from '../../../../domain/messages/owner-support';
import type { MessageOf } from '../../../../domain/messages/messages';
import { callbackData } from '../../../codec/callback-data';
import { isolateBidi, truncate, html, lines, type Html } from '../../html';
import { button, keyboardOf, shortTitle, type View } from '../../view';
import { formatDays, payerName } from '../../words';
import { AUDIT_WORDS } from './audit-words';
import { localTime } from '../local-time';
import { ownButton } from '../menu';

const MAX_DETAILS = 240;
/** What changed is a time if it is as large as no price and no number of days: milliseconds since 2001. */
const FIRST_TIME = 1_000_000_000_000;

const shown = (value: string | number, timeZone: string): string =>
  typeof value === 'number' && value >= FIRST_TIME ? localTime(value, timeZone) : String(value);

/** From what to what, where that is known, and whatever else was noted. */
function detailWords({ details }: AuditEntry, timeZone: string): string {
  const { from, to, days, reason, ...others } = details;
  const change =
    to == null ? [] : [`${from == null ? 'until' : `${shown(from, timeZone)} →`} ${shown(to, timeZone)}`];
  const rest = Object.entries(others).flatMap(([name, value]) =>
    value === null ? [] : [`${name.replaceAll('_', ' ')}: ${value}`],
  );
  const time = typeof days === 'number' ? [formatDays(days)] : [];
  const why = reason == null ? [] : [`reason: ${reason}`];
  return [...time, ...change, ...rest, ...why].join(' · ').replace(/\s+/g, ' ').trim();
}

/** An act whose word is not known any more is told by the word itself. */
const deedWords = (act: string): string =>
  Object.hasOwn(AUDIT_WORDS, act) ? String(AUDIT_WORDS[act]) : act.replaceAll('_', ' ');

function entryLines(entry: AuditEntry, timeZone: string): Html {
  const { at, act, by, about } = entry;
  const details = detailWords(entry, timeZone);
  return lines(
    html`<b>${localTime(at, timeZone)}</b> ${by === null ? 'the bot' : payerName(by)}: ${deedWords(act)}`,
    about === null ? undefined : html`– ${payerName(about)}`,
    details === '' ? undefined : html`– ${isolateBidi(truncate(details, MAX_DETAILS))}`,
  );
}

export const auditLogView = (message: MessageOf<'audit_log'>): View => {
  const { entries, timeZone, page, pages } = message;
  return {
    text: lines(
      html`📓 <b>Log of ${shortTitle(message.title)}</b>`,
      html`Newest first, in the time of ${timeZone}.`,
      ...(entries.length === 0 ? ['' as const, html`Nothing has been done yet.`] : []),
      ...entries.flatMap((entry) => ['' as const, entryLines(entry, timeZone)]),
    ),
    ...keyboardOf(
      pages <= 1
        ? []
        : [
            ...(page > 1 ? ownButton(message, '« Newer', ['audit', page - 1]) : []),
            button(`${page}/${pages}`, callbackData.pageInfo),
            ...(page < pages ? ownButton(message, 'Older »', ['audit', page + 1]) : []),
          ],
      ownButton(message, '« Back', ['menu']),
    ),
  };
};
