import { askAgain } from '../../../database/common/dialogs';
import { findCaseIn } from '../../../database/payments/cases';
import type { Cents } from '../../../domain/common/ids';
import { mayTypeWorth } from '../../../domain/payments/cases';
import { judgePayments } from '../../../domain/payments/judge-payments';
import { receivedBy } from '../../../domain/payments/oddity';
import { MAX_WORTH_CENTS } from '../../../domain/payments/received';
import { worthEffect } from '../../../domain/worth-effect';
import { promised } from '../../../domain/prompt-effects';
import { readCurrentCase } from '../../payments/read-current-case';
import { askQuestion, rejectReplyOnPage, type QuestionHandler } from '../page/ask-question';
import {
  NOT_IN_USE,
  pageHeader,
  promisePage,
  refuseOwnerAction,
  type OwnerActionHandler,
  type PageBuilder,
} from '../page/owner-request';
import { typedDollars } from '../../../domain/common/typed-numbers';
import { casesPage } from './cases';

const NOTHING_TO_DECIDE = { answer: 'nothing_to_decide' } as const;

/** Builds the question what a payment was worth, and shows what was typed with its effect. */
export const caseWorthPage: PageBuilder = async (input) => {
  const { database, channelRole, argument = '', note } = input;
  const [paymentId = NaN, cents] = argument.split('_').map(Number);
  const { openChannelId } = channelRole;
  const found = Number.isSafeInteger(paymentId)
    ? await findCaseIn(database, { openChannelId, paymentId })
    : undefined;
  const reference = found?.reference ?? undefined;
  const { known } = reference === undefined ? {} : await readCurrentCase(database, reference);
  const payment = known?.payments.find((each) => each.paymentId === paymentId);
  if (
    known === undefined ||
    payment === undefined ||
    !mayTypeWorth(payment, known.order, judgePayments(known.order, known.payments))
  )
    return casesPage({ ...input, argument: undefined, note: NOTHING_TO_DECIDE });
  const { order } = known;
  const effect = cents === undefined ? undefined : worthEffect(known, paymentId, cents as Cents);
  return {
    type: 'case_worth',
    ...pageHeader(channelRole),
    note,
    reference: order.reference,
    item: order.item,
    amountCents: order.amountCents,
    paymentId,
    ...receivedBy(payment, order),
    typed: effect === undefined ? null : { cents: cents as Cents, ...effect },
  };
};

const askWorth: OwnerActionHandler = async (request) => {
  const { argument = '' } = request;
  const paymentId = Number(argument.split('_')[0]);
  if (!Number.isSafeInteger(paymentId)) return refuseOwnerAction(request, NOT_IN_USE);
  const question = { question: 'case_worth', action: 'case-worth', draft: { paymentId } } as const;
  return askQuestion({ ...request, argument: String(paymentId) }, question, caseWorthPage);
};

/** Reads a worth in dollars. `undefined` if it can't be one. */
const readWorth = (text: string): Cents | undefined => {
  const cents = typedDollars(text);
  return cents !== undefined && cents > 0 && cents <= MAX_WORTH_CENTS ? cents : undefined;
};

/** Shows the typed amount with its effect. Nothing counts until the owner confirms it with the button. */
export const WORTH_QUESTION: QuestionHandler = {
  action: 'case-worth',
  answer: async (reply) => {
    const { context, channelRole, dialog, text } = reply;
    const paymentId = String(dialog.draft['paymentId']);
    const cents = readWorth(text);
    if (cents === undefined)
      return rejectReplyOnPage(reply, {
        page: 'case-worth',
        argument: paymentId,
        note: { answer: 'not_a_worth', maxCents: MAX_WORTH_CENTS },
      });
    const page = {
      ...channelRole,
      messageId: dialog.messageId,
      page: 'case-worth',
      argument: `${paymentId}_${cents}`,
      note: null,
    } as const;
    await askAgain(context.database, context.delivery, [promisePage(context, page)]);
    return promised();
  },
};

export const caseWorthHandlers = {
  'case-worth': askWorth,
} satisfies Readonly<Record<string, OwnerActionHandler>>;
