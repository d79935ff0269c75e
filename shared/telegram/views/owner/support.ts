import type { BanTrouble } from '../../../domain/messages/owner-support';
import {
  MOST_GIVEN_DAYS,
  OFFERED_DAYS,
  wantedRuling,
  type RulingName,
} from '../../../domain/access/support-rulings';
import type { MessageOf } from '../../../domain/messages/messages';
import { isolateBidi, truncate, html, lines, type Html } from '../html';
import { keyboardOf, shortTitle, type View } from '../view';
import { formatDays, formatLocalTime, identifiedPayer } from '../words';
import { complaintLine, MAX_NOTE, noteLine, ownButton } from './menu';

type SupportQuestionMessage = MessageOf<'support_question'>;
type RulingMessage = MessageOf<'ruling'>;

/** Each ruling as its button shows it, and as the heading of its pages. */
const HEADINGS: Readonly<Record<RulingName, string>> = {
  grant: '🎁 Give days',
  revoke: '✂️ End access now',
  ban: '🚫 Ban',
  unban: '✅ Lift the ban',
};

/** Each ruling as a verb. */
const ACTION_WORDS: Readonly<Record<RulingName, (days: string) => string>> = {
  grant: (days) => `give ${days}`,
  revoke: () => 'end the access now',
  ban: () => 'ban',
  unban: () => 'lift the ban',
};

const EXPLANATIONS: Readonly<Record<RulingName, Html>> = {
  grant: html`They are let in like somebody who has bought these days. They are told that you gave them days,
  and not why.`,
  revoke: html`All days they have are taken back, bought ones too, and they are taken out. No money moves by
  this.`,
  ban: html`They are taken out, no link lets them in, and nothing is sold to them. Their time goes on, and no
  money moves by this.`,
  unban: html`They can buy again, and who has time left gets a way in.`,
};

const daysOf = (days: number | null): string => (days === null ? 'days' : formatDays(days));

function questionText({ question, payer, ruling, days }: SupportQuestionMessage): Html {
  const person = payer === null ? 'them' : identifiedPayer(payer);
  if (question === 'support_person') return html`Who is it? Send me their @username, or their numeric id.`;
  if (question === 'support_days')
    return html`How many days are given to ${person}? Press one, or send me a number from 1 to
    ${MOST_GIVEN_DAYS}.`;
  const action = ruling === null ? 'go on' : ACTION_WORDS[ruling](daysOf(days));
  return html`You are about to ${action}: ${person}. You can send me a reason in a few words. It stays in the
  log, and they never see it.`;
}

export const supportQuestionView = (message: SupportQuestionMessage): View => {
  const { question, payer, complaint, ruling, days } = message;
  const heading = ruling === null ? '👤' : `${HEADINGS[ruling]} ·`;
  const withoutReason =
    question === 'support_reason' && payer !== null && ruling !== null
      ? ownButton(message, 'Skip the reason', [
          'no-reason',
          wantedRuling({ ruling, userId: payer.userId, days }),
        ])
      : [];
  const presets =
    question === 'support_days' && payer !== null
      ? OFFERED_DAYS.flatMap((days) =>
          ownButton(message, `➕ ${formatDays(days)}`, ['grant', `${payer.userId}_${days}`]),
        )
      : [];
  return {
    text: lines(
      ...complaintLine(complaint),
      html`<b>${heading} ${shortTitle(message.title)}</b>`,
      questionText(message),
    ),
    ...keyboardOf(
      presets.slice(0, 3),
      presets.slice(3),
      withoutReason,
      payer === null ? [] : ownButton(message, '« Back', ['buyer', payer.userId]),
      ownButton(message, '✕ Cancel', ['menu']),
    ),
  };
};

export const supportPersonView = (message: MessageOf<'support_person'>): View => {
  const { payer, paidUntil, isActive, isBanned, timeZone, note } = message;
  const until = paidUntil === null ? '' : formatLocalTime(paidUntil, timeZone);
  return {
    text: lines(
      ...noteLine(note),
      html`👤 <b>${shortTitle(message.title)}</b>`,
      identifiedPayer(payer),
      '',
      paidUntil === null
        ? html`They have no access.`
        : html`Their access ${isActive ? 'lasts until' : 'ended on'} <b>${until}</b>.`,
      isBanned ? html`🚫 They are banned.` : undefined,
    ),
    ...keyboardOf(
      isBanned ? [] : ownButton(message, HEADINGS.grant, ['grant', payer.userId]),
      isActive ? ownButton(message, HEADINGS.revoke, ['revoke', payer.userId]) : [],
      isBanned
        ? ownButton(message, HEADINGS.unban, ['unban', payer.userId])
        : ownButton(message, HEADINGS.ban, ['ban', payer.userId]),
      ownButton(message, '« Back', ['menu']),
    ),
  };
};

/** What was done, and what its author has to know. */
function doneLines({
  ruling,
  days,
  paidUntil,
  timeZone,
  isReachable,
}: RulingMessage): readonly (Html | undefined)[] {
  if (ruling === 'ban') return [html`✔️ Banned. They are being taken out.`];
  if (ruling === 'unban') return [html`✔️ The ban is lifted.`];
  if (ruling === 'revoke')
    return [html`✔️ Their access has ended. They are being taken out, like anybody whose time is over.`];
  const until = paidUntil === null ? undefined : formatLocalTime(paidUntil, timeZone);
  return [
    html`✔️ ${formatDays(days ?? 0)} given${until === undefined ? '' : `; they have access until ${until}`}.`,
    isReachable
      ? undefined
      : html`I may not write to them. They must open this bot and press START; /mysubs lets them in then.`,
  ];
}

export const rulingView = (message: RulingMessage): View => {
  const { ruling, rulingId, payer, days, reason, isConfirmed } = message;
  const action = ACTION_WORDS[ruling](daysOf(days));
  return {
    text: lines(
      html`<b>${HEADINGS[ruling]} · ${shortTitle(message.title)}</b>`,
      html`<b>Who:</b> ${identifiedPayer(payer)}`,
      html`<b>What:</b> ${action}`,
      reason === null ? undefined : html`<b>Why:</b> ${isolateBidi(truncate(reason, MAX_NOTE))}`,
      '',
      ...(isConfirmed ? doneLines(message) : [EXPLANATIONS[ruling]]),
    ),
    ...keyboardOf(
      isConfirmed ? [] : ownButton(message, `✅ Yes, ${action}`, ['confirm', rulingId]),
      isConfirmed
        ? ownButton(message, '« Back', ['buyer', payer.userId])
        : ownButton(message, '✕ Cancel', ['buyer', payer.userId]),
    ),
  };
};

const BAN_ADVICE: Readonly<Record<BanTrouble, Html>> = {
  administrator: html`Telegram lets nobody ban an administrator. Dismiss them as administrator of the private
  channel, and ban them again: I have taken this ban back.`,
  refused: html`Please open the private channel, press its name, then Administrators, choose me, and switch on
    <b>“Ban Users”</b>. I keep trying by myself.`,
  unanswered: html`Telegram has not done it for a day now. I keep trying by myself; you need not do anything.`,
};

export const banTroubleView = ({ title, payer, trouble, reason }: MessageOf<'ban_trouble'>): View => ({
  text: lines(
    html`🚨 <b>I could not ban somebody, or lift their ban</b>`,
    '',
    html`<b>Channel:</b> ${shortTitle(title)}`,
    html`<b>Who:</b> ${identifiedPayer(payer)}`,
    html`<b>Telegram says:</b> ${truncate(reason, MAX_NOTE)}`,
    '',
    BAN_ADVICE[trouble],
  ),
});

export const notSoldToYouView = ({ title }: MessageOf<'not_sold_to_you'>): View => ({
  text: html`🚫 The owner of ${shortTitle(title)} does not sell to you.`,
});
