import { askAgain } from '../../database/dialogs';
import type { Database } from '../../database/pool';
import { findUser, readPerson, type Person } from '../../database/rulings';
import type { Standing } from '../../database/standing';
import { takeStep } from '../../database/support-dialogs';
import { isUserId } from '../../domain/ids';
import type { PageName } from '../../domain/owner-actions';
import type { SupportQuestion } from '../../domain/owner-messages-support';
import { promised, type Reaction } from '../../domain/prompt-effects';
import { openDialog } from '../../database/dialogs';
import { NOT_ALLOWED, pageShown, refuse, show, type Asked, type OwnHandler, type Page } from './asked';
import type { Answering, AskedQuestion } from './answering';

const OLD_BUTTON = 'This button is not in use any more.';

/** Somebody named by a button, who must be a user at all. */
export async function personAt(
  database: Database,
  { openChannelId }: Pick<Standing, 'openChannelId'>,
  argument: string | undefined,
): Promise<Person | undefined> {
  const userId = Number(argument);
  return isUserId(userId) ? readPerson(database, { openChannelId, userId }) : undefined;
}

export const payerOf = ({ userId, username }: Person) => ({ userId, username });

const headed = ({ openChannelId, title, role }: Standing) => ({ openChannelId, title, role });

/** Asks whom it is about; its note is why what was typed cannot be taken. */
export const givePage: Page = async ({ standing, note }) => ({
  type: 'support_question',
  ...headed(standing),
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
  if (person === undefined) return givePage({ ...drawing, note: 'There is no such user.' });
  const { paidUntil, isActive, isBanned } = person;
  const { timeZone } = standing;
  return {
    type: 'support_person',
    ...headed(standing),
    payer: payerOf(person),
    paidUntil,
    isActive,
    isBanned,
    timeZone,
    note,
  };
};

export interface Question {
  readonly question: SupportQuestion;
  readonly action: 'give' | 'grant' | 'revoke' | 'ban' | 'unban';
  readonly draft: Readonly<Record<string, unknown>>;
}

/** Shows a question, and remembers that it was asked. */
export async function ask(
  asked: Asked,
  { question, action, draft }: Question,
  page: Page,
): Promise<Reaction> {
  const { handled, standing, argument, button } = asked;
  const { openChannelId, userId } = standing;
  const dialog = { openChannelId, userId, question, draft, messageId: button?.messageId ?? null };
  if (!(await openDialog(handled.database, handled.delivery, { ...dialog, action })))
    return refuse(asked, NOT_ALLOWED);
  return show(asked, await page({ ...handled, standing, argument, note: null }));
}

/** A button about a person, or nothing where it names none. */
export const aboutPerson =
  (answer: (asked: Asked, person: Person) => Promise<Reaction>): OwnHandler =>
  async (asked) => {
    const person = await personAt(asked.handled.database, asked.standing, asked.argument?.split('_')[0]);
    return person === undefined ? refuse(asked, OLD_BUTTON) : answer(asked, person);
  };

/** Asks again on the page of the question, and says why. */
export async function complainOn(
  { handled, standing, dialog }: Answering,
  { page, argument, note }: { page: PageName; argument?: string; note: string },
): Promise<Reaction> {
  const { messageId } = dialog;
  const shown = { ...standing, messageId, page, note, ...(argument !== undefined && { argument }) };
  await askAgain(handled.database, handled.delivery, [pageShown(handled, shown)]);
  return promised();
}

const NAME = /^(?:@|(?:https?:\/\/)?t\.me\/)?([a-z]\w{3,31})$/i;

/** A numeric id, or the @username of somebody whom the bot has met. */
const userIn = async (database: Database, text: string): Promise<number | undefined> => {
  if (/^\d{1,16}$/.test(text)) return isUserId(Number(text)) ? Number(text) : undefined;
  const [, username] = NAME.exec(text) ?? [];
  return username === undefined ? undefined : findUser(database, username);
};

const NOT_FOUND =
  'I know nobody of that name: they have never written to me. Send me their numeric id, or ask them to open this bot and ' +
  'press START, and then send me their @username again.';

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
    promised: [pageShown(handled, page)],
  });
  return promised();
};

export const PERSON_QUESTION: AskedQuestion = { action: 'give', answer: answerPerson };

export const personHandlers = {
  give: (asked) => ask(asked, { question: 'support_person', action: 'give', draft: {} }, givePage),
  buyer: aboutPerson(async (asked) =>
    show(asked, await personPage({ ...asked.handled, ...asked, note: null })),
  ),
} satisfies Readonly<Record<string, OwnHandler>>;
