import { isForEver } from '../../../../domain/common/for-ever';
import type { AuditEntry } from '../../../../domain/messages/owner-support';
import type { MessageOf } from '../../../../domain/messages/messages';
import { truncate, html, lines, type Html } from '../../html';
import { joinedBy } from '../../join-words';
import { personInWords } from '../../person';
import { keyboardOf, pageCounter, shortTitle, type View } from '../../view';
import type { Wording } from '../../wording';
import { AUDIT_ACTS, detailWords, newsWords } from './audit-words';
import { ownButton } from '../menu';

/** Together with the other details of eight entries, they are shorter than Telegram's limit. */
const MAX_VALUE = 64;
const MAX_REASON = 160;
/** A number from here on is a time in milliseconds (2001 or later), because no price or number of days is as large. */
const MIN_TIME_MS = 1_000_000_000_000;

type Value = string | number;

const isTime = (value: Value): boolean => typeof value === 'number' && value >= MIN_TIME_MS;
const shortened = (text: string, length: number): string =>
  truncate(text.replace(/\s+/g, ' ').trim(), length);
const isEndless = (value: Value): boolean => isTime(value) && isForEver(Number(value));

function valueInWords(value: Value, wording: Wording): Html | string {
  if (isEndless(value)) return wording.text('common-for-ever');
  return isTime(value) ? wording.time(Number(value)) : shortened(String(value), MAX_VALUE);
}

/** The old and the new value. The old one may be unknown. */
function changeInWords({ act, details }: AuditEntry, wording: Wording): readonly Html[] {
  const { from, to } = details;
  if (to == null) return [];
  if (act === 'notifications_changed') return [html`${newsWords(to, wording)}`];
  const changed = { to: valueInWords(to, wording) };
  if (from != null)
    return [wording.html('lists-detail-change', { ...changed, from: valueInWords(from, wording) })];
  return [
    isTime(to) && !isEndless(to)
      ? wording.html('lists-detail-until', changed)
      : wording.html('lists-detail-to', changed),
  ];
}

const SAID_APART: readonly string[] = ['from', 'to', 'days', 'reason'];

/** What was changed and why. */
function detailsOf(entry: AuditEntry, wording: Wording): readonly Html[] {
  const { days, reason } = entry.details;
  const others = Object.entries(entry.details).filter(([name]) => !SAID_APART.includes(name));
  return [
    ...(typeof days === 'number' ? [html`${wording.days(days)}`] : []),
    ...changeInWords(entry, wording),
    ...others.flatMap(([name, value]) =>
      value === null ? [] : [html`${detailWords(name, value, wording)}`],
    ),
    ...(reason == null
      ? []
      : [wording.html('lists-detail-reason', { reason: shortened(String(reason), MAX_REASON) })]),
  ];
}

/** Who did what. An act without words is shown by its name. */
function actInWords({ act, by }: AuditEntry, wording: Wording): Html {
  const person = by === null ? wording.text('lists-log-bot') : personInWords(by, wording);
  const key = Object.hasOwn(AUDIT_ACTS, act) ? AUDIT_ACTS[act] : undefined;
  const name = act.replaceAll('_', ' ');
  return key === undefined
    ? wording.html('lists-log-unknown', { by: person, act: name })
    : wording.html(key, { by: person });
}

function entryLines(entry: AuditEntry, wording: Wording): Html {
  const { at, by } = entry;
  const about = entry.about?.userId === by?.userId ? null : entry.about;
  const details = detailsOf(entry, wording);
  return lines(
    wording.html('lists-log-entry', { time: wording.time(at), act: actInWords(entry, wording) }),
    about === null ? undefined : html`– ${personInWords(about, wording)}`,
    details.length === 0 ? undefined : html`– ${joinedBy('common-facts', details, wording)}`,
  );
}

export const auditLogView = (message: MessageOf<'audit_log'>, wording: Wording): View => {
  const { entries, page, pages } = message;
  return {
    text: lines(
      wording.html('lists-log-title', { title: shortTitle(message.title) }),
      wording.html(entries.length === 0 ? 'lists-log-empty' : 'lists-log-order'),
      ...entries.flatMap((entry) => ['' as const, entryLines(entry, wording)]),
    ),
    ...keyboardOf(
      pages <= 1
        ? []
        : [
            ...(page > 1 ? ownButton(message, wording.text('lists-log-newer'), ['audit', page - 1]) : []),
            pageCounter(page, pages),
            ...(page < pages ? ownButton(message, wording.text('lists-log-older'), ['audit', page + 1]) : []),
          ],
      ownButton(message, wording.text('common-back'), ['menu']),
    ),
  };
};
