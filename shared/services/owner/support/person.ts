import type { Database } from '../../../database/connection/pool';
import { findUser, readPerson, type SupportedPerson } from '../../../database/owner/supported-person';
import type { ChannelRole } from '../../../database/common/channel-roles';
import { takeStep } from '../../../database/owner/support-dialogs';
import { payerOf } from '../../../domain/common/anonymous-payer';
import { isUserId } from '../../../domain/common/ids';
import { withLatinDigits } from '../../../domain/common/typed-numbers';
import { promised, type Reaction } from '../../../domain/prompt-effects';
import {
  askQuestion,
  rejectReplyOnPage,
  type QuestionReply,
  type QuestionHandler,
} from '../page/ask-question';
import {
  pageHeader,
  timedPageHeader,
  NOT_IN_USE,
  promisePage,
  refuseOwnerAction,
  showsPage,
  type OwnerRequest,
  type OwnerActionHandler,
  type PageBuilder,
} from '../page/owner-request';

/** Reads the user named by a button; `undefined` if the argument isn't a user id. */
export async function findPersonByArgument(
  database: Database,
  { openChannelId }: Pick<ChannelRole, 'openChannelId'>,
  argument: string | undefined,
): Promise<SupportedPerson | undefined> {
  const userId = Number(argument);
  return isUserId(userId) ? readPerson(database, { openChannelId, userId }) : undefined;
}

/** Builds the page that asks which user it is about. Its note says why the last reply was rejected. */
export const givePage: PageBuilder = async ({ channelRole, note }) => ({
  type: 'support_question',
  ...pageHeader(channelRole),
  question: 'support_person',
  payer: null,
  ruling: null,
  days: null,
  complaint: note,
});

/** Builds the page about one user, with the rulings that are possible. */
export const personPage: PageBuilder = async (input) => {
  const { database, channelRole, argument, note } = input;
  const person = await findPersonByArgument(database, channelRole, argument);
  if (person === undefined) return givePage({ ...input, note: { answer: 'user_unknown' } });
  const { paidUntil, isActive, isBanned } = person;
  return {
    type: 'support_person',
    ...timedPageHeader(channelRole),
    payer: payerOf(person),
    paidUntil,
    isActive,
    isBanned,
    note,
  };
};

/** Returns a handler for a button about a user. Refuses a button that names none. */
export const withPerson =
  (answer: (request: OwnerRequest, person: SupportedPerson) => Promise<Reaction>): OwnerActionHandler =>
  async (request) => {
    const person = await findPersonByArgument(
      request.context.database,
      request.channelRole,
      request.argument?.split('_')[0],
    );
    return person === undefined ? refuseOwnerAction(request, NOT_IN_USE) : answer(request, person);
  };

const NAME = /^(?:@|(?:https?:\/\/)?t\.me\/)?([a-z]\w{3,31})$/i;

/** Finds a user by a numeric id, or a user of the channel by their @username. */
const findTypedUser = async (
  database: Database,
  { openChannelId, text }: Pick<ChannelRole, 'openChannelId'> & { readonly text: string },
): Promise<number | undefined> => {
  if (/^\d{1,16}$/.test(text)) return isUserId(Number(text)) ? Number(text) : undefined;
  const [, username] = NAME.exec(text) ?? [];
  return username === undefined ? undefined : findUser(database, { openChannelId, username });
};

const NOT_FOUND = { answer: 'username_unknown' } as const;

const answerPerson = async (reply: QuestionReply): Promise<Reaction> => {
  const { context, channelRole, dialog, text } = reply;
  const { openChannelId, userId } = channelRole;
  const found = await findTypedUser(context.database, { openChannelId, text: withLatinDigits(text).trim() });
  if (found === undefined) return rejectReplyOnPage(reply, { page: 'give', note: NOT_FOUND });
  const { messageId } = dialog;
  const page = { ...channelRole, messageId, page: 'buyer', argument: String(found), note: null } as const;
  await takeStep(context.database, context.delivery, {
    openChannelId,
    userId,
    action: 'give',
    next: null,
    promised: [promisePage(context, page)],
  });
  return promised();
};

export const PERSON_QUESTION: QuestionHandler = { action: 'give', answer: answerPerson };

export const personHandlers = {
  give: (request) =>
    askQuestion(request, { question: 'support_person', action: 'give', draft: {} }, givePage),
  buyer: withPerson(showsPage(personPage)),
} satisfies Readonly<Record<string, OwnerActionHandler>>;
