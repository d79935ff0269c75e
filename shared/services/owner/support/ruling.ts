import { readRuling } from '../../../database/owner/support-rulings';
import type { SupportedPerson } from '../../../database/owner/supported-person';
import { payerOf } from '../../../domain/common/anonymous-payer';
import { isForEver } from '../../../domain/common/for-ever';
import { givenDays, type RulingName } from '../../../domain/access/support-rulings';
import type { Answer } from '../../../domain/messages/answers';
import { askQuestion } from '../page/ask-question';
import {
  pageHeader,
  timedPageHeader,
  showMessage,
  showsPage,
  type OwnerRequest,
  type OwnerActionHandler,
  type PageBuilder,
} from '../page/owner-request';
import { menuPage } from '../settings/channel-menu';
import { withPerson, findPersonByArgument, personPage } from './person';

/** Reads a user and a number of days from a button's argument: `42` or `42_30`. */
const readArgument = (argument = ''): { readonly user: string; readonly days: number | undefined } => {
  const [user = '', days = ''] = argument.split('_');
  return { user, days: givenDays(days) };
};

/** Builds the question for the days or the reason. Its note says why the last reply was rejected. */
export const rulingQuestionPage =
  (ruling: RulingName): PageBuilder =>
  async (input) => {
    const { database, channelRole, argument, note } = input;
    const { user, days } = readArgument(argument);
    const person = await findPersonByArgument(database, channelRole, user);
    if (person === undefined) return personPage(input);
    return {
      type: 'support_question',
      ...pageHeader(channelRole),
      question: ruling === 'grant' && days === undefined ? 'support_days' : 'support_reason',
      payer: payerOf(person),
      ruling,
      days: days ?? null,
      complaint: note,
    };
  };

/** Builds the page of a ruling, before or after it is confirmed. */
export const rulingPage: PageBuilder = async (input) => {
  const { database, channelRole, argument } = input;
  const ruling = await readRuling(database, channelRole, argument ?? '');
  const person = ruling && (await findPersonByArgument(database, channelRole, String(ruling.userId)));
  if (ruling === undefined || person === undefined)
    return menuPage({ ...input, note: { answer: 'nothing_to_confirm' } });
  const { rulingId, days, reason, isConfirmed } = ruling;
  const { paidUntil, isReachable } = person;
  return {
    type: 'ruling',
    ...timedPageHeader(channelRole),
    ...{ rulingId, ruling: ruling.ruling, days, reason },
    ...{ isConfirmed, paidUntil, isReachable, payer: payerOf(person) },
  };
};

/** Returns why a ruling can't apply to the user's current state; `undefined` if it can. */
export function findObjection(
  ruling: RulingName,
  { isBanned, isStaff, isActive, paidUntil }: SupportedPerson,
  closedChannelId: number | null,
): Answer | undefined {
  switch (ruling) {
    case 'grant':
      if (isBanned) return { answer: 'banned_unban_first' };
      if (isForEver(paidUntil)) return { answer: 'has_it_for_ever' };
      return closedChannelId === null ? { answer: 'no_private_channel' } : undefined;
    case 'revoke':
      return isActive ? undefined : { answer: 'no_access_to_end' };
    case 'ban':
      if (isBanned) return { answer: 'banned_already' };
      return isStaff ? { answer: 'on_team_not_banned' } : undefined;
    case 'unban':
      return isBanned ? undefined : { answer: 'not_banned' };
  }
}

const startRuling = (ruling: RulingName): OwnerActionHandler =>
  withPerson(async (request: OwnerRequest, person) => {
    const { context, channelRole, argument } = request;
    const why = findObjection(ruling, person, channelRole.closedChannelId);
    if (why !== undefined)
      return showMessage(
        request,
        await personPage({ ...context, channelRole, argument: String(person.userId), note: why }),
      );
    const { days } = readArgument(argument);
    const { userId } = person;
    const isDaysAsked = ruling === 'grant' && days === undefined;
    return askQuestion(
      request,
      {
        question: isDaysAsked ? 'support_days' : 'support_reason',
        action: ruling,
        draft: { ruling, userId, ...(days !== undefined && { days }) },
      },
      rulingQuestionPage(ruling),
    );
  });

export const rulingHandlers = {
  grant: startRuling('grant'),
  revoke: startRuling('revoke'),
  ban: startRuling('ban'),
  unban: startRuling('unban'),
  ruling: showsPage(rulingPage),
} satisfies Readonly<Record<string, OwnerActionHandler>>;
