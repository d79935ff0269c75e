import type { Database } from '../../../database/connection/pool';
import { findUser, readPerson, type SupportedPerson } from '../../../database/owner/support-rulings';
import type { ChannelRole } from '../../../database/common/channel-roles';
import { takeStep } from '../../../database/owner/support-dialogs';
import { isUserId } from '../../../domain/common/ids';
import { promised, type Reaction } from '../../../domain/prompt-effects';
import { ask, complainOn, type Answering, type AskedQuestion } from '../page/ask-question';
import {
  pageHeader,
  timedPageHeader,
  NOT_IN_USE,
  promisePage,
  refuse,
  showsPage,
  type OwnerRequest,
  type OwnHandler,
  type Page,
} from '../page/owner-request';

/** Somebody named by a button, who must be a user at all. */
export async function personAt(
  database: Database,
  { openChannelId }: Pick<ChannelRole, 'openChannelId'>,
  argument: string | undefined,
): Promise<SupportedPerson | undefined> {
  const userId = Number(argument);
  return isUserId(userId) ? readPerson(database, { openChannelId, userId }) : undefined;
}

export const payerOf = ({ userId, username }: SupportedPerson) => ({ userId, username });

/** Asks whom it is about; its note is why what was typed cannot be taken. */
export const givePage: Page = async ({ standing, note }) => ({
  type: 'support_question',
  ...pageHeader(standing),
  question: 'support_person',
  payer: null,
  ruling: null,
  days: null,
  complaint: note,
});

/** One person, and what may be done about them. */
export const personPage: Page = async (drawing) => {
  const { database, standing, argument, note } = drawing;
  const person = await personAt(database, standing, argument);
  if (person === undefined) return givePage({ ...drawing, note: { answer: 'user_unknown' } });
  const { paidUntil, isActive, isBanned } = person;
  return {
    type: 'support_person',
    ...timedPageHeader(standing),
    payer: payerOf(person),
    paidUntil,
    isActive,
    isBanned,
    note,
  };
};

/** A button about a person, or nothing where it names none. */
export const aboutPerson =
  (answer: (asked: OwnerRequest, person: SupportedPerson) => Promise<Reaction>): OwnHandler =>
  async (asked) => {
    const person = await personAt(asked.handled.database, asked.standing, asked.argument?.split('_')[0]);
    return person === undefined ? refuse(asked, NOT_IN_USE) : answer(asked, person);
  };

const NAME = /^(?:@|(?:https?:\/\/)?t\.me\/)?([a-z]\w{3,31})$/i;

/** A numeric id, or the @username of somebody whom the bot has met. */
const userIn = async (database: Database, text: string): Promise<number | undefined> => {
  if (/^\d{1,16}$/.test(text)) return isUserId(Number(text)) ? Number(text) : undefined;
  const [, username] = NAME.exec(text) ?? [];
  return username === undefined ? undefined : findUser(database, username);
};

const NOT_FOUND = { answer: 'username_unknown' } as const;

const answerPerson = async (answering: Answering): Promise<Reaction> => {
  const { handled, standing, dialog, text } = answering;
  const found = await userIn(handled.database, text.trim());
  if (found === undefined) return complainOn(answering, { page: 'give', note: NOT_FOUND });
  const { openChannelId, userId } = standing;
  const { messageId } = dialog;
  const page = { ...standing, messageId, page: 'buyer', argument: String(found), note: null } as const;
  await takeStep(handled.database, handled.delivery, {
    openChannelId,
    userId,
    action: 'give',
    next: null,
    promised: [promisePage(handled, page)],
  });
  return promised();
};

export const PERSON_QUESTION: AskedQuestion = { action: 'give', answer: answerPerson };

export const personHandlers = {
  give: (asked) => ask(asked, { question: 'support_person', action: 'give', draft: {} }, givePage),
  buyer: aboutPerson(showsPage(personPage)),
} satisfies Readonly<Record<string, OwnHandler>>;
