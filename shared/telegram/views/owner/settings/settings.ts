import type { InlineKeyboardButton } from 'grammy/types';
import type { OwnerQuestion } from '../../../../domain/messages/owner';
import type { ChannelSettings } from '../../../../domain/messages/owner-settings';
import type { MessageOf } from '../../../../domain/messages/messages';
import { callbackData } from '../../../codec/callback-data';
import { truncate, html, lines } from '../../html';
import { button, keyboardOf, MAX_DESCRIPTION, shortTitle, type View } from '../../view';
import { leastWords, plural } from '../../words';
import { linkedGroupLine } from '../linked-group';
import { complaintLine, noteLine, ownButton } from '../menu';

const REMOVALS: Readonly<Record<ChannelSettings['removals'], string>> = {
  on: 'whose time is over is taken out',
  dry_run: 'nobody is taken out, I only write down who would be',
  off: 'nobody is taken out',
};

/** Whether `/start` lists the channel. */
const listedWords = ({ listed, mayBeListed }: MessageOf<'channel_settings'>): string => {
  if (!listed) return 'no';
  return mayBeListed ? 'yes' : "wanted, but the operator of this bot doesn't allow it";
};

const MAX_TEXT = 300;
const orNone = (text: string | null): string =>
  text === null || text === '' ? 'none' : truncate(text, MAX_TEXT);

export const channelSettingsView = (message: MessageOf<'channel_settings'>): View => ({
  text: lines(
    ...noteLine(message.note),
    html`⚙️ <b>Settings of ${shortTitle(message.title)}</b>`,
    '',
    html`<b>Private channel:</b> ${shortTitle(message.privateTitle ?? 'none')}`,
    ...linkedGroupLine(message.hasLinkedGroup),
    html`<b>Public channel:</b> ${shortTitle(message.publicTitle ?? 'none')}`,
    html`<b>Description:</b> ${orNone(message.description)}`,
    html`<b>Tiers:</b> ${message.tiers.length}`,
    html`<b>To donors:</b> ${orNone(message.donationMessage)}`,
    html`<b>Who did not renew may stay:</b>
      ${message.graceHours === 0 ? 'not at all' : plural(message.graceHours, 'hour')}`,
    html`<b>May be missing of a price:</b> ${message.tolerancePercent} %`,
    html`<b>Removals:</b> ${REMOVALS[message.removals]}`,
    html`<b>Time zone:</b> ${message.timeZone}`,
    html`<b>In the list of /start:</b> ${listedWords(message)}`,
  ),
  ...keyboardOf(
    [
      ...ownButton(message, '✏️ Title', ['edit', 'title']),
      ...ownButton(message, '✏️ Description', ['edit', 'description']),
    ],
    [
      ...ownButton(message, '💎 Tiers', ['tiers']),
      ...ownButton(message, '💝 To donors', ['edit', 'donation_message']),
    ],
    [
      ...ownButton(message, '⏳ Grace', ['edit', 'grace_hours']),
      ...ownButton(message, '➗ Tolerance', ['edit', 'tolerance_percent']),
    ],
    [
      ...ownButton(message, '🚪 Removals', ['removals']),
      ...ownButton(message, '🌍 Time zone', ['edit', 'time_zone']),
    ],
    [
      ...ownButton(message, '🔒 Private channel', ['chat', 'private']),
      ...ownButton(message, '📢 Public channel', ['chat', 'public']),
    ],
    message.listed
      ? ownButton(message, '🙈 Unlist it', ['listed', 'off'])
      : ownButton(message, '📃 List it', ['listed', 'on']),
    ownButton(message, '👥 Who runs it', ['team']),
    ownButton(message, '« Back', ['menu']),
  ),
});

export const channelRemovalsView = (message: MessageOf<'channel_removals'>): View => ({
  text: lines(
    ...noteLine(message.note),
    html`🚪 <b>Removals from ${shortTitle(message.title)}</b>`,
    '',
    html`<b>Now:</b> ${REMOVALS[message.removals]}.`,
  ),
  ...keyboardOf(
    ownButton(message, '✅ On: take out whose time is over', ['set-removals', 'on']),
    ownButton(message, '👀 Dry run: only write it down', ['set-removals', 'dry_run']),
    ownButton(message, '⛔️ Off: take nobody out', ['set-removals', 'off']),
    ownButton(message, '« Back', ['settings']),
  ),
});

const QUESTION_WORDS: Readonly<Record<OwnerQuestion, string>> = {
  title: 'What is it called? Buyers see this name in the list, on their invoice and in every message.',
  description: 'What do buyers get? A few sentences, shown above the prices.',
  donation_message: 'What do you say to donors? Shown above the keypad on which they type how much.',
  grace_hours: 'How many hours may somebody stay who did not renew? From 0 to 720.',
  tolerance_percent: 'How many percent of a price may be missing? From 0 to 20.',
  time_zone: 'Which time zone do you live in? Press it, or send me a large city near you.',
  tier_name: 'What is this tier called? For example “Gold”.',
  tier_price: 'What does it cost, in US dollars? For example 29.99.',
  tier_days: 'How many days does it last? From 1 to 3650.',
  case_worth: 'What was it worth, in US dollars? For example 12.50.',
  support_person: 'Who is it? Send me their @username, or their numeric id.',
  support_days: 'How many days are given?',
  support_reason: 'Why? A few words for the log.',
};

const ZONES = [
  'UTC',
  'Europe/London',
  'Europe/Berlin',
  'Europe/Istanbul',
  'Europe/Moscow',
  'Asia/Dubai',
  'Asia/Kolkata',
  'Asia/Singapore',
  'Asia/Tokyo',
  'America/New_York',
  'America/Sao_Paulo',
  'America/Los_Angeles',
] as const;

/** Buttons for frequent answers. */
function presets(message: MessageOf<'question'>): InlineKeyboardButton[][] {
  if (message.question !== 'time_zone') return [];
  const { complaint } = message;
  const found =
    typeof complaint === 'object' && complaint?.answer === 'time_zones_found' ? complaint.zones : undefined;
  // Two zones may have one city, so those that were found have their whole names.
  const nameOf = (zone: string) => (found === undefined ? zone.replace(/^.*\//, '') : zone);
  const buttons = (found ?? ZONES).flatMap((zone) =>
    ownButton(message, nameOf(zone).replaceAll('_', ' '), ['zone', zone]),
  );
  const perRow = found === undefined ? 3 : 1;
  return Array.from({ length: Math.ceil(buttons.length / perRow) }, (_, row) =>
    buttons.slice(row * perRow, row * perRow + perRow),
  );
}

export const questionView = (message: MessageOf<'question'>): View => ({
  text: lines(
    ...complaintLine(message.complaint),
    html`✏️ <b>${shortTitle(message.title)}</b>`,
    html`${QUESTION_WORDS[message.question]}${message.question === 'tier_price' ? ` It must be at least ${leastWords(message.leastCents ?? null)}.` : ''}`,
    '',
    message.current === null ? undefined : html`<b>Now:</b> ${truncate(message.current, MAX_DESCRIPTION)}`,
    html`Type it and send it to me.`,
  ),
  ...keyboardOf(...presets(message), [
    ...ownButton(message, '« Back', [message.question.startsWith('tier_') ? 'tiers' : 'settings']),
    ...ownButton(message, '✕ Cancel', ['menu']),
  ]),
});

export const chooseChatView = (message: MessageOf<'choose_chat'>): View => {
  const { openChannelId, kind, chats, addUrl, complaint, again, current } = message;
  const set = kind === 'private' ? 'set-private' : 'set-public';
  return {
    text: lines(
      ...complaintLine(complaint),
      html`${kind === 'private' ? '🔒' : '📢'} <b>The ${kind} channel of ${shortTitle(message.title)}</b>`,
      html`<b>Now:</b> ${shortTitle(current ?? 'none')}`,
      '',
      kind === 'private'
        ? html`Which one is sold? It can change only while nobody has access.`
        : html`Where do I post?`,
    ),
    ...keyboardOf(
      again === null ? [] : ownButton(message, '🔄 Check again', [set, again]),
      ...chats.map(({ chatId, title }) => ownButton(message, `📣 ${shortTitle(title, 48)}`, [set, chatId])),
      [{ text: '➕ Add me to another channel', url: addUrl }],
      [button('🔄 I added it: look again', callbackData.own('chat', openChannelId, kind))],
      kind === 'public' ? ownButton(message, '🚫 None', ['set-public', 'none']) : [],
      ownButton(message, '« Back', ['settings']),
    ),
  };
};
