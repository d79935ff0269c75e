import type { MessageOf } from '../../shared/domain/messages/messages';
import type { OpenChannelId } from '../../shared/domain/common/ids';
import type { AuditEntry, SupportMessage } from '../../shared/domain/messages/owner-support';
import { RULINGS } from '../../shared/domain/access/support-rulings';
import type { Writing } from './writing';
import { AUDIT_ACTS } from '../../shared/telegram/views/owner/lists/audit-words';

const openChannelId = -1009999999999999 as OpenChannelId;
const userId = 2 ** 52;
const UNTIL = Date.UTC(2026, 2, 4, 12);
const timeZone = 'America/Argentina/ComodRivadavia';
const rulingId = 'Ruling-reference_22cha';

const entriesOf = (text: string): readonly AuditEntry[] => {
  const anonymous = { userId, username: null, firstName: text };
  const named = { userId, username: 'n'.repeat(32) };
  const known = Object.keys(AUDIT_ACTS).map((act, index): AuditEntry => ({
    at: UNTIL,
    act,
    by: [null, named, anonymous][index % 3] ?? null,
    about: [named, anonymous, null][index % 3] ?? null,
    details: index % 2 === 0 ? {} : { days: 3650, from: null, to: UNTIL, reason: text },
  }));
  const details = { from: UNTIL, to: UNTIL, reason: text, payment: Number.MAX_SAFE_INTEGER, nothing: null };
  const changed = { setting: 'title', from: text, to: text };
  const inPlace = { place: text };
  return [
    ...known,
    ...[details, changed, inPlace, {}].map((each) => ({
      at: UNTIL,
      act: 'something_new',
      by: named,
      about: named,
      details: each,
    })),
  ];
};

type SupportSamples = { readonly [Type in SupportMessage['type']]: readonly MessageOf<Type>[] };

/** Every kind of message about a single user. */
export function supportSamplesOf({ title, text }: Writing): SupportSamples {
  const of = { openChannelId, title, role: 'manager' } as const;
  const payers = [
    { userId, username: null },
    { userId, username: null, firstName: text },
    { userId, username: 'n'.repeat(32) },
  ];
  const notes = [null, text];
  const entries = entriesOf(text);
  const pageOf = (from: number) => entries.slice(from, from + 8);
  return {
    support_question: notes.flatMap((complaint) => [
      ...[...payers, null].flatMap((payer) =>
        (['support_person', 'support_days'] as const).map(
          (question) =>
            ({
              type: 'support_question',
              ...of,
              question,
              payer,
              ruling: 'grant',
              days: null,
              complaint,
            }) as const,
        ),
      ),
      ...[...RULINGS, null].map(
        (ruling) =>
          ({
            type: 'support_question',
            ...of,
            question: 'support_reason',
            payer: payers[0] ?? null,
            ruling,
            days: ruling === 'grant' ? 3650 : null,
            complaint,
          }) as const,
      ),
    ]),
    support_person: payers.flatMap((payer) =>
      [null, UNTIL].flatMap((paidUntil) =>
        [true, false].map(
          (isBanned) =>
            ({
              type: 'support_person',
              ...of,
              payer,
              paidUntil,
              isActive: paidUntil !== null,
              isBanned,
              timeZone,
              note: isBanned ? text : null,
            }) as const,
        ),
      ),
    ),
    ruling: RULINGS.flatMap((ruling) =>
      [true, false].flatMap((isConfirmed) =>
        payers.map(
          (payer, index) =>
            ({
              type: 'ruling',
              ...of,
              rulingId,
              ruling,
              payer,
              days: ruling === 'grant' ? 3650 : null,
              reason: index === 0 ? text : null,
              isConfirmed,
              paidUntil: UNTIL,
              isReachable: index === 0,
              timeZone,
            }) as const,
        ),
      ),
    ),
    audit_log: [
      { type: 'audit_log', ...of, timeZone, entries: [], page: 1, pages: 0 },
      ...Array.from(
        { length: Math.ceil(entries.length / 8) },
        (_, index) =>
          ({
            type: 'audit_log',
            ...of,
            timeZone,
            entries: pageOf(index * 8),
            page: 999_998,
            pages: 999_999,
          }) as const,
      ),
    ],
    ban_trouble: payers.flatMap((payer) =>
      (['administrator', 'refused', 'unanswered'] as const).map(
        (trouble) => ({ type: 'ban_trouble', openChannelId, title, payer, trouble, reason: text }) as const,
      ),
    ),
    not_sold_to_you: [{ type: 'not_sold_to_you', title }],
  };
}
