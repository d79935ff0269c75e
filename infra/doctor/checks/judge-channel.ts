import type { OfferPlace } from '../../../shared/domain/places/place';
import { publicNameOf } from '../../../shared/telegram/judge-chat';
import type { Asked } from '../ask-telegram';
import { fault, warning, type Finding } from '../finding';

type Refused = Extract<Asked<unknown>, { ok: false }>;

/** One of an offer's chats, and what the bot has to do there. */
export interface Place {
  /** For example `the private channel of Alpha (-100…)`. */
  readonly name: string;
  /** The needed rights: Telegram's names, with the names that its apps show. */
  readonly needed: Readonly<Record<string, string>>;
  /** What fails without them. */
  readonly consequence: string;
  readonly severity: Finding['severity'];
}

/** Judges the bot's membership in one chat. Returns at most one finding, the most basic. Pure. */
export function judgePlace(place: Place, membership: Asked<{ readonly status: string }>): Finding[] {
  if (!membership.ok) return [judgeRefusal(place, membership)];
  const { value: member } = membership;
  const report = reporterFor(place);
  const { name, needed, consequence } = place;
  switch (member.status) {
    case 'creator':
      return [];
    case 'administrator':
      return judgeRights(place, new Map(Object.entries(member)));
    case 'left':
    case 'kicked':
      return [report('channel.bot_absent', `The bot is not in ${name}, so ${consequence}.`, promote(needed))];
    default:
      return [
        report(
          'channel.bot_no_administrator',
          `The bot isn't an administrator of ${name}, so ${consequence}.`,
          promote(needed),
        ),
      ];
  }
}

/** Reports a private channel that anyone can join by its public name. Pure. */
export function judgePrivacy(
  { name }: Place,
  kind: OfferPlace['kind'],
  chat: Asked<Parameters<typeof publicNameOf>[0]>,
): Finding[] {
  const username = chat.ok ? publicNameOf(chat.value) : null;
  if (username === null) return [];
  return [
    fault('channel.public_name', {
      problem: `Anyone can join ${name} through @${username} without paying.`,
      remedy: `In Telegram, its owner opens it → Edit → ${kind === 'channel' ? 'Channel Type → Private Channel' : 'Group Type → Private Group'}.`,
    }),
  ];
}

/** Reports a place that is or was a basic group, which has no join requests, and one of another kind than is stored. Pure. */
export function judgeKind(
  { name }: Place,
  { kind, chatId }: Pick<OfferPlace, 'kind' | 'chatId'>,
  chat: Asked<{ readonly type: string }>,
): Finding[] {
  if (!chat.ok)
    return chat.movedTo === undefined
      ? []
      : [
          fault('channel.upgraded', {
            problem: `A basic group became the supergroup ${chat.movedTo}, and the bot has not followed: ${name}.`,
            remedy: `Run the doctor again in ten minutes. If it stays, import the file with ${chat.movedTo} instead of ${chatId}.`,
          }),
        ];
  const { type } = chat.value;
  if (type === 'group')
    return [
      fault('channel.basic_group', {
        problem: `A basic group has no join requests, so no member can be let in: ${name}.`,
        remedy:
          'In Telegram, its owner opens it → Edit → Chat History For New Members → Visible, and saves. That makes it a supergroup.',
      }),
    ];
  if (type === kind || (type !== 'channel' && type !== 'supergroup')) return [];
  return [
    warning('channel.other_kind', {
      problem: `The bot calls it a ${kind}, and it is a ${type}: ${name}.`,
      remedy: `Import the file with the kind "${type}".`,
    }),
  ];
}

/** Remarks on a discussion group that the offer doesn't open: it stays open to people who were removed. Pure. */
export function judgeDiscussion(
  { name }: Place,
  places: readonly Pick<OfferPlace, 'chatId'>[],
  chat: Asked<{ readonly linked_chat_id?: number | undefined }>,
): Finding[] {
  const linked = chat.ok ? chat.value.linked_chat_id : undefined;
  if (linked === undefined || places.some(({ chatId }) => chatId === linked)) return [];
  return [
    warning('channel.discussion_open', {
      problem: `The discussion group ${linked} isn't a place, so members who are removed go on reading and writing there: ${name}.`,
      remedy:
        'Its owner adds the group to the places of the channel, or list it in the file with the role "discussion".',
    }),
  ];
}

const reporterFor =
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
      problem: `Telegram did not answer about ${name}: ${reason}.`,
      remedy,
    });
  }
  const report = reporterFor(place);
  if (/chat not found/i.test(reason))
    return report(
      'channel.not_found',
      `Telegram does not know ${name}, or the bot has never been there, so ${consequence}.`,
      `Correct its id with npm run channels -- import, or add the bot to it. ${promote(needed)}`,
    );
  return report('channel.bot_absent', `The bot is not in ${name}, so ${consequence}.`, promote(needed));
}

function judgeRights(place: Place, member: ReadonlyMap<string, unknown>): Finding[] {
  const { name, needed, consequence } = place;
  const missing = Object.keys(needed).filter((right) => member.get(right) !== true);
  if (missing.length === 0) return [];
  const lacking = missing.map((right) => String(needed[right])).join(' and ');
  return [
    reporterFor(place)(
      'channel.rights_missing',
      `The bot lacks the right ${lacking} in ${name}, so ${consequence}.`,
      `Give the bot the right ${lacking} there.`,
    ),
  ];
}
