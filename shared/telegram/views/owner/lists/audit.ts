import type { AuditEntry } from '../../../../domain/messages/owner-support';
import type { MessageOf } from '../../../../domain/messages/messages';
import { callbackData } from '../../../codec/callback-data';
import { isolateBidi, truncate, html, lines, type Html } from '../../html';
import { button, keyboardOf, shortTitle, type View } from '../../view';
import { formatDays, payerName } from '../../words';
import { AUDIT_WORDS, removalCauseWords } from './audit-words';
import { localTime } from '../local-time';
import { ownButton } from '../menu';

const MAX_DETAILS = 240;
/** A number from here on is a time in milliseconds (2001 or later), because no price or number of days is as large. */
const MIN_TIME_MS = 1_000_000_000_000;

const isTime = (value: unknown): value is number => typeof value === 'number' && value >= MIN_TIME_MS;

/** The words for values that are stored as codes. */
const CODE_WORDS: Readonly<Record<string, string>> = {
  read_only: 'viewer',
  price_cents: 'price',
  each: 'each sale',
  both: 'each sale and a digest',
  digest: 'a digest',
  here: 'their own chat',
};

const codeWords = (value: string | number): string =>
  (Object.hasOwn(CODE_WORDS, value) ? CODE_WORDS[value] : undefined) ?? String(value);

const valueWords = (value: string | number, timeZone: string): string =>
  isTime(value) ? localTime(value, timeZone) : codeWords(value);

/** The old and new value, if known, and the other details. */
function detailWords({ details }: AuditEntry, timeZone: string): string {
  const { from, to, days, reason, cause, ...others } = details;
  const change =
    to == null
      ? []
      : [
          from == null
            ? `${isTime(to) ? 'until' : '→'} ${valueWords(to, timeZone)}`
            : `${valueWords(from, timeZone)} → ${valueWords(to, timeZone)}`,
        ];
  const rest = Object.entries(others).flatMap(([name, value]) =>
    value === null ? [] : [`${name}: ${codeWords(value)}`.replaceAll('_', ' ')],
  );
  const time = typeof days === 'number' ? [formatDays(days)] : [];
  const why = reason == null ? [] : [`reason: ${reason}`];
  const because = cause == null ? [] : [`cause: ${removalCauseWords(String(cause))}`];
  return [...time, ...change, ...rest, ...because, ...why].join(' · ').replace(/\s+/g, ' ').trim();
}

/** The words of an act. An act without words is shown by its name. */
const actionWords = (act: string): string =>
  Object.hasOwn(AUDIT_WORDS, act) ? String(AUDIT_WORDS[act]) : act.replaceAll('_', ' ');

function entryLines(entry: AuditEntry, timeZone: string): Html {
  const { at, act, by } = entry;
  const about = entry.about?.userId === by?.userId ? null : entry.about;
  const details = detailWords(entry, timeZone);
  return lines(
    html`<b>${localTime(at, timeZone)}</b> ${by === null ? 'the bot' : payerName(by)}: ${actionWords(act)}`,
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
