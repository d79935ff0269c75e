import type { InlineKeyboardButton } from 'grammy/types';
import { areForEver } from '../../../../domain/common/for-ever';
import type { MessageOf } from '../../../../domain/messages/messages';
import type { OwnerQuestion } from '../../../../domain/messages/owner';
import { FREQUENT_TIME_ZONES } from '../../../../domain/owner/frequent-time-zones';
import { OFFERED_DAYS_OF_TIER } from '../../../../domain/owner/set-up';
import type { WordingKey } from '../../../catalog';
import { truncate, lines } from '../../html';
import { keyboardOf, MAX_DESCRIPTION, shortTitle, type View } from '../../view';
import type { Wording } from '../../wording';
import { complaintLine, ownButton } from '../menu';

const QUESTION_KEYS: Readonly<Record<OwnerQuestion, WordingKey>> = {
  title: 'settings-ask-name',
  description: 'settings-ask-description',
  donation_message: 'settings-ask-donation-message',
  grace_hours: 'settings-ask-grace',
  tolerance_percent: 'settings-ask-tolerance',
  time_zone: 'settings-ask-time-zone',
  tier_name: 'settings-ask-tier-name',
  tier_price: 'settings-ask-tier-price',
  tier_days: 'settings-ask-tier-days',
  donation_amounts: 'settings-ask-donation-amounts',
  tier_stars: 'starprices-ask-tier',
  donation_stars: 'starprices-ask-donations',
  case_worth: 'settings-ask-case-worth',
  takeover_list: 'takeover-ask-list',
  takeover_until: 'takeover-ask-until',
  support_person: 'support-ask-person',
  support_days: 'settings-ask-days',
  support_reason: 'settings-ask-reason',
};

/** How long a tier may last. */
const tierDays = (message: MessageOf<'question'>, wording: Wording): InlineKeyboardButton[][] => [
  OFFERED_DAYS_OF_TIER.flatMap((days) => ownButton(message, wording.days(days), ['tier-days', days])),
  ownButton(message, wording.text('common-for-ever-button'), ['tier-days', 'forever']),
];

/** Buttons for frequent answers. */
function presets(message: MessageOf<'question'>, wording: Wording): InlineKeyboardButton[][] {
  if (message.question === 'tier_days') return tierDays(message, wording);
  if (message.question !== 'time_zone') return [];
  const { complaint } = message;
  const found =
    typeof complaint === 'object' && complaint?.answer === 'time_zones_found' ? complaint.zones : undefined;
  // Two zones may have one city, so those that were found have their whole names.
  const nameOf = (zone: string) => (found === undefined ? zone.replace(/^.*\//, '') : zone);
  const buttons = (found ?? FREQUENT_TIME_ZONES).flatMap((zone) =>
    ownButton(message, nameOf(zone).replaceAll('_', ' '), ['zone', zone]),
  );
  const perRow = found === undefined ? 3 : 1;
  return Array.from({ length: Math.ceil(buttons.length / perRow) }, (_, row) =>
    buttons.slice(row * perRow, row * perRow + perRow),
  );
}

/** The value as its owner would type it. */
const currentIn = (current: string, { question }: MessageOf<'question'>, wording: Wording): string =>
  question === 'tier_days' && areForEver(Number(current))
    ? wording.text('common-for-ever')
    : truncate(current, MAX_DESCRIPTION);

/** A question that is answered by typing, or by a button. */
export const questionView = (message: MessageOf<'question'>, wording: Wording): View => ({
  text: lines(
    ...complaintLine(message.complaint, wording),
    wording.html('settings-ask-title', { title: shortTitle(message.title) }),
    wording.html(QUESTION_KEYS[message.question], { least: wording.least(message.leastCents ?? null) }),
    '',
    message.current === null
      ? undefined
      : wording.html('settings-ask-now', { value: currentIn(message.current, message, wording) }),
    wording.html('settings-ask-type'),
  ),
  ...keyboardOf(...presets(message, wording), [
    ...ownButton(message, wording.text('common-back'), [
      message.question.startsWith('tier_') ? 'tiers' : 'settings',
    ]),
    ...ownButton(message, wording.text('common-cancel'), ['menu']),
  ]),
});
