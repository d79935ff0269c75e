import { findCaseIn, listCases } from '../../../database/payments/cases';
import { readPaymentCase } from '../../../database/payments/payments';
import type { Message } from '../../../domain/messages/messages';
import { caseMessage } from '../../../domain/payments/tell-payment';
import {
  timedPageHeader,
  refuse,
  show,
  showsPage,
  type Drawing,
  type OwnHandler,
  type Page,
} from '../page/owner-request';

const NOTHING_TO_DECIDE = { answer: 'nothing_to_decide' } as const;

/** `/cases`: odd payments that wait for a word. */
export const casesPage: Page = async ({ database, standing, argument, note }) => {
  const listing = await listCases(database, { ...standing, page: Number(argument ?? 1) });
  return { type: 'case_list', ...timedPageHeader(standing), note, ...listing };
};

/** An odd payment of this channel as it is now; `undefined` for one of another, and where nothing is odd any more. */
async function caseOf({ database, standing, argument }: Drawing): Promise<Message | undefined> {
  const paymentId = Number(argument);
  if (!Number.isSafeInteger(paymentId)) return undefined;
  const found = await findCaseIn(database, { openChannelId: standing.openChannelId, paymentId });
  if (found === undefined) return undefined;
  const { reference, ...money } = found;
  if (reference === null) return { type: 'orphan_page', ...timedPageHeader(standing), paymentId, ...money };
  const { known } = await readPaymentCase(database, reference);
  const odd = known && caseMessage(known, paymentId);
  const { openChannelId, title, role } = standing;
  return odd?.type === 'odd_payment' ? { type: 'case_page', openChannelId, title, role, odd } : undefined;
}

export const casePage: Page = async (drawing) =>
  (await caseOf(drawing)) ?? casesPage({ ...drawing, argument: undefined });

export const caseHandlers = {
  cases: showsPage(casesPage),
  case: async (asked) => {
    const message = await caseOf({ ...asked.handled, ...asked, note: null });
    return message === undefined ? refuse(asked, NOTHING_TO_DECIDE) : show(asked, message);
  },
} satisfies Readonly<Record<string, OwnHandler>>;
