import type { Asked } from '../ask-telegram';
import { fault, warning, type Finding } from '../finding';

type Refused = Extract<Asked<unknown>, { ok: false }>;

/** One of a channel's two chats, and what the bot has to do there. */
export interface Place {
  /** In words: `the private channel of Alpha (-100…)`. */
  readonly name: string;
  /** Telegram's own names of the rights, with those that its clients show. */
  readonly needed: Readonly<Record<string, string>>;
  /** What does not happen without them. */
  readonly consequence: string;
  readonly severity: Finding['severity'];
}

/** Judges what Telegram says the bot is in one chat: at most one finding, the most basic. Pure. */
export function judgePlace(place: Place, standing: Asked<{ readonly status: string }>): Finding[] {
  if (!standing.ok) return [judgeRefusal(place, standing)];
  const { value: member } = standing;
  const say = sayer(place);
  const { name, needed, consequence } = place;
  switch (member.status) {
    case 'creator':
      return [];
    case 'administrator':
      return judgeRights(place, new Map(Object.entries(member)));
    case 'left':
    case 'kicked':
      return [say('channel.bot_absent', `The bot is not in ${name}: ${consequence}.`, promote(needed))];
    default:
      return [
        say(
          'channel.bot_no_administrator',
          `The bot is no administrator of ${name}: ${consequence}.`,
          promote(needed),
        ),
      ];
  }
}

const sayer =
  ({ severity }: Place) =>
  (code: string, problem: string, remedy: string): Finding =>
    (severity === 'error' ? fault : warning)(code, { problem, remedy });

const promote = (needed: Place['needed']) =>
  `Make the bot an administrator of it with the right ${Object.values(needed).join(' and ')}.`;

function judgeRefusal(place: Place, { reason, isTemporary }: Refused): Finding {
  const { name, needed, consequence } = place;
  if (isTemporary) {
    const remedy = 'Run the doctor again in a minute.';
    return warning('channel.not_answered', {
      problem: `Telegram did not tell of ${name}: ${reason}.`,
      remedy,
    });
  }
  const say = sayer(place);
  if (/chat not found/i.test(reason))
    return say(
      'channel.not_found',
      `Telegram knows no such chat as ${name}, or the bot has never been there: ${consequence}.`,
      `Correct its id with npm run channels -- import, or add the bot to it. ${promote(needed)}`,
    );
  return say('channel.bot_absent', `The bot is not in ${name}: ${consequence}.`, promote(needed));
}

function judgeRights(place: Place, member: ReadonlyMap<string, unknown>): Finding[] {
  const { name, needed, consequence } = place;
  const missing = Object.keys(needed).filter((right) => member.get(right) !== true);
  if (missing.length === 0) return [];
  const lacking = missing.map((right) => String(needed[right])).join(' and ');
  return [
    sayer(place)(
      'channel.rights_missing',
      `The bot lacks the right ${lacking} in ${name}: ${consequence}.`,
      `Give the bot the right ${lacking} there.`,
    ),
  ];
}
