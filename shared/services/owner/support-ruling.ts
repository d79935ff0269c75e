import type { Dialog } from '../../database/dialogs';
import { announceRuling, readRuling, type Person, type Ruling } from '../../database/rulings';
import { takeStep } from '../../database/support-dialogs';
import { promised, type Reaction } from '../../domain/prompt-effects';
import {
  givenDays,
  isRuling,
  MAX_RULING_REASON,
  MOST_GIVEN_DAYS,
  type RulingName,
} from '../../domain/rulings';
import { storableText } from '../../domain/storable-text';
import { newReference } from '../new-reference';
import { pageShown, show, type Asked, type OwnHandler, type Page } from './asked';
import { menuPage } from './channel-menu';
import type { Answering, AskedQuestion } from './questions';
import { aboutPerson, ask, complainOn, payerOf, personAt, personPage } from './support-person';

/** Whom and how many days, as they stand on a button: `42` or `42_30`. */
const readArgument = (argument = ''): { readonly user: string; readonly days: number | undefined } => {
  const [user = '', days = ''] = argument.split('_');
  return { user, days: givenDays(days) };
};

/** Asks how many days, or for the reason; its note is why what was typed cannot be taken. */
export const rulingQuestionPage =
  (ruling: RulingName): Page =>
  async (drawing) => {
    const { database, standing, argument, note } = drawing;
    const { user, days } = readArgument(argument);
    const person = await personAt(database, standing, user);
    if (person === undefined) return personPage(drawing);
    const { openChannelId, title, role } = standing;
    return {
      type: 'support_question',
      openChannelId,
      title,
      role,
      question: ruling === 'grant' && days === undefined ? 'support_days' : 'support_reason',
      payer: payerOf(person),
      ruling,
      days: days ?? null,
      complaint: note,
    };
  };

/** What is about to be done, to be confirmed, or was done. */
export const rulingPage: Page = async (drawing) => {
  const { database, standing, argument } = drawing;
  const ruling = await readRuling(database, standing, argument ?? '');
  const person = ruling && (await personAt(database, standing, String(ruling.userId)));
  if (ruling === undefined || person === undefined)
    return menuPage({ ...drawing, note: 'There is nothing to confirm any more.' });
  const { openChannelId, title, role, timeZone } = standing;
  const { rulingId, days, reason, isConfirmed } = ruling;
  const { paidUntil, isReachable } = person;
  return {
    type: 'ruling',
    ...{ openChannelId, title, role, timeZone, rulingId, ruling: ruling.ruling, days, reason },
    ...{ isConfirmed, paidUntil, isReachable, payer: payerOf(person) },
  };
};

/** Why a ruling makes no sense about somebody as they stand; `undefined` if it does. */
export function objection(
  ruling: RulingName,
  { isBanned, isStaff, isActive }: Person,
  closedChannelId: number | null,
): string | undefined {
  switch (ruling) {
    case 'grant':
      if (isBanned) return 'They are banned. Unban them first, then give them days.';
      return closedChannelId === null ? 'There is no private channel yet to let them into.' : undefined;
    case 'revoke':
      return isActive ? undefined : 'They have no access that could be ended.';
    case 'ban':
      if (isBanned) return 'They are banned already.';
      return isStaff
        ? 'They help to run this channel. Take their role away first, here and in Telegram, then ban them.'
        : undefined;
    case 'unban':
      return isBanned ? undefined : 'They are not banned.';
  }
}

const begin = (ruling: RulingName): OwnHandler =>
  aboutPerson(async (asked: Asked, person) => {
    const { handled, standing, argument } = asked;
    const why = objection(ruling, person, standing.closedChannelId);
    if (why !== undefined)
      return show(
        asked,
        await personPage({ ...handled, standing, argument: String(person.userId), note: why }),
      );
    const { days } = readArgument(argument);
    const { userId } = person;
    const isDaysAsked = ruling === 'grant' && days === undefined;
    return ask(
      asked,
      {
        question: isDaysAsked ? 'support_days' : 'support_reason',
        action: ruling,
        draft: { ruling, userId, ...(days !== undefined && { days }) },
      },
      rulingQuestionPage(ruling),
    );
  });

/** What a dialog on the way to a ruling remembers; `undefined` where it was not begun by a button of ours. */
function drafted({ draft }: Dialog): Pick<Ruling, 'ruling' | 'userId' | 'days'> | undefined {
  const { ruling, userId, days = null } = draft;
  if (!isRuling(ruling) || typeof userId !== 'number') return undefined;
  return { ruling, userId, days: typeof days === 'number' ? days : null };
}

const LOST = 'Please say first whom it is about.';

async function answerDays(answering: Answering): Promise<Reaction> {
  const { handled, standing, dialog, text } = answering;
  const about = drafted(dialog);
  if (about === undefined) return complainOn(answering, { page: 'give', note: LOST });
  const days = givenDays(text.trim());
  const argument = String(about.userId);
  if (days === undefined)
    return complainOn(answering, {
      page: 'grant',
      argument,
      note: `Send me a whole number of days, from 1 to ${MOST_GIVEN_DAYS}.`,
    });
  const { openChannelId, userId } = standing;
  const { messageId } = dialog;
  const page = {
    ...standing,
    messageId,
    page: 'grant',
    argument: `${argument}_${days}`,
    note: null,
  } as const;
  await takeStep(handled.database, handled.delivery, {
    openChannelId,
    userId,
    action: 'grant',
    next: { question: 'support_reason', messageId, draft: { ...dialog.draft, days } },
    promised: [pageShown(handled, page)],
  });
  return promised();
}

async function answerReason(answering: Answering): Promise<Reaction> {
  const { handled, standing, dialog, text } = answering;
  const about = drafted(dialog);
  if (about === undefined) return complainOn(answering, { page: 'give', note: LOST });
  const { ruling, userId, days } = about;
  const reason = storableText(text).replace(/\s+/g, ' ').trim();
  if (reason === '' || reason.length > MAX_RULING_REASON)
    return complainOn(answering, {
      page: ruling,
      argument: days === null ? String(userId) : `${userId}_${days}`,
      note: `Send me the reason in 1 to ${MAX_RULING_REASON} characters.`,
    });
  const rulingId: string = newReference();
  const { openChannelId } = standing;
  const { messageId } = dialog;
  const page = pageShown(handled, { ...standing, messageId, page: 'ruling', argument: rulingId, note: null });
  await announceRuling(handled.database, handled.delivery, {
    by: standing,
    action: ruling,
    ruling: { rulingId, openChannelId, userId, ruling, days, reason },
    promised: [page],
  });
  return promised();
}

export const DAYS_QUESTION: AskedQuestion = { action: 'grant', answer: answerDays };
/** Each ruling takes the same role; which it is the dialog knows. */
export const REASON_QUESTION: AskedQuestion = { action: 'ruling', answer: answerReason };

export const rulingHandlers = {
  grant: begin('grant'),
  revoke: begin('revoke'),
  ban: begin('ban'),
  unban: begin('unban'),
  ruling: async (asked) => show(asked, await rulingPage({ ...asked.handled, ...asked, note: null })),
} satisfies Readonly<Record<string, OwnHandler>>;
