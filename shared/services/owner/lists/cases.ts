import { findCaseIn, listCases } from '../../../database/payments/cases';
import type { Message } from '../../../domain/messages/messages';
import { caseMessage } from '../../../domain/payments/tell-payment';
import { readCurrentCase } from '../../payments/read-current-case';
import {
  timedPageHeader,
  refuseOwnerAction,
  showMessage,
  showsPage,
  type PageInput,
  type OwnerActionHandler,
  type PageBuilder,
} from '../page/owner-request';

const NOTHING_TO_DECIDE = { answer: 'nothing_to_decide' } as const;

/** Builds the page of `/cases`: odd payments that need a decision. */
export const casesPage: PageBuilder = async ({ database, channelRole, argument, note }) => {
  const listing = await listCases(database, { ...channelRole, page: Number(argument ?? 1) });
  return { type: 'case_list', ...timedPageHeader(channelRole), note, ...listing };
};

/** The current message about an odd payment; `undefined` if it belongs to another channel or is no longer odd. */
async function readCaseMessage({ database, channelRole, argument }: PageInput): Promise<Message | undefined> {
  const paymentId = Number(argument);
  if (!Number.isSafeInteger(paymentId)) return undefined;
  const found = await findCaseIn(database, { openChannelId: channelRole.openChannelId, paymentId });
  if (found === undefined) return undefined;
  const { reference, ...money } = found;
  if (reference === null)
    return { type: 'orphan_page', ...timedPageHeader(channelRole), paymentId, ...money };
  const { known } = await readCurrentCase(database, reference);
  const odd = known && caseMessage(known, paymentId);
  const { openChannelId, title, role } = channelRole;
  return odd?.type === 'odd_payment' ? { type: 'case_page', openChannelId, title, role, odd } : undefined;
}

export const casePage: PageBuilder = async (input) =>
  (await readCaseMessage(input)) ?? casesPage({ ...input, argument: undefined });

export const caseHandlers = {
  cases: showsPage(casesPage),
  case: async (request) => {
    const message = await readCaseMessage({ ...request.context, ...request, note: null });
    return message === undefined
      ? refuseOwnerAction(request, NOTHING_TO_DECIDE)
      : showMessage(request, message);
  },
} satisfies Readonly<Record<string, OwnerActionHandler>>;
